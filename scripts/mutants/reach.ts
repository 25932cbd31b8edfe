/** Which test methods run which lines, so that a mistake is shown only to the tests that can meet it. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { runTestClass, type TestEnvironment } from "../../local/org/src/apex-tests/run-tests.ts";
import type { CompiledProject } from "../../local/org/src/compile/compile-project.ts";
import { testClassesOf } from "../../local/org/src/org/run-project-tests.ts";
import type { LinesRun } from "../../local/org/src/runtime/engine.ts";

/** Class, in lower case → the lines of it that ran. */
const linesByClass = z.record(z.string(), z.array(z.number()));
const reachOfTest = z.object({
  test: z.string(),
  /** Of its text and those of the classes it ran, as they were. */
  key: z.string(),
  /** Of its setup, which runs before any of its methods. */
  setUp: linesByClass,
  methods: z.array(z.object({ name: z.string(), ms: z.number(), lines: linesByClass })),
});

export type ReachOfTest = z.output<typeof reachOfTest>;
export type LinesByClass = z.output<typeof linesByClass>;
export type Source = { readonly name: string; readonly text: string };

export interface ReachOptions {
  readonly cacheFolder: string;
  readonly sources: readonly Source[];
  readonly onTest: (done: number, all: number) => void;
}

/**
 * Runs every test class once, or takes what an earlier run found of it: a test class runs the same lines as long as it and all that it ran
 * stay the same, whatever other classes there are.
 * @throws Error when a test fails: what fails by itself notices nothing
 */
export function reachOf(
  project: CompiledProject,
  environment: TestEnvironment,
  { cacheFolder, sources, onTest }: ReachOptions,
): readonly ReachOfTest[] {
  mkdirSync(cacheFolder, { recursive: true });
  const texts = new Map(sources.map(({ name, text }) => [name.toLowerCase(), text]));
  const classes = testClassesOf(project);
  return classes.map((testClass, index) => {
    const file = path.join(cacheFolder, `${testClass.name}.json`);
    const known = read(file);
    if (known !== null && known.key === keyOf(known, texts)) return known;
    const found = reachOfClass(environment, testClass, texts);
    writeFileSync(file, JSON.stringify(found));
    onTest(index + 1, classes.length);
    return found;
  });
}

/** What the lines that a test runs depend on: itself, and the classes it runs. */
export function keyOf(
  { test, setUp, methods }: Omit<ReachOfTest, "key">,
  texts: ReadonlyMap<string, string>,
): string {
  const ran = [setUp, ...methods.map(({ lines }) => lines)].flatMap((lines) => Object.keys(lines));
  const hash = createHash("sha256");
  for (const name of [...new Set([test.toLowerCase(), ...ran])].toSorted())
    hash.update(`${name}\n${texts.get(name) ?? ""}\n`);
  return hash.digest("hex");
}

/** Of a statement of several lines, only the first counts as run. */
export function statementAt(executable: readonly number[], line: number): number {
  return Math.max(...executable.filter((each) => each <= line), executable[0] ?? line);
}

function reachOfClass(
  environment: TestEnvironment,
  testClass: Parameters<typeof runTestClass>[1],
  texts: ReadonlyMap<string, string>,
): ReachOfTest {
  const { engine } = environment;
  const run = new Map<string | null, LinesByClass>();
  // What ran before is no part of it.
  engine.takeRun();
  const outcomes = runTestClass(
    { ...environment, onRun: (method) => run.set(method, linesOf(engine.takeRun())) },
    testClass,
  );
  const failed = outcomes.find(({ outcome }) => outcome === "fail");
  if (failed !== undefined)
    throw new Error(
      `${testClass.name}.${failed.method} fails without any mistake: ${failed.message ?? ""}`,
    );
  const found = {
    test: testClass.name,
    setUp: run.get(null) ?? {},
    methods: outcomes.map(({ method, ms }) => ({ name: method, ms, lines: run.get(method) ?? {} })),
  };
  return { ...found, key: keyOf(found, texts) };
}

/** Triggers hold one line each, and no mistake is looked for in them. */
function linesOf(run: readonly LinesRun[]): LinesByClass {
  return Object.fromEntries(
    run.flatMap(({ unit, lines }) =>
      unit.startsWith("class ") ? [[unit.slice("class ".length), [...lines]]] : [],
    ),
  );
}

function read(file: string): ReachOfTest | null {
  try {
    return reachOfTest.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}
