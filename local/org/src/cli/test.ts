import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { percentCovered } from "../apex-tests/coverage.ts";
import type { ClassCoverage, TestOutcome } from "../apex-tests/outcome.ts";
import { runProjectTests, testClassesOf } from "../apex-tests/run-project.ts";
import { compileProject, type CompiledProject } from "../compile/compile-project.ts";
import { formatDiagnostic } from "../syntax/diagnostic.ts";
import { UsageError, type Command } from "./command.ts";
import { PROJECT_OPTIONS, PROJECT_USAGE, projectOptions } from "./project-options.ts";

export const test: Command = {
  name: "test",
  summary: "run a project's Apex tests",
  usage: `org test [options]

${PROJECT_USAGE}
  --class NAME    only this test class; may be repeated
  --json FILE     write the results as JSON
  --coverage FILE write line coverage as JSON`,
  run(argv) {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        ...PROJECT_OPTIONS,
        class: { type: "string", multiple: true },
        json: { type: "string" },
        coverage: { type: "string" },
      },
    });
    const project = compileProject({
      ...projectOptions(values),
      onProgress: (line) => console.error(line),
    });
    for (const diagnostic of project.diagnostics) console.log(formatDiagnostic(diagnostic));

    const run = runProjectTests(project, chosenClasses(project, values.class), {
      log: (line) => console.error(line),
      onClass: showClass,
    });
    if (values.json !== undefined) writeJson(values.json, run);
    if (values.coverage !== undefined) writeJson(values.coverage, run.coverage);
    showCoverage(run.coverage);
    const { passed, failed, skipped } = run.summary;
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
    const isCompiled = project.diagnostics.every(({ kind }) => kind !== "error");
    return failed > 0 || !isCompiled ? 1 : 0;
  },
};

function chosenClasses(
  project: CompiledProject,
  only: readonly string[] | undefined,
): CompiledProject["classes"] {
  const testClasses = testClassesOf(project);
  if (only === undefined) return testClasses;
  return only.map((name) => {
    const found = testClasses.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (found === undefined) throw new UsageError(`There is no test class ${name} in the project.`);
    return found;
  });
}

function showClass(name: string, outcomes: readonly TestOutcome[]): void {
  const failures = outcomes.filter(({ outcome }) => outcome === "fail");
  const ms = outcomes.reduce((sum, outcome) => sum + outcome.ms, 0);
  console.log(`${failures.length === 0 ? "✓" : "✗"} ${name} (${outcomes.length}) ${ms} ms`);
  for (const { method, message, stackTrace } of failures) {
    console.log(`    ${method}: ${message ?? "failed"}`);
    if (stackTrace !== null) console.log(stackTrace.replaceAll(/^/gm, "      "));
  }
}

function showCoverage(coverage: readonly ClassCoverage[]): void {
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

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
