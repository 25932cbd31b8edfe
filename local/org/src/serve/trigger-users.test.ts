import { expect, it } from "vitest";
import { schemaFixture } from "../store/fixture/small-schema.ts";
import { withTriggerUsers } from "./trigger-users.ts";

it("gives a trigger its user and keeps its batch size", () => {
  const schema = {
    ...schemaFixture([]),
    subscriberConfigs: new Map([
      ["mytrigger", { name: "Config", consumer: "MyTrigger", batchSize: 200, user: null }],
    ]),
  };

  const configs = withTriggerUsers(schema, { MyTrigger: "robot" }).subscriberConfigs;

  expect(configs.get("mytrigger")).toEqual({
    name: "Config",
    consumer: "MyTrigger",
    batchSize: 200,
    user: "robot@local.example",
  });
});

it("gives a user to a trigger the project has no config for", () => {
  const configs = withTriggerUsers(schemaFixture([]), { Other: "robot" }).subscriberConfigs;

  expect(configs.get("other")).toMatchObject({ consumer: "Other", user: "robot@local.example" });
});
