/** A project's test classes, run one after the other in one org, and what came of them. */
import { coverageOf } from "./coverage.ts";
import type { TestOutcome, TestRun } from "./outcome.ts";
import { runTestClass } from "./run-tests.ts";
import type { CompiledClass } from "../compile/output-cache.ts";
import type { CompiledProject } from "../compile/compile-project.ts";
import { CALLOUTS_REFUSED } from "../org/callouts-refused.ts";
import { openOrg } from "../org/open-org.ts";

export interface ProjectRunOptions {
  /** Failed jobs and skipped events: what nobody waits for. */
  readonly log: (line: string) => void;
  readonly onClass?: (name: string, outcomes: readonly TestOutcome[]) => void;
}

export function runProjectTests(
  project: CompiledProject,
  testClasses: readonly CompiledClass[],
  { log, onClass }: ProjectRunOptions,
): TestRun {
  const { org, engine } = openOrg(project, { callouts: CALLOUTS_REFUSED, log });
  const environment = { engine, runner: org.runner, user: org.administrator };
  const tests = testClasses.flatMap((testClass) => {
    const outcomes = runTestClass(environment, testClass);
    onClass?.(testClass.name, outcomes);
    return outcomes;
  });
  const count = (outcome: TestOutcome["outcome"]): number =>
    tests.filter((each) => each.outcome === outcome).length;
  return {
    summary: { passed: count("pass"), failed: count("fail"), skipped: count("skip") },
    tests,
    compileErrors: project.diagnostics.flatMap(({ kind, file, at, message }) =>
      kind === "error" ? [{ file, line: at.line, column: at.column, message }] : [],
    ),
    coverage: coverageOf(project, engine.coverage()),
  };
}

export function testClassesOf(project: CompiledProject): readonly CompiledClass[] {
  return project.classes.filter(({ tests }) => tests.length > 0);
}
