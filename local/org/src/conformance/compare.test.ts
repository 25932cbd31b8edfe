import { describe, expect, it, test } from "vitest";
import type { TestOutcome } from "../apex-tests/outcome.ts";
import { accepted, changesOf } from "./compare.ts";
import { parseSuite, readSuite, SuiteError, suiteNames, type Suite } from "./suite.ts";

const suite: Suite = {
  name: "some",
  repository: "https://github.com/some/suite",
  commit: "0123456789012345678901234567890123456789",
  paths: ["."],
  tests: 3,
  failures: [{ reason: "needs DataWeave", tests: ["ATest.weaves"] }],
};

function ran(method: string, message: string | null = null): TestOutcome {
  const outcome = message === null ? "pass" : "fail";
  return { class: "ATest", method, outcome, message, stackTrace: null, ms: 1 };
}

describe("a run is compared with what is expected", () => {
  it("and nothing is said where it is so", () => {
    expect(changesOf(suite, [ran("weaves", "gap"), ran("adds"), ran("counts")])).toEqual([]);
  });

  it("in both directions, and by number", () => {
    expect(changesOf(suite, [ran("weaves"), ran("adds", "expected 1, got 2")])).toEqual([
      { kind: "passes", test: "ATest.weaves", reason: "needs DataWeave" },
      { kind: "fails", test: "ATest.adds", message: "expected 1, got 2" },
      { kind: "count", expected: 3, found: 2 },
    ]);
  });

  it("and a test that is gone does not count as one that fails", () => {
    expect(changesOf(suite, [ran("adds"), ran("counts"), ran("more")])).toEqual([
      { kind: "missing", test: "ATest.weaves", reason: "needs DataWeave" },
    ]);
  });
});

test("what is accepted keeps known reasons and gives new failures their message", () => {
  const outcomes = [ran("weaves", "gap"), ran("adds", "wrong\nmore"), ran("counts", "wrong")];
  const now = accepted(suite, outcomes);

  expect(now.failures).toEqual([
    { reason: "needs DataWeave", tests: ["ATest.weaves"] },
    { reason: "wrong", tests: ["ATest.adds", "ATest.counts"] },
  ]);
  expect(changesOf(now, outcomes)).toEqual([]);
});

describe("a suite's file", () => {
  it.each(suiteNames())("%s is one", (name) => {
    expect(readSuite(name).tests).toBeGreaterThan(0);
  });

  it.each([
    ["commit", { commit: "main" }],
    ["paths", { paths: [] }],
    ["reason", { failures: [{ reason: " ", tests: ["ATest.adds"] }] }],
    ["twice", { failures: [{ reason: "a", tests: ["ATest.adds", "ATest.adds"] }] }],
  ])("is refused for its %s", (_, wrong) => {
    expect(() => parseSuite(JSON.stringify({ ...suite, ...wrong }), "some")).toThrow(SuiteError);
  });
});
