import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { anEvent } from "../testing/admitted-event.ts";
import { Collection } from "./collection.ts";

let collections = 0;

async function withCollection<T>(work: (collection: Collection, sql: SqlStorage) => T): Promise<T> {
  collections += 1;
  const stub = env.BULK_COLLECTOR.getByName(`collection-${collections}`);
  return runInDurableObject(stub, (_instance, state) =>
    work(new Collection(state.storage.sql), state.storage.sql),
  );
}

function entryOf(id: string, suspectMs: number | null = null) {
  return { event: anEvent(id), shard: "admission-0", suspectMs };
}

/** What SQLite does for a query, step by step. */
function planOf(sql: SqlStorage, query: string): string {
  return sql
    .exec<{ detail: string }>(`EXPLAIN QUERY PLAN ${query}`)
    .toArray()
    .map(({ detail }) => detail)
    .join("; ");
}

describe("the collection", () => {
  it("knows what waits without counting it, whatever comes, goes, comes back or is forgotten", async () => {
    const step = fc.constantFrom("add", "send", "settle", "return", "forget");
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        await withCollection((collection, sql) => {
          for (const [index, each] of steps.entries()) {
            if (each === "add") collection.add([entryOf(`evt_${index % 7}`)], index);
            if (each === "send") {
              const carriers = collection
                .next()
                .map(({ event }) => ({ event, isChanged: false, carries: [] }));
              collection.markSending(carriers);
            }
            const ids = collection.sending(100).map(({ event }) => event.id);
            if (each === "settle") collection.settle(ids.map((id) => ({ id, kind: "published" })));
            if (each === "return") collection.takeBack();
            if (each === "forget")
              collection.forget(collection.settled(100).map(({ outcome }) => outcome.id));
            const counted = sql
              .exec(
                "SELECT COUNT(*) AS rows, COALESCE(SUM(bytes), 0) AS bytes, MIN(collected_ms) AS oldestMs FROM gathered WHERE state = 'collected'",
              )
              .one();
            expect(collection.waiting()).toEqual(counted);
          }
        });
      }),
      { numRuns: 25 },
    );
  });

  it("hands out the longest waiting first, suspects last, without sorting", async () => {
    await withCollection((collection, sql) => {
      collection.add([entryOf("evt_1", 5), entryOf("evt_2"), entryOf("evt_3")], 1);

      expect(collection.next().map(({ event }) => event.id)).toEqual(["evt_2", "evt_3", "evt_1"]);
      const plan = planOf(
        sql,
        "SELECT event FROM gathered WHERE state = 'collected' AND suspect_ms IS NULL ORDER BY seq",
      );
      expect(plan).toContain("USING INDEX gathered_state");
      expect(plan).not.toContain("TEMP B-TREE");
    });
  });
});
