import type { Sample } from "./definitions.ts";

interface Sum {
  readonly sample: Sample;
  value: number;
}

/** Increments added up by series. */
export class Tally {
  #sums = new Map<string, Sum>();

  add(samples: readonly Sample[]): void {
    for (const sample of samples) {
      const key = spokenKey(sample);
      const sum = this.#sums.get(key);
      if (sum === undefined) this.#sums.set(key, { sample, value: sample.value });
      else sum.value += sample.value;
    }
  }

  /** Hands out the sums and begins anew. */
  take(): Sample[] {
    const taken = [...this.#sums.values()].map(({ sample, value }) => ({ ...sample, value }));
    this.#sums = new Map();
    return taken;
  }
}

/** In the order its labels are named in, for a series is named in one place: made for every log line, so it costs little. */
function spokenKey({ metric, part, labels }: Sample): string {
  let key = `${metric}\n${part ?? ""}`;
  for (const name in labels) key += `\n${name}\n${labels[name] ?? ""}`;
  return key;
}

/** The same whatever order its labels are named in. */
export function seriesKey({ metric, part, labels }: Sample): string {
  return JSON.stringify([
    metric,
    part ?? null,
    Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}
