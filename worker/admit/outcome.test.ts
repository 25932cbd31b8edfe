import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { anEvent } from "../testing/admitted-event.ts";
import { standingAfter, type Unpublished } from "./outcome.ts";
import { eventIdsOf, queueBatches } from "./queue-message.ts";
import { shardNameOf } from "../shard-name.ts";

const failure = { at: 1, code: "X", message: "refused by the test" };

describe("the rules", () => {
  const open = { state: "queued", attempts: 0, waits: 0, suspectMs: null } as const;
  const failed: Unpublished = { id: "evt_1", kind: "failed", failure };

  it.each([1, 2, 3, 4, 5])("put retry %i at most 2^n seconds off, with full jitter", (retry) => {
    const row_ = { ...open, attempts: retry - 1 };

    expect(standingAfter(row_, failed, 1_000, 0)?.dueMs).toBe(1_000);
    expect(standingAfter(row_, failed, 1_000, 0.5)?.dueMs).toBe(1_000 + 500 * 2 ** retry);
  });

  it("let no wait for the org be longer than a minute", () => {
    const waiting: Unpublished = { id: "evt_1", kind: "waiting", failure };

    expect(standingAfter({ ...open, waits: 40 }, waiting, 0, 1)?.dueMs).toBe(60_000);
  });

  it.each(["published", "dead_pending", "dead"] as const)(
    "leave a row that is %s alone",
    (state) => {
      expect(standingAfter({ ...open, state }, failed, 0, 0.5)).toBeUndefined();
    },
  );

  it("never lose or reorder an event when batches are cut, and keep to the queue's limits", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 131_072 }), { maxLength: 150 }), (sizes) => {
        const events = sizes.map((size, index) =>
          anEvent(`evt_${index}`, { payload: "x".repeat(size) }),
        );

        const batches = queueBatches(events, "s");

        for (const batch of batches) {
          const bytes = batch.map((message) => JSON.stringify(message).length);
          expect(batch.length).toBeLessThanOrEqual(100);
          expect(Math.max(...bytes)).toBeLessThanOrEqual(127_900);
          expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(256_000);
        }
        expect(batches.flat().flatMap(eventIdsOf)).toEqual(events.map(({ id }) => id));
      }),
      { numRuns: 25 },
    );
  });

  it("spread ids over the shards evenly enough", () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 8_000; index += 1) {
      const name = shardNameOf(`evt_1SXkQ2LzpRelay${index.toString(36).padStart(8, "0")}`, 8);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }

    expect(counts.size).toBe(8);
    expect(Math.max(...counts.values())).toBeLessThan(1_300);
  });
});
