import { expect, it } from "vitest";
import { compileProject } from "../compile/compile-project.ts";
import { openLocalOrg } from "../open-local-org.ts";
import { metadataXml } from "../schema/fixture/project.ts";
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

it("shows reports to those tests only", () => {
  const report = metadataXml(
    "Report",
    "<name>All</name><format>Tabular</format><columns><field>ACCOUNT.NAME</field></columns><reportType>AccountList</reportType><scope>organization</scope><timeFrameFilter><dateColumn>CREATED_DATE</dateColumn><interval>INTERVAL_CUSTOM</interval></timeFrameFilter>",
  );
  const path = projectWith({
    "reports/Some.reportFolder-meta.xml": metadataXml("ReportFolder", "<name>Some</name>"),
    "reports/Some/All.report-meta.xml": report,
    "classes/SomeTest.cls": `@IsTest private class SomeTest {
      @IsTest static void siloed() { Assert.areEqual(0, [SELECT COUNT() FROM Report]); }
      @IsTest(SeeAllData=true) static void seeing() { Assert.areEqual(1, [SELECT COUNT() FROM Report]); } }`,
  });
  const outcomes = openLocalOrg(compileProject({ paths: [path] })).runTests().tests;

  expect(outcomes.map(({ method, outcome, message }) => [method, outcome, message])).toEqual([
    ["siloed", "pass", null],
    ["seeing", "pass", null],
  ]);
});
