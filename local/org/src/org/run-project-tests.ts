/** A project's test classes, run one after the other in one org, and what came of them. */
import { coverageOf, type LinesCovered } from "../apex-tests/coverage.ts";
import type { TestOutcome, TestRun } from "../apex-tests/outcome.ts";
import { runTestClass } from "../apex-tests/run-tests.ts";
import type { CompiledProject } from "../compile/compile-project.ts";
import type { CompiledClass } from "../compile/output-cache.ts";
import { namespaceOf } from "../types/namespace.ts";
import type { OpenOrg } from "./open-org.ts";

export interface ProjectRunOptions {
  readonly onClass?: (name: string, outcomes: readonly TestOutcome[]) => void;
}

export function runProjectTests(
  project: CompiledProject,
  { org, engine }: OpenOrg,
  testClasses: readonly CompiledClass[],
  { onClass }: ProjectRunOptions = {},
): TestRun {
  const environment = { engine, runner: org.runner, user: org.administrator };
  const tests = testClasses.flatMap((testClass) => {
    const outcomes = runTestClass(environment, testClass);
    onClass?.(testClass.name, outcomes);
    return outcomes;
  });
  return testRunOf(project, tests, engine.coverage());
}

/** What came of all tests, with the lines that ran, of a file as often as it was loaded. */
export function testRunOf(
  project: CompiledProject,
  tests: readonly TestOutcome[],
  ran: readonly LinesCovered[],
): TestRun {
  const count = (outcome: TestOutcome["outcome"]): number =>
    tests.filter((each) => each.outcome === outcome).length;
  return {
    summary: { passed: count("pass"), failed: count("fail"), skipped: count("skip") },
    tests,
    compileErrors: project.diagnostics.flatMap(({ kind, file, at, message }) =>
      kind === "error" ? [{ file, line: at.line, column: at.column, message }] : [],
    ),
    coverage: coverageOf(project, ran),
  };
}

export function testClassesOf(project: CompiledProject): readonly CompiledClass[] {
  return project.classes.filter(
    ({ name, tests }) => tests.length > 0 && namespaceOf(name) === null,
  );
}
