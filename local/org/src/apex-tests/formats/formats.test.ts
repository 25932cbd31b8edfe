import { describe, expect, test } from "vitest";
import { parseXml, XmlElement } from "@rgrove/parse-xml";
import type { TestRun } from "../outcome.ts";
import { junitOf } from "./junit.ts";
import { lcovOf } from "./lcov.ts";
import { sfJsonOf } from "./sf-json.ts";

const RUN: TestRun = {
  summary: { passed: 1, failed: 1, skipped: 0 },
  tests: [
    { class: "ATest", method: "adds", outcome: "pass", message: null, stackTrace: null, ms: 12 },
    {
      class: "ATest",
      method: "counts",
      outcome: "fail",
      message: 'Assertion Failed: "a" < 1 & b\nmore',
      stackTrace: "Class.ATest.counts: line 5, column 1",
      ms: 8,
    },
  ],
  compileErrors: [],
  coverage: [
    {
      class: "A",
      file: "classes/A.cls",
      lines: 3,
      covered: 2,
      coveredLines: [2, 9],
      uncoveredLines: [4],
    },
  ],
};

const FACTS = {
  orgId: "00D000000000001AAA",
  userId: "005000000000001AAA",
  username: "admin@local.example",
  startedAt: Date.UTC(2026, 0, 31, 10),
  endedAt: Date.UTC(2026, 0, 31, 10) + 30,
};

function elementsIn(parent: XmlElement | null | undefined): readonly XmlElement[] {
  return parent?.children.filter((node) => node instanceof XmlElement) ?? [];
}

test("JUnit says each test once, a failure with its message and where it happened", () => {
  const xml = junitOf(RUN);
  const [suite] = elementsIn(parseXml(xml).root);
  const [passed, failed] = elementsIn(suite);

  expect(suite?.attributes["failures"]).toBe("1");
  expect(passed?.attributes).toMatchObject({ name: "adds", classname: "ATest", time: "0.012" });
  expect(failed?.attributes["name"]).toBe("counts");
  expect(elementsIn(failed).map(({ name, text }) => [name, text.trim()])).toEqual([
    ["failure", "Class.ATest.counts: line 5, column 1"],
  ]);
  expect(xml).toContain('message="Assertion Failed: &quot;a&quot; &lt; 1 &amp; b&#10;more"');
});

test("JUnit leaves out what XML cannot hold", () => {
  const [passed] = RUN.tests;
  if (passed === undefined) throw new Error("no test");
  const odd = { ...RUN, tests: [{ ...passed, outcome: "fail" as const, message: "a\u0000b" }] };
  expect(junitOf(odd)).toContain('message="ab"');
});

test("lcov has the lines in order, covered or not", () => {
  expect(lcovOf(RUN.coverage)).toBe(
    "TN:\nSF:classes/A.cls\nDA:2,1\nDA:4,0\nDA:9,1\nLF:3\nLH:2\nend_of_record\n",
  );
});

describe("sf's JSON", () => {
  const { status, result } = sfJsonOf(RUN, FACTS) as {
    status: number;
    result: Record<string, unknown>;
  };

  test("ends as sf does where a test fails, and sums up", () => {
    expect(status).toBe(100);
    expect(result["summary"]).toMatchObject({
      outcome: "Failed",
      testsRan: 2,
      passing: 1,
      failing: 1,
      passRate: "50%",
      commandTime: "30 ms",
      testExecutionTime: "20 ms",
      testRunCoverage: "66%",
    });
  });

  test("names each test and each line", () => {
    expect(result["tests"]).toMatchObject([
      { FullName: "ATest.adds", Outcome: "Pass", ApexClass: { Name: "ATest" }, RunTime: 12 },
      {
        FullName: "ATest.counts",
        Outcome: "Fail",
        StackTrace: expect.stringContaining("line 5") as unknown,
      },
    ]);
    expect(result["coverage"]).toMatchObject({
      coverage: [
        {
          name: "A",
          totalLines: 3,
          lines: { 2: 1, 4: 0, 9: 1 },
          totalCovered: 2,
          coveredPercent: 66,
        },
      ],
      summary: { totalLines: 3, coveredLines: 2 },
    });
  });
});
