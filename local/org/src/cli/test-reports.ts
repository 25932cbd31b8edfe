/** What `org test` says of a run, and the files it writes of it. */
import { writeFileSync } from "node:fs";
import type { ParseArgsOptionsConfig } from "node:util";
import { percentCovered } from "../apex-tests/coverage.ts";
import { junitOf } from "../apex-tests/formats/junit.ts";
import { lcovOf } from "../apex-tests/formats/lcov.ts";
import { sfJsonOf, type RunFacts } from "../apex-tests/formats/sf-json.ts";
import type { ClassCoverage, TestOutcome, TestRun } from "../apex-tests/outcome.ts";
import { checkWriteable } from "./written-file.ts";

export const REPORT_OPTIONS = {
  json: { type: "string" },
  "sf-json": { type: "string" },
  junit: { type: "string" },
  lcov: { type: "string" },
  coverage: { type: "string" },
} as const satisfies ParseArgsOptionsConfig;

const REPORT_NAMES = ["json", "sf-json", "junit", "lcov", "coverage"] as const;

export const REPORT_USAGE = `  --json FILE     write the results as JSON
  --sf-json FILE  write the results as sf apex run test --json does
  --junit FILE    write the results as JUnit XML
  --lcov FILE     write line coverage as an lcov tracefile
  --coverage FILE write line coverage as JSON`;

type ReportFiles = Readonly<Partial<Record<keyof typeof REPORT_OPTIONS, string | undefined>>>;

/** @throws UsageError where one of them cannot be written */
export function checkReports(files: ReportFiles): void {
  for (const option of REPORT_NAMES) {
    const file = files[option];
    if (file !== undefined) checkWriteable(`--${option}`, file);
  }
}

export function writeReports(run: TestRun, files: ReportFiles, facts: RunFacts): void {
  if (files.json !== undefined) writeJson(files.json, run);
  if (files["sf-json"] !== undefined) writeJson(files["sf-json"], sfJsonOf(run, facts));
  if (files.junit !== undefined) writeFileSync(files.junit, junitOf(run));
  if (files.lcov !== undefined) writeFileSync(files.lcov, lcovOf(run.coverage));
  if (files.coverage !== undefined) writeJson(files.coverage, run.coverage);
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

export function showClass(name: string, outcomes: readonly TestOutcome[]): void {
  const failures = outcomes.filter(({ outcome }) => outcome === "fail");
  const ms = outcomes.reduce((sum, outcome) => sum + outcome.ms, 0);
  console.log(`${failures.length === 0 ? "✓" : "✗"} ${name} (${outcomes.length}) ${ms} ms`);
  for (const { method, message, stackTrace } of failures) {
    console.log(`    ${name}.${method}  Fail  ${message ?? ""}`);
    if (stackTrace !== null) console.log(stackTrace.replaceAll(/^/gm, "      "));
  }
}

export function showCoverage(coverage: readonly ClassCoverage[]): void {
  if (coverage.length === 0) return;
  const width = Math.max(...coverage.map((each) => each.class.length));
  console.log("\nLines covered:");
  for (const each of coverage) {
    console.log(
      `  ${each.class.padEnd(width)}  ${String(percentCovered([each])).padStart(3)} %  ${each.covered}/${each.lines}`,
    );
  }
  console.log(`  ${"all".padEnd(width)}  ${String(percentCovered(coverage)).padStart(3)} %\n`);
}
