import { expect, it } from "vitest";
import { compileProject } from "../compile/compile-project.ts";
import { CALLOUTS_REFUSED } from "../org/callouts-refused.ts";
import { openOrg } from "../org/open-org.ts";
import { projectWith } from "../schema/fixture/schema.ts";
import { runTestClass } from "./run-tests.ts";

const FOLLOWINGS = "ConnectApi.ChatterUsers.getFollowings(null, UserInfo.getUserId());";

it("knows which test methods see the org's data, by their own annotation or their class's", () => {
  const path = projectWith({
    "classes/SomeTest.cls": `@IsTest private class SomeTest {
      @IsTest static void siloed() { ${FOLLOWINGS} }
      @IsTest(SeeAllData=true) static void seeing() { ${FOLLOWINGS} } }`,
    "classes/AllTest.cls": `@IsTest(SeeAllData=true) private class AllTest { @IsTest static void seeing() { ${FOLLOWINGS} } }`,
  });
  const project = compileProject({ paths: [path] });
  const { org, engine } = openOrg(project, { callouts: CALLOUTS_REFUSED, log: () => undefined });
  const outcomes = project.classes.flatMap((testClass) =>
    runTestClass({ engine, runner: org.runner, user: org.administrator }, testClass),
  );

  expect(outcomes.map((each) => `${each.class}.${each.method} ${each.outcome}`).toSorted()).toEqual(
    ["AllTest.seeing pass", "SomeTest.seeing pass", "SomeTest.siloed fail"],
  );
});
