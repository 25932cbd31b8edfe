import { expect, it } from "vitest";
import { compileProject } from "../compile/compile-project.ts";
import { openLocalOrg } from "../open-local-org.ts";
import { projectWith } from "../schema/fixture/schema.ts";

const FOLLOWINGS = "ConnectApi.ChatterUsers.getFollowings(null, UserInfo.getUserId());";

it("knows which test methods see the org's data, by their own annotation or their class's", () => {
  const path = projectWith({
    "classes/SomeTest.cls": `@IsTest private class SomeTest {
      @IsTest static void siloed() { ${FOLLOWINGS} }
      @IsTest(SeeAllData=true) static void seeing() { ${FOLLOWINGS} } }`,
    "classes/AllTest.cls": `@IsTest(SeeAllData=true) private class AllTest { @IsTest static void seeing() { ${FOLLOWINGS} } }`,
  });
  const project = compileProject({ paths: [path] });
  const outcomes = openLocalOrg(project).runTests().tests;

  expect(outcomes.map((each) => `${each.class}.${each.method} ${each.outcome}`).toSorted()).toEqual(
    ["AllTest.seeing pass", "SomeTest.seeing pass", "SomeTest.siloed fail"],
  );
});
