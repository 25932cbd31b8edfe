/** What each test method has met, and so which tests an edit reaches. */
import { brokenKey, classKey, triggerKey, type UnitKey } from "../compile/unit-graph.ts";
import type { LinesRun, UnitSource } from "../runtime/engine.ts";

export class TestReach {
  readonly #membersAt: (unit: UnitKey, lines: readonly number[]) => readonly UnitKey[];
  /** By class and method: `PriceTest.twice`. */
  readonly #met = new Map<string, ReadonlySet<UnitKey>>();
  #asked: UnitKey[] = [];
  #ofSetup: readonly UnitKey[] = [];

  /** @param membersAt keys of the members of a unit that stand on one of the lines */
  constructor(membersAt: (unit: UnitKey, lines: readonly number[]) => readonly UnitKey[]) {
    this.#membersAt = membersAt;
  }

  /** The units, with a note of who is asked for: of what does not compile, and of what is not there, no line ever runs. */
  noting(units: UnitSource): UnitSource {
    return {
      classUnit: (name) => this.#noted(classKey(name), () => units.classUnit(name)),
      triggerUnit: (name) => this.#noted(triggerKey(name), () => units.triggerUnit(name)),
    };
  }

  #noted<T>(key: UnitKey, ask: () => T): T {
    this.#asked.push(key);
    try {
      return ask();
    } catch (error) {
      this.#asked.push(brokenKey(key));
      throw error;
    }
  }

  /** @param method null for the class's setup, which comes before its methods and counts for each of them */
  keep(testClass: string, method: string | null, run: readonly LinesRun[]): void {
    const met = [
      ...run.flatMap(({ unit, lines }) => [unit, ...this.#membersAt(unit, lines)]),
      ...this.#asked,
    ];
    this.#asked = [];
    if (method === null) this.#ofSetup = met;
    else
      this.#met.set(
        `${testClass}.${method}`,
        new Set([classKey(testClass), ...this.#ofSetup, ...met]),
      );
  }

  /** Whether a test met one of the units or members when it last ran; one that never ran may meet any. */
  reaches(testClass: string, method: string, reached: ReadonlySet<UnitKey>): boolean {
    const met = this.#met.get(`${testClass}.${method}`);
    return met === undefined || [...reached].some((key) => met.has(key));
  }
}
