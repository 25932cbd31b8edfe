import { describe, expect, it, test } from "vitest";
import type { TestOutcome } from "../apex-tests/outcome.ts";
import {
  brokenText,
  formatVerdict,
  isAsExpected,
  parseBreaks,
  readBreaks,
  suitesWithBreaks,
  verdictOf,
  type PlantedBreak,
} from "./breaks.ts";
import { readSuite, SuiteError } from "./suite.ts";

const place = { file: "classes/Price.cls", replace: "* 2", by: "* 3" };
const given = { ...place, noticedBy: "PriceTest" };
const planted: PlantedBreak = {
  file: "classes/Price.cls",
  replace: "* 2",
  by: "* 3",
  expected: { kind: "noticed", test: "PriceTest" },
};
const unseen: PlantedBreak = { ...planted, expected: { kind: "unseen", reason: "it is a log" } };
const suite = {
  failures: [{ reason: "needs DataWeave", tests: ["PriceTest.weaves"] }],
} as unknown as Parameters<typeof verdictOf>[0];

function ran(method: string, message: string | null = null): TestOutcome {
  const outcome = message === null ? "pass" : "fail";
  return { class: "PriceTest", method, outcome, message, stackTrace: null, ms: 1 };
}

describe("a suite's file of breaks", () => {
  it("says for each whether it is noticed, or why not", () => {
    expect(parseBreaks(JSON.stringify([given]), "some")).toEqual([planted]);
    const other = { ...place, unseen: "it is a log" };
    expect(parseBreaks(JSON.stringify([other]), "some")).toEqual([unseen]);
  });

  it.each([
    ["an empty list", []],
    ["what is no class", [{ ...given, file: "classes/Price.trigger" }]],
    ["a break that changes nothing", [{ ...given, by: "* 2" }]],
    ["a break without a text", [{ ...given, by: undefined }]],
    ["neither a test nor a reason", [{ ...given, noticedBy: " " }]],
    ["both a test and a reason", [{ ...given, unseen: "it is a log" }]],
  ])("is refused for %s", (_, wrong) => {
    expect(() => parseBreaks(JSON.stringify(wrong), "some")).toThrow(SuiteError);
  });

  it.each(suitesWithBreaks())("of %s has ten, in a suite that is there", (name) => {
    expect(readSuite(name).tests).toBeGreaterThan(0);
    expect(readBreaks(name)).toHaveLength(10);
  });

  it("of a suite that has none is refused by name", () => {
    expect(() => readBreaks("async-lib")).toThrow(/^No breaks are planted in async-lib\./);
  });
});

describe("a break is planted", () => {
  it("where the text stands once", () => {
    expect(brokenText("return quantity * 2;", planted)).toBe("return quantity * 3;");
  });

  it.each(["return quantity + 2;", "return quantity * 2 * 2;"])("and nowhere in %s", (text) => {
    expect(() => brokenText(text, planted)).toThrow(SuiteError);
  });
});

describe("a break is noticed", () => {
  test("by a test that passes without it", () => {
    const verdict = verdictOf(suite, [ran("adds"), ran("doubles", "expected 6, got 9")]);
    expect(verdict).toMatchObject({ kind: "noticed", test: "PriceTest.doubles" });
    expect(isAsExpected(planted, verdict)).toBe(true);
    expect(isAsExpected(unseen, verdict)).toBe(false);
  });

  test("not by one that fails anyway", () => {
    const verdict = verdictOf(suite, [ran("adds"), ran("weaves", "a gap")]);
    expect(verdict).toEqual({ kind: "unnoticed" });
    expect(isAsExpected(planted, verdict)).toBe(false);
    expect(isAsExpected(unseen, verdict)).toBe(true);
  });

  test.each(["The local org failed: x is undefined", "Not supported by the local org yet: x"])(
    "not by a fault of this org: %s",
    (message) => {
      const verdict = verdictOf(suite, [ran("adds", "wrong"), ran("doubles", message)]);
      expect(verdict).toMatchObject({ kind: "fault", test: "PriceTest.doubles" });
      expect(isAsExpected(planted, verdict)).toBe(false);
      expect(formatVerdict(planted, verdict)).toContain("NOT AS EXPECTED");
    },
  );
});
