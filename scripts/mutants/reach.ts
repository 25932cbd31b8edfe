/** Which test classes run which lines, so that a mistake is shown only to the tests that can meet it. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { CompiledProject } from "../../local/org/src/compile/compile-project.ts";
import { openLocalOrg } from "../../local/org/src/open-local-org.ts";
import { testClassesOf } from "../../local/org/src/org/run-project-tests.ts";

const reachOfTest = z.object({
  test: z.string(),
  /** Of the sources it was found with. */
  key: z.string(),
  /** How long its tests take. */
  ms: z.number(),
  /** Class → the lines of it that they run. */
  lines: z.record(z.string(), z.array(z.number())),
});
const reachFile = z.array(reachOfTest);

export type ReachOfTest = z.output<typeof reachOfTest>;

export interface ReachOptions {
  readonly cacheFolder: string;
  readonly sources: readonly { readonly name: string; readonly text: string }[];
  readonly onTest: (done: number, all: number) => void;
}

/**
 * Runs every test class once, or takes what an earlier run found: a test class runs the same lines whatever other test classes
 * there are.
 * @throws Error when a test fails: what fails by itself notices nothing
 */
export function reachOf(
  project: CompiledProject,
  { cacheFolder, sources, onTest }: ReachOptions,
): readonly ReachOfTest[] {
  const file = path.join(cacheFolder, "reach.json");
  const known = new Map(read(file).map((reach) => [reach.test, reach]));
  const classes = testClassesOf(project).map(({ name }) => name);
  const keys = keysOf(classes, sources);
  const keep = (tests: readonly ReachOfTest[]): void => {
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(file, JSON.stringify(tests));
  };
  const tests: ReachOfTest[] = [];
  for (const [index, name] of classes.entries()) {
    const key = keys.get(name) ?? "";
    const found = known.get(name);
    if (found?.key === key) tests.push(found);
    else {
      tests.push(reachOfClass(project, name, key));
      onTest(index + 1, classes.length);
      // Finding it takes minutes, and may be ended.
      keep(tests);
    }
  }
  keep(tests);
  return tests;
}

/** Of a statement of several lines, only the first counts as run. */
export function statementAt(executable: readonly number[], line: number): number {
  return Math.max(...executable.filter((each) => each <= line), executable[0] ?? line);
}

/** Those that run a line: first the class's own test and its neighbours', then the quickest. */
export function testsReaching(
  reach: readonly ReachOfTest[],
  name: string,
  line: number,
): readonly ReachOfTest[] {
  const isOwn = ({ test }: ReachOfTest): boolean => test.startsWith(name);
  return reach
    .filter(({ lines }) => lines[name]?.includes(line) === true)
    .toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)) || a.ms - b.ms);
}

function reachOfClass(project: CompiledProject, name: string, key: string): ReachOfTest {
  const started = performance.now();
  const run = openLocalOrg(project).runTests([name]);
  const failed = run.tests.find(({ outcome }) => outcome === "fail");
  if (failed !== undefined)
    throw new Error(`${name}.${failed.method} fails without any mistake: ${failed.message ?? ""}`);
  return {
    test: name,
    key,
    ms: Math.round(performance.now() - started),
    lines: Object.fromEntries(
      run.coverage
        .filter(({ coveredLines }) => coveredLines.length > 0)
        .map((each) => [each.class, [...each.coveredLines]]),
    ),
  };
}

function read(file: string): readonly ReachOfTest[] {
  try {
    return reachFile.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return [];
  }
}

/** Test class → what its reach depends on: itself, and all that is no test class. */
export function keysOf(
  testClasses: readonly string[],
  sources: ReachOptions["sources"],
): ReadonlyMap<string, string> {
  const tests = new Set(testClasses);
  const common = createHash("sha256");
  for (const { name, text } of sources) if (!tests.has(name)) common.update(`${name}\n${text}\n`);
  const shared = common.digest("hex");
  return new Map(
    sources
      .filter(({ name }) => tests.has(name))
      .map(({ name, text }) => [
        name,
        createHash("sha256").update(`${shared}\n${text}`).digest("hex"),
      ]),
  );
}
