/** Which units each test class has met, and so which tests an edit reaches. */
import type { UnitSource } from "../runtime/engine.ts";
import { classKey, triggerKey, type UnitKey } from "../compile/unit-graph.ts";

export class TestReach {
  /** By name of the test class. */
  readonly #met = new Map<string, ReadonlySet<UnitKey>>();
  #asked = new Set<UnitKey>();

  /** The units, with a note of who is asked for: of what does not compile, and of what is not there, no line ever runs. */
  noting(units: UnitSource): UnitSource {
    return {
      classUnit: (name) => {
        this.#asked.add(classKey(name));
        return units.classUnit(name);
      },
      triggerUnit: (name) => {
        this.#asked.add(triggerKey(name));
        return units.triggerUnit(name);
      },
    };
  }

  /** @param run units of which the test class ran lines */
  keep(testClass: string, run: readonly UnitKey[]): void {
    this.#met.set(testClass, new Set([...run, ...this.#asked, classKey(testClass)]));
    this.#asked = new Set();
  }

  /** Whether a test class met one of the units when it last ran; one that never ran may meet any. */
  reaches(testClass: string, units: ReadonlySet<UnitKey>): boolean {
    const met = this.#met.get(testClass);
    return met === undefined || [...units].some((unit) => met.has(unit));
  }
}
