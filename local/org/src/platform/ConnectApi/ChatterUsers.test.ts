import { expect, it } from "vitest";
import { apexOrg } from "../../org/org-fixture.ts";
import { schemaOf } from "../../schema/fixture/schema.ts";

const FOLLOWINGS =
  "System.debug(ConnectApi.ChatterUsers.getFollowings(null, UserInfo.getUserId()).total);";

it("refuses ConnectApi in a test that does not see the org's data, as the platform does", () => {
  expect(apexOrg({ schema: schemaOf({}) }).test(FOLLOWINGS).exception?.headline).toMatch(
    /^System\.UnsupportedOperationException: ConnectApi methods are not supported in data siloed tests/,
  );
});

it("finds nobody followed elsewhere", () => {
  expect(apexOrg({ schema: schemaOf({}) }).run(FOLLOWINGS).debug).toEqual(["0"]);
});
