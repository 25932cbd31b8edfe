import { describe, expect, it } from "vitest";
import { servedApi } from "../testing/served-api.ts";
import { textWith } from "../testing/text-matchers.ts";

describe("anonymous Apex", () => {
  const run = (text: string) =>
    servedApi().call(`/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(text)}`).body;

  it("that succeeds says so", () => {
    expect(run("insert new Account(Name = 'A');")).toEqual({
      line: -1,
      column: -1,
      compiled: true,
      success: true,
      compileProblem: null,
      exceptionMessage: null,
      exceptionStackTrace: null,
    });
  });

  it("that does not compile says where and why", () => {
    expect(run("Integer i = 1;\nnope();")).toMatchObject({
      line: 2,
      compiled: false,
      success: false,
      compileProblem: textWith("nope"),
    });
  });

  it("that throws says what and where, and leaves nothing behind", () => {
    const api = servedApi();
    const block = "insert new Account(Name = 'A');\nInteger i = 1 / 0;";
    const { body } = api.call(
      `/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(block)}`,
    );
    expect(body).toMatchObject({
      line: 2,
      compiled: true,
      success: false,
      exceptionMessage: "System.MathException: Divide by 0",
      exceptionStackTrace: "AnonymousBlock: line 2, column 1",
    });
    expect(api.query("SELECT COUNT() FROM Account")).toMatchObject({ totalSize: 0 });
  });
});

describe("tests run through the Tooling API", () => {
  it("at once are answered with their outcomes", () => {
    const { body } = servedApi().call("/tooling/runTestsSynchronous", {
      method: "POST",
      body: { tests: [{ className: "OrderLinesTest" }] },
    });
    expect(body).toMatchObject({
      numTestsRun: 2,
      numFailures: 1,
      successes: [{ name: "OrderLinesTest", methodName: "addsUp" }],
      failures: [
        {
          methodName: "fails",
          message: "System.AssertException: Assertion Failed: sum: Expected: 3, Actual: 2",
          stackTrace: textWith("Class.OrderLinesTest.fails: line"),
        },
      ],
    });
  });

  it("later are rows that tell how far they are", () => {
    const api = servedApi();
    const { body: job } = api.call("/tooling/runTestsAsynchronous", {
      method: "POST",
      body: { tests: [{ className: "orderlinestest", testMethods: ["addsUp"] }] },
    });
    const status = (): unknown =>
      api.call(
        `/tooling/query?q=${encodeURIComponent(`SELECT Status, MethodsCompleted FROM ApexTestRunResult WHERE AsyncApexJobId = '${String(job)}'`)}`,
      ).body;
    expect(status()).toMatchObject({ records: [{ Status: "Processing" }] });
    api.workOff();
    expect(status()).toMatchObject({ records: [{ Status: "Completed", MethodsCompleted: 1 }] });
    expect(
      api.query("SELECT Outcome, MethodName, ApexClass.Name FROM ApexTestResult"),
    ).toMatchObject({
      totalSize: 1,
      records: [{ Outcome: "Pass", MethodName: "addsUp", ApexClass: { Name: "OrderLinesTest" } }],
    });
  });

  it("that are not there are refused by name", () => {
    expect(
      servedApi().call("/tooling/runTestsSynchronous", {
        method: "POST",
        body: { tests: [{ className: "Nope" }] },
      }),
    ).toMatchObject({ status: 400, body: [{ message: textWith("Nope") }] });
  });
});
