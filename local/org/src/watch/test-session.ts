/** A project's tests, run again as it is edited: only those that an edit reaches, the nearest and then the quickest first. */
import type { TestOutcome } from "../apex-tests/outcome.ts";
import { runTestClass, type TestEnvironment } from "../apex-tests/run-tests.ts";
import type { CompiledClass } from "../compile/output-cache.ts";
import {
  ProjectUnderWork,
  type ApexEdited,
  type Refreshed,
} from "../compile/project-under-work.ts";
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
  readonly #reach: TestReach;
  /** By test class, then by method. */
  readonly #outcomes = new Map<string, Map<string, TestOutcome>>();
  /** Methods that are to run, by test class. */
  readonly #due = new Map<string, Set<string>>();
  /** Names of the classes last edited, in lower case. */
  #edited: readonly string[] = [];
  /** Units that an edit left without code: what is due waits until they compile. */
  #broken: ReadonlySet<UnitKey> = new Set();
  #isUnparsed = false;
  #environment: TestEnvironment | null = null;

  /** All tests are due. @throws ProjectPathError */
  constructor(options: TestSessionOptions) {
    this.#options = options;
    this.#work = new ProjectUnderWork(options);
    this.#reach = new TestReach((unit, lines) => this.#work.membersAt(unit, lines));
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

  /** Test classes of which a method failed when it last ran, by name. */
  get failing(): readonly string[] {
    return this.testClasses.flatMap(({ name }) => (this.#failedOf(name).length > 0 ? [name] : []));
  }

  /** Whether what is due waits for a file that does not compile. */
  get isWaiting(): boolean {
    return this.#isUnparsed || this.#broken.size > 0;
  }

  /** All tests are due, whatever does not compile. */
  dueAll(): void {
    this.#broken = new Set();
    this.#isUnparsed = false;
    for (const { name, tests } of this.testClasses)
      this.#makeDue(
        name,
        tests.map((test) => test.name),
      );
  }

  dueFailing(): void {
    for (const name of this.failing) this.#makeDue(name, this.#failedOf(name));
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
    else this.#makeReachedDue(refreshed);
    const isTouched = (key: UnitKey): boolean =>
      refreshed.kind === "everything"
        ? !before.has(key)
        : refreshed.edited.has(key) || refreshed.reached.has(key);
    this.#broken = new Set(
      [...withoutCode(this.project)].filter((key) => waitedFor.has(key) || isTouched(key)),
    );
    return refreshed;
  }

  /** Runs what is due of the next class; null when nothing is, or all waits for what does not compile. */
  runNext(): readonly TestOutcome[] | null {
    if (this.isWaiting) return null;
    const testClass = this.#next();
    if (testClass === undefined) return null;
    const { name } = testClass;
    const methods = [...(this.#due.get(name) ?? [])];
    this.#due.delete(name);
    const environment = (this.#environment ??= this.#open());
    const onRun = (method: string | null): void =>
      this.#reach.keep(name, method, environment.engine.takeRun());
    const outcomes = runTestClass({ ...environment, onRun }, testClass, methods);
    this.#keep(testClass, outcomes);
    return outcomes;
  }

  #keep({ name, tests }: CompiledClass, outcomes: readonly TestOutcome[]): void {
    const before = this.#outcomes.get(name);
    const fresh = new Map(outcomes.map((outcome) => [outcome.method, outcome]));
    this.#outcomes.set(
      name,
      new Map(
        tests.flatMap(({ name: method }) => {
          const outcome = fresh.get(method) ?? before?.get(method);
          return outcome === undefined ? [] : [[method, outcome] as const];
        }),
      ),
    );
  }

  #makeReachedDue({ reached, edited }: ApexEdited): void {
    this.#edited = [...edited].map((key) => key.replace(/^\w+ /u, ""));
    for (const { name, tests } of this.testClasses)
      this.#makeDue(
        name,
        tests.flatMap((test) => (this.#reach.reaches(name, test.name, reached) ? [test.name] : [])),
      );
  }

  #makeDue(testClass: string, methods: readonly string[]): void {
    if (methods.length === 0) return;
    this.#due.set(testClass, new Set([...(this.#due.get(testClass) ?? []), ...methods]));
  }

  /** Whoever is gone or no longer a test is due no more. */
  #next(): CompiledClass | undefined {
    const due = this.testClasses.filter(({ name }) => this.#due.has(name));
    const rank = ({ name }: CompiledClass): number => (this.#isNear(name) ? 0 : 1);
    return due.toSorted((a, b) => rank(a) - rank(b) || this.#msOf(a.name) - this.#msOf(b.name))[0];
  }

  /** What was edited, or the test that is called after it. */
  #isNear(testClass: string): boolean {
    return this.#edited.some((name) => testClass.toLowerCase().startsWith(name));
  }

  #msOf(name: string): number {
    return this.#outcomesOf(name).reduce((sum, { ms }) => sum + ms, 0);
  }

  #failedOf(name: string): readonly string[] {
    return this.#outcomesOf(name).flatMap(({ outcome, method }) =>
      outcome === "fail" ? [method] : [],
    );
  }

  #outcomesOf(name: string): readonly TestOutcome[] {
    return [...(this.#outcomes.get(name)?.values() ?? [])];
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
