/**
 * Mistakes planted in the code of a public suite, to see whether this org notices what the suite's own tests can see. A suite that passes
 * here although its code is broken would pass for the wrong reason.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { TestOutcome } from "../apex-tests/outcome.ts";
import { testName } from "./compare.ts";
import { SuiteError, type Suite } from "./suite.ts";

const FOLDER = path.join(import.meta.dirname, "../../conformance/breaks");

export interface PlantedBreak {
  /** A class of the suite, as a path in its clone. */
  readonly file: string;
  /** Stands in the file once. */
  readonly replace: string;
  readonly by: string;
  readonly expected: Expected;
}

export type Expected =
  /** The test class that fails for it. */
  | { readonly kind: "noticed"; readonly test: string }
  /** Why no test of the suite can tell. */
  | { readonly kind: "unseen"; readonly reason: string };

export type Verdict =
  /** `test` fails, which passes without the break. */
  | { readonly kind: "noticed"; readonly test: string; readonly message: string }
  | { readonly kind: "unnoticed" }
  /** What fails is this org. */
  | { readonly kind: "fault"; readonly test: string; readonly message: string };

/** How this org says that it failed, or lacks what was asked of it. */
const FAULT = /^(?:The local org failed|Not supported by the local org yet)/u;

/** Names of the suites in whose code something is broken. */
export function suitesWithBreaks(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json"))
    .map((file) => path.basename(file, ".json"))
    .sort();
}

/** @throws SuiteError where there are none for the suite, or its file is not one of breaks. */
export function readBreaks(name: string): readonly PlantedBreak[] {
  const file = path.join(FOLDER, `${name}.json`);
  if (!existsSync(file))
    throw new SuiteError(
      `No breaks are planted in ${name}. They are in: ${suitesWithBreaks().join(", ")}.`,
    );
  return parseBreaks(readFileSync(file, "utf8"), name);
}

export function parseBreaks(text: string, name: string): readonly PlantedBreak[] {
  const refuse = (what: string): never => {
    throw new SuiteError(`breaks/${name}.json: ${what}`);
  };
  const given: unknown = JSON.parse(text);
  if (!Array.isArray(given) || given.length === 0) return refuse("is a list of breaks");
  return given.map((each: unknown, index) => {
    const fields = typeof each === "object" && each !== null ? each : {};
    const { file, replace, by, noticedBy, unseen } = fields as Partial<Record<string, unknown>>;
    const at = `break ${index + 1}`;
    if (typeof file !== "string" || !file.endsWith(".cls")) return refuse(`${at}: file is a class`);
    if (typeof replace !== "string" || typeof by !== "string" || replace === by)
      return refuse(`${at}: replace and by are two texts`);
    if (isFilled(noticedBy) && unseen === undefined)
      return { file, replace, by, expected: { kind: "noticed", test: noticedBy } };
    if (isFilled(unseen) && noticedBy === undefined)
      return { file, replace, by, expected: { kind: "unseen", reason: unseen } };
    return refuse(`${at}: either noticedBy is a test class, or unseen a reason`);
  });
}

function isFilled(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

/** @throws SuiteError where what is to be replaced does not stand in the text once */
export function brokenText(text: string, { file, replace, by }: PlantedBreak): string {
  const [before, after, ...more] = text.split(replace);
  if (before === undefined || after === undefined || more.length > 0)
    throw new SuiteError(`${file} has not once: ${replace}`);
  return before + by + after;
}

/** @param outcomes of the suite's tests, or some of them, with the break in its code */
export function verdictOf({ failures }: Suite, outcomes: readonly TestOutcome[]): Verdict {
  const expected = new Set(failures.flatMap(({ tests }) => tests));
  const failed = outcomes.flatMap((outcome) => {
    const test = testName(outcome);
    if (outcome.outcome !== "fail" || expected.has(test)) return [];
    return [{ test, message: outcome.message ?? "" }];
  });
  const fault = failed.find(({ message }) => FAULT.test(message));
  if (fault !== undefined) return { kind: "fault", ...fault };
  const [first] = failed;
  return first === undefined ? { kind: "unnoticed" } : { kind: "noticed", ...first };
}

export function isAsExpected({ expected }: PlantedBreak, { kind }: Verdict): boolean {
  return kind === (expected.kind === "noticed" ? "noticed" : "unnoticed");
}

/** One line: the break, and what came of it. */
export function formatVerdict(planted: PlantedBreak, verdict: Verdict): string {
  const { file, replace, by, expected } = planted;
  const what = `${path.basename(file)}: ${short(replace)} → ${short(by)}`;
  const told = isAsExpected(planted, verdict) ? "as expected" : "NOT AS EXPECTED";
  switch (verdict.kind) {
    case "noticed":
      return `${told}: ${what}: noticed by ${verdict.test}: ${short(verdict.message)}`;
    case "unnoticed":
      return expected.kind === "noticed"
        ? `${told}: ${what}: not noticed by ${expected.test}`
        : `${told}: ${what}: no test can tell: ${expected.reason}`;
    case "fault":
      return `${told}: ${what}: ${verdict.test}: ${verdict.message}`;
  }
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  if (line === "") return "nothing";
  return line.length > 70 ? `${line.slice(0, 70)}…` : line;
}
