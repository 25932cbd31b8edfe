import { expect, test } from "vitest";
import type { Outcome } from "./outcome.ts";
import { reportLines } from "./report.ts";
import { apexSuiteResults, jestSuiteResults } from "./results.ts";

const green: Outcome = {
  suite: "unit tests",
  exitCode: 0,
  passed: 5,
  skipped: 1,
  failures: [],
  seconds: 2,
  cpuSeconds: 3.25,
};

test("a green run ends with a line for each suite and one for all", () => {
  const apex = { ...green, suite: "Apex tests", passed: 3, skipped: 0 };

  expect(reportLines([green, apex])).toEqual([
    "",
    "unit tests: 5 passed, 0 failed in 2.0 s, 3.3 s of CPU",
    "Apex tests: 3 passed, 0 failed in 2.0 s, 3.3 s of CPU",
    "8 passed, 0 failed, 1 skipped, 6.5 s of CPU",
  ]);
});

test("every failed test is told at the end by suite, file, name and the first lines of its message", () => {
  const message = ["\u001b[31mexpected 1 to be 2\u001b[39m", "", ...Array.from("123456789")].join(
    "\n",
  );
  const failures = [{ file: "worker/a.test.ts", test: "counts", message }];

  const lines = reportLines([{ ...green, exitCode: 1, failures }]);

  expect(lines).toEqual([
    "",
    "── what failed ──",
    "✗ unit tests: worker/a.test.ts › counts",
    "    expected 1 to be 2",
    ...Array.from("1234567", (line) => `    ${line}`),
    "",
    "unit tests: 5 passed, 1 failed in 2.0 s, 3.3 s of CPU  FAILED",
    "5 passed, 1 failed, 1 skipped, 3.3 s of CPU",
  ]);
});

test("a suite that failed without a failed test is told too", () => {
  expect(reportLines([{ ...green, exitCode: 137 }])).toContain(
    "✗ unit tests: no test failed, and it ended with exit code 137",
  );
});

test("a file that could not be read is a failure of its own, with its message", () => {
  const results = jestSuiteResults("/repo", {
    numPassedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      {
        name: "/repo/x.test.ts",
        status: "failed",
        message: "no such module",
        assertionResults: [],
      },
    ],
  });

  expect(results?.failures).toEqual([
    { file: "x.test.ts", test: undefined, message: "no such module" },
  ]);
});

test("vitest's and Jest's results name each failed test once", () => {
  const results = jestSuiteResults("/repo", {
    numPassedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      {
        name: "/repo/worker/x.test.ts",
        status: "failed",
        message: "",
        assertionResults: [
          { status: "passed", fullName: "adds", failureMessages: [] },
          { status: "failed", fullName: "divides", failureMessages: ["by zero", "at x.ts:3"] },
        ],
      },
    ],
  });

  expect(results).toEqual({
    passed: 1,
    skipped: 3,
    failures: [{ file: "worker/x.test.ts", test: "divides", message: "by zero\nat x.ts:3" }],
  });
});

test("Apex tells its failed methods with their stack, and what did not compile with its line", () => {
  const results = apexSuiteResults("/repo", {
    summary: { passed: 1, failed: 1, skipped: 0 },
    tests: [
      { class: "StripeATest", method: "adds", outcome: "pass", message: null, stackTrace: null },
      {
        class: "StripeATest",
        method: "halves",
        outcome: "fail",
        message: "no",
        stackTrace: "l. 3",
      },
    ],
    compileErrors: [{ file: "/repo/force-app/A.cls", line: 3, column: 1, message: "no such type" }],
    coverage: [],
  });

  expect(results?.failures).toEqual([
    { file: "force-app/A.cls:3", test: undefined, message: "no such type" },
    { file: "StripeATest", test: "halves", message: "no\nl. 3" },
  ]);
});

test("Apex that its tests leave uncovered is a failure", () => {
  const run = (covered: number): unknown => ({
    summary: { passed: 1, failed: 0, skipped: 0 },
    tests: [],
    compileErrors: [],
    coverage: [
      { class: "StripeA", lines: 150, covered },
      { class: "StripeB", lines: 50, covered: 50 },
    ],
  });

  expect(apexSuiteResults("/repo", run(130))?.failures).toEqual([]);
  expect(apexSuiteResults("/repo", run(129))?.failures).toEqual([
    {
      file: "force-app",
      test: undefined,
      message: "179 of 200 lines covered, at least 90 % are asked for",
    },
  ]);
});

test("a results file that is not there is no result", () => {
  expect(jestSuiteResults("/repo", null)).toBeUndefined();
  expect(apexSuiteResults("/repo", null)).toBeUndefined();
});
