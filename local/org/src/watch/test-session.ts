/** A project's tests, run again as it is edited: only the classes that an edit reaches, those that are quick first. */
import type { TestOutcome } from "../apex-tests/outcome.ts";
import { runTestClass, type TestEnvironment } from "../apex-tests/run-tests.ts";
import type { CompiledClass } from "../compile/output-cache.ts";
import { ProjectUnderWork, type Refreshed } from "../compile/project-under-work.ts";
import type { CompileOptions, CompiledProject } from "../compile/compile-project.ts";
import { CALLOUTS_REFUSED } from "../org/callouts-refused.ts";
import { openOrg } from "../org/open-org.ts";
import { testClassesOf } from "../org/run-project-tests.ts";
import { classKey, triggerKey, type UnitKey } from "../compile/unit-graph.ts";
import { TestReach } from "./test-reach.ts";

export interface TestSessionOptions extends CompileOptions {
  /** Names of the only test classes that ever run, in lower case; null for all. */
  readonly only: ReadonlySet<string> | null;
  readonly log: (line: string) => void;
}

export class TestSession {
  readonly #options: TestSessionOptions;
  readonly #work: ProjectUnderWork;
  readonly #reach = new TestReach();
  readonly #outcomes = new Map<string, readonly TestOutcome[]>();
  /** Names of test classes that are to run. */
  readonly #due = new Set<string>();
  /** Units that an edit left without code: what is due waits until they compile. */
  #broken: ReadonlySet<UnitKey> = new Set();
  #isUnparsed = false;
  #environment: TestEnvironment | null = null;

  /** All tests are due. @throws ProjectPathError */
  constructor(options: TestSessionOptions) {
    this.#options = options;
    this.#work = new ProjectUnderWork(options);
    this.dueAll();
  }

  get project(): CompiledProject {
    return this.#work.project;
  }

  get testClasses(): readonly CompiledClass[] {
    const { only } = this.#options;
    return testClassesOf(this.project).filter(({ name }) => only?.has(name.toLowerCase()) ?? true);
  }

  get dueCount(): number {
    return this.#due.size;
  }

  /** Test classes of which a method failed when they last ran, by name. */
  get failing(): readonly string[] {
    return this.testClasses.flatMap(({ name }) => (this.#hasFailed(name) ? [name] : []));
  }

  /** Whether what is due waits for a file that does not compile. */
  get isWaiting(): boolean {
    return this.#isUnparsed || this.#broken.size > 0;
  }

  /** All tests are due, whatever does not compile. */
  dueAll(): void {
    this.#broken = new Set();
    this.#isUnparsed = false;
    for (const { name } of this.testClasses) this.#due.add(name);
  }

  dueFailing(): void {
    for (const name of this.failing) this.#due.add(name);
  }

  /** Does now what the first edit would wait for. */
  warm(): void {
    this.#work.warm();
  }

  /** Takes an edit in; what it reaches is due. @throws ProjectPathError */
  refresh(files: ReadonlySet<string>): Refreshed {
    const before = withoutCode(this.project);
    const refreshed = this.#work.refresh(files);
    this.#isUnparsed = refreshed.kind === "unparsed";
    if (refreshed.kind !== "everything" && refreshed.kind !== "apex") return refreshed;
    this.#environment = null;
    const waitedFor = this.#broken;
    if (refreshed.kind === "everything") this.dueAll();
    else this.#makeDue(refreshed.units);
    const isTouched = (key: UnitKey): boolean =>
      refreshed.kind === "apex" ? refreshed.units.has(key) : !before.has(key);
    this.#broken = new Set(
      [...withoutCode(this.project)].filter((key) => waitedFor.has(key) || isTouched(key)),
    );
    return refreshed;
  }

  /** Runs the next class that is due; null when none is, or all wait for what does not compile. */
  runNext(): readonly TestOutcome[] | null {
    if (this.isWaiting) return null;
    const testClass = this.#next();
    if (testClass === undefined) return null;
    this.#due.delete(testClass.name);
    const environment = (this.#environment ??= this.#open());
    const outcomes = runTestClass(environment, testClass);
    this.#reach.keep(testClass.name, environment.engine.takeRun());
    this.#outcomes.set(testClass.name, outcomes);
    return outcomes;
  }

  #makeDue(units: ReadonlySet<string>): void {
    for (const { name } of this.testClasses)
      if (this.#reach.reaches(name, units)) this.#due.add(name);
  }

  /** Whoever is gone or no longer a test is due no more. */
  #next(): CompiledClass | undefined {
    const due = this.testClasses.filter(({ name }) => this.#due.has(name));
    return due.toSorted((a, b) => this.#msOf(a.name) - this.#msOf(b.name))[0];
  }

  #msOf(name: string): number {
    return (this.#outcomes.get(name) ?? []).reduce((sum, { ms }) => sum + ms, 0);
  }

  #hasFailed(name: string): boolean {
    return this.#outcomes.get(name)?.some(({ outcome }) => outcome === "fail") ?? false;
  }

  /** A new org: nothing of what the code before the edit left is in it. */
  #open(): TestEnvironment {
    const project = { ...this.project, units: this.#reach.noting(this.project.units) };
    const { org, engine } = openOrg(project, {
      callouts: CALLOUTS_REFUSED,
      log: this.#options.log,
    });
    return { engine, runner: org.runner, user: org.administrator };
  }
}

function withoutCode({ classes, triggers }: CompiledProject): ReadonlySet<UnitKey> {
  return new Set([
    ...classes.flatMap(({ name, emitted }) => (emitted === null ? [classKey(name)] : [])),
    ...triggers.flatMap(({ name, emitted }) => (emitted === null ? [triggerKey(name)] : [])),
  ]);
}
