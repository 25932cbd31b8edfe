/** Shows one mistake after the other to the tests that can meet it. */
import { runTestClass, type TestEnvironment } from "../../local/org/src/apex-tests/run-tests.ts";
import {
  alterableProject,
  compileProject,
  type AlterableProject,
  type ClassSource,
  type CompiledProject,
} from "../../local/org/src/compile/compile-project.ts";
import { CALLOUTS_REFUSED } from "../../local/org/src/org/callouts-refused.ts";
import { openOrg } from "../../local/org/src/org/open-org.ts";
import { testClassesOf } from "../../local/org/src/org/run-project-tests.ts";
import { askedOf, type Asked, type Noticed } from "./asking.ts";
import type { Mutation } from "./mutations.ts";
import { reachOf, statementAt, type ReachOfTest } from "./reach.ts";

export type Verdict =
  /** A test failed: which, and how many were asked until then. */
  | { readonly kind: "killed"; readonly by: string; readonly asked: number }
  | { readonly kind: "survived"; readonly asked: number }
  /** The class does not compile with it: nobody could have written it. */
  | { readonly kind: "impossible" };

export interface JudgeOptions {
  readonly root: string;
  readonly cacheFolder: string;
  readonly reachFolder: string;
  readonly onTest: (done: number, all: number) => void;
}

/** Mistakes after which an org is left for a new one, that none stands on what others did to it. */
const MISTAKES_PER_ORG = 50;

/** Compiles the project once, knows which tests run what, and keeps an org whose classes are exchanged. */
export class Judge {
  readonly #project: CompiledProject;
  readonly #alterable: AlterableProject;
  readonly #reach: readonly ReachOfTest[];
  readonly #testClasses: ReadonlyMap<string, ReturnType<typeof testClassesOf>[number]>;
  readonly #noticed = new Map<string, Noticed[]>();
  #units: CompiledProject["units"];
  #environment: TestEnvironment;
  #tried = 0;

  constructor({ root, cacheFolder, reachFolder, onTest }: JudgeOptions) {
    const options = { paths: [root], cacheFolder };
    this.#project = compileProject(options);
    this.#alterable = alterableProject(options);
    this.#testClasses = new Map(testClassesOf(this.#project).map((each) => [each.name, each]));
    this.#units = this.#project.units;
    this.#environment = this.#open();
    this.#reach = reachOf(this.#project, this.#environment, {
      cacheFolder: reachFolder,
      sources: this.sources,
      onTest,
    });
  }

  get sources(): readonly ClassSource[] {
    return this.#alterable.sources;
  }

  judge(name: string, { line, source }: Mutation): Verdict {
    const altered = this.#alteredOrNone(name, source);
    if (altered === undefined) return { kind: "impossible" };
    this.#tried += 1;
    if (this.#tried % MISTAKES_PER_ORG === 0) this.#environment = this.#open();
    this.#meet(altered.units);
    const noticed = this.#noticedIn(name);
    let asked = 0;
    for (const { test, methods } of askedOf(
      this.#reach,
      name,
      this.#statementAt(name, line),
      noticed,
    )) {
      const outcomes = this.#ask({ test, methods });
      asked += outcomes.length;
      const failed = outcomes.find(({ outcome }) => outcome === "fail");
      if (failed === undefined) continue;
      noticed.push({ line, test, method: failed.method });
      return { kind: "killed", by: `${test}.${failed.method}`, asked };
    }
    return { kind: "survived", asked };
  }

  #ask({ test, methods }: Asked): ReturnType<typeof runTestClass> {
    const testClass = this.#testClasses.get(test);
    if (testClass === undefined) throw new Error(`There is no test class ${test}.`);
    const isEnough: TestEnvironment["isEnough"] = ({ outcome }) => outcome === "fail";
    return runTestClass({ ...this.#environment, isEnough }, testClass, methods);
  }

  /** From now on, these are the units that run. */
  #meet(units: CompiledProject["units"]): void {
    this.#units = units;
    this.#environment.engine.renew();
  }

  #noticedIn(name: string): Noticed[] {
    const known = this.#noticed.get(name) ?? [];
    this.#noticed.set(name, known);
    return known;
  }

  #statementAt(name: string, line: number): number {
    const found = this.#project.classes.find((each) => each.name === name);
    return statementAt(found?.emitted?.executableLines ?? [], line);
  }

  #alteredOrNone(name: string, source: string): CompiledProject | undefined {
    try {
      return this.#alterable.altered(this.#project, name, source);
    } catch {
      return undefined;
    }
  }

  #open(): TestEnvironment {
    const units: CompiledProject["units"] = {
      classUnit: (name) => this.#units.classUnit(name),
      triggerUnit: (name) => this.#units.triggerUnit(name),
    };
    const { org, engine } = openOrg(
      { ...this.#project, units },
      { callouts: CALLOUTS_REFUSED, log: () => undefined },
    );
    return { engine, runner: org.runner, user: org.administrator };
  }
}
