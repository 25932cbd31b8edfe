import type { Sample } from "./definitions.ts";

/** Increments added up by series. */
export class Tally {
  #sums = new Map<string, Sample>();

  add(samples: readonly Sample[]): void {
    for (const sample of samples) {
      const key = seriesKey(sample);
      const value = (this.#sums.get(key)?.value ?? 0) + sample.value;
      this.#sums.set(key, { ...sample, value });
    }
  }

  /** Hands out the sums and begins anew. */
  take(): Sample[] {
    const taken = [...this.#sums.values()];
    this.#sums = new Map();
    return taken;
  }
}

export function seriesKey({ metric, part, labels }: Sample): string {
  return JSON.stringify([
    metric,
    part ?? null,
    Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}
