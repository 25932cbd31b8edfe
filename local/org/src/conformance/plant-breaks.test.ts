import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { compileProject } from "../compile/compile-project.ts";
import { writeProject } from "../schema/fixture/project.ts";
import type { PlantedBreak } from "./breaks.ts";
import { plantBreaks } from "./plant-breaks.ts";
import { SuiteError } from "./suite.ts";

const CLASS = "force-app/main/default/classes/Price.cls";
const files = writeProject({
  [CLASS]: `public class Price {
    public static Integer of(Integer quantity) { log('priced'); return quantity * 2; }
    private static void log(String text) { System.debug(text); }
  }`,
  "force-app/main/default/classes/PriceTest.cls": `@IsTest private class PriceTest {
    @IsTest static void twice() { Assert.areEqual(6, Price.of(3)); }
    @IsTest static void fails() { Assert.fail('it always does'); }
  }`,
});
afterAll(() => files.remove());

const suite = {
  name: "some",
  repository: "https://github.com/some/suite",
  commit: "0123456789012345678901234567890123456789",
  paths: ["."],
  tests: 2,
  failures: [{ reason: "it always does", tests: ["PriceTest.fails"] }],
};
const clone = { suite, folder: path.resolve(files.path), paths: [files.path] };
const options = { paths: [files.path] };

function verdicts(...breaks: readonly PlantedBreak[]): readonly string[] {
  const planted = plantBreaks(clone, compileProject(options), options, breaks);
  return [...planted].map(({ verdict }) => verdict.kind);
}

const noticed: PlantedBreak = {
  file: CLASS,
  replace: "* 2",
  by: "+ 2",
  expected: { kind: "noticed", test: "PriceTest" },
};
const unseen: PlantedBreak = {
  file: CLASS,
  replace: "'priced'",
  by: "'sold'",
  expected: { kind: "unseen", reason: "no test reads the log" },
};

test("each break is alone, and the files stay as they are", () => {
  const before = readFileSync(path.join(files.path, CLASS), "utf8");

  expect(verdicts(noticed, unseen, noticed)).toEqual(["noticed", "unnoticed", "noticed"]);
  expect(readFileSync(path.join(files.path, CLASS), "utf8")).toBe(before);
});

test.each([
  ["in a class that is not there", { ...noticed, file: "force-app/None.cls" }, "no class"],
  ["that does not compile", { ...noticed, by: "* 'two'" }, "does not compile"],
  ["that does not parse", { ...noticed, by: "* *" }, "does not compile"],
  [
    "for a test class that is not there",
    { ...noticed, expected: { kind: "noticed", test: "NoTest" } as const },
    "no test class NoTest",
  ],
])("a break %s is refused", (_, planted, message) => {
  expect(() => verdicts(planted)).toThrow(SuiteError);
  expect(() => verdicts(planted)).toThrow(message);
});
