import { expect, test } from "vitest";
import { apexOrg } from "../org/org-fixture.ts";
import { schemaOf } from "../schema/fixture/schema.ts";

const org = (body: string): ReturnType<typeof apexOrg> =>
  apexOrg({
    schema: schemaOf({}),
    classes: ["public class Runs { public static Integer count = 0; }"],
    triggers: [`trigger OnAccount on Account (after update) { Runs.count++;\n${body} }`],
  });

const START = "Account a = new Account(Name = 'a'); insert a;";

test("the trigger that is one too many fails the save that starts it, and those around it pass that on", () => {
  const { exception } = org("update new Account(Id = Trigger.new[0].Id);").run(
    `${START} update a;`,
  );
  const levels = Array.from({ length: 16 }, () => "Account trigger event AfterUpdate").join("\n");
  expect(exception?.$class.name).toBe("System.DmlException");
  expect(exception?.message?.replaceAll(/001\w{15}/g, "ID")).toBe(
    `Update failed. First exception on row 0 with id ID; first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, OnAccount: execution of AfterUpdate

caused by: System.DmlException: Update failed. First exception on row 0 with id ID; first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, OnAccount: maximum trigger depth exceeded
${levels}: []

Trigger.OnAccount: line 2, column 1: []`,
  );
});

test("sixteen triggers run inside one another", () => {
  const { debug, exception } = org(
    "if (Runs.count < 16) update new Account(Id = Trigger.new[0].Id);",
  ).run(`${START} update a; System.debug(Runs.count);`);
  expect(exception).toBeNull();
  expect(debug).toEqual(["16"]);
});
