import { ApexDatetime } from "../runtime/datetime.ts";
import type { StoredValue } from "./row.ts";

const HOUR_MS = 3_600_000;

/** Ids by the hour of a time: a range of times is found by its hours, and who asks still looks at the minutes. */
export class TimeIndex {
  readonly #hours = new Map<number, Set<string>>();

  move(id: string, before: StoredValue | undefined, after: StoredValue | undefined): void {
    const [from, to] = [hourOf(before), hourOf(after)];
    if (from === to) return;
    if (from !== null) {
      const ids = this.#hours.get(from);
      ids?.delete(id);
      if (ids?.size === 0) this.#hours.delete(from);
    }
    if (to === null) return;
    const ids = this.#hours.get(to);
    if (ids === undefined) this.#hours.set(to, new Set([id]));
    else ids.add(id);
  }

  /**
   * At least the ids whose time is in the range, bounds included.
   * @param start epoch ms, `-Infinity` for none
   * @param end epoch ms, `Infinity` for none
   */
  within(start: number, end: number): readonly ReadonlySet<string>[] {
    const [first, last] = [Math.floor(start / HOUR_MS), Math.floor(end / HOUR_MS)];
    return [...this.#hours].flatMap(([hour, ids]) => (hour >= first && hour <= last ? [ids] : []));
  }
}

function hourOf(value: StoredValue | undefined): number | null {
  return value instanceof ApexDatetime ? Math.floor(value.epochMs / HOUR_MS) : null;
}
