/** A test run that several threads share: each takes the next class that none has taken, and has an org of its own. */
import { setImmediate } from "node:timers/promises";
import type { TestOutcome, TestRun } from "../../apex-tests/outcome.ts";
import type { LinesCovered } from "../../apex-tests/coverage.ts";
import { runTestClass } from "../../apex-tests/run-tests.ts";
import type { CompiledProject } from "../../compile/compile-project.ts";
import type { CompiledClass } from "../../compile/output-cache.ts";
import type { OpenOrg } from "../../org/open-org.ts";
import { testRunOf } from "../../org/run-project-tests.ts";
import type { LinesRun } from "../../runtime/engine.ts";
import { takeClasses } from "./take-classes.ts";
import type { TestThreads } from "./test-threads.ts";

export interface SharedRunOptions {
  /** Hears of the classes in their order, whichever thread is done first. */
  readonly onClass: (name: string, outcomes: readonly TestOutcome[]) => void;
  readonly log: (line: string) => void;
}

/** This thread takes classes as the others do, and between two of them hears what those say. */
export async function runInThreads(
  project: CompiledProject,
  { org, engine }: OpenOrg,
  testClasses: readonly CompiledClass[],
  threads: TestThreads,
  { onClass, log }: SharedRunOptions,
): Promise<TestRun> {
  const outcomes: (readonly TestOutcome[] | undefined)[] = [];
  let told = 0;
  const ran = (place: number, ofClass: readonly TestOutcome[]): void => {
    outcomes[place] = ofClass;
    for (; ; told += 1) {
      const [testClass, next] = [testClasses[told], outcomes[told]];
      if (testClass === undefined || next === undefined) return;
      onClass(testClass.name, next);
    }
  };
  const lines: LinesRun[] = [];
  const names = testClasses.map(({ name }) => name);
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  threads.run(project, testClasses, next, {
    ran,
    covered: (more) => lines.push(...more),
    log,
  });

  const environment = { engine, runner: org.runner, user: org.administrator };
  for (const { place, testClass } of takeClasses(project, names, next)) {
    ran(place, runTestClass(environment, testClass));
    await setImmediate();
  }
  await threads.ended();
  return testRunOf(
    project,
    testClasses.flatMap((_, place) => outcomes[place] ?? []),
    [...engine.coverage(), ...linesCovered(project, lines)],
  );
}

function linesCovered(
  { classes, triggers }: CompiledProject,
  lines: readonly LinesRun[],
): readonly LinesCovered[] {
  const files = new Map<string, string>([
    ...classes.map(({ name, file }) => [`class ${name.toLowerCase()}`, file] as const),
    ...triggers.map(({ name, file }) => [`trigger ${name.toLowerCase()}`, file] as const),
  ]);
  return lines.flatMap(({ unit, lines: coveredLines }) => {
    const file = files.get(unit);
    return file === undefined ? [] : [{ file, coveredLines }];
  });
}
