import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";

import { anEvent } from "../testing/admitted-event.ts";
import { DueRows } from "./due-rows.ts";
import { KEEP_FINISHED_MS, Ledger } from "./ledger.ts";
import { MoveOfPayloads } from "./move-of-payloads.ts";

const NOW_MS = 1_795_000_000_000;
const PAYLOAD = JSON.stringify({ object: { id: "pi_1", text: "x".repeat(1_800) } });

let shards = 0;

async function inStorage<T>(work: (storage: DurableObjectStorage) => T): Promise<T> {
  shards += 1;
  const shard = env.ADMISSION.getByName(`payloads-${shards}`);
  return runInDurableObject(shard, (_instance, { storage }) => work(storage));
}

function admit(ledger: Ledger, from: number, count: number): string[] {
  const ids = Array.from({ length: count }, (_, index) => `evt_${from + index}`);
  ledger.insert(
    ids.map((id) => anEvent(id, { payload: PAYLOAD })),
    NOW_MS,
    NOW_MS + 900_000,
  );
  return ids;
}

function count(sql: SqlStorage, table: string): number {
  return sql.exec<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`).one().n;
}

/** The table as it was made before payloads had one of their own. */
function asBefore({ sql, kv }: DurableObjectStorage, rows: number): void {
  sql.exec("DROP TABLE event");
  sql.exec("DROP TABLE payload");
  kv.delete("payloads_move_until");
  sql.exec(`CREATE TABLE event (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, state TEXT NOT NULL, lane TEXT NOT NULL, due_ms INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0, waits INTEGER NOT NULL DEFAULT 0, suspect_ms INTEGER, received_ms INTEGER NOT NULL,
    queued_ms INTEGER, finished_ms INTEGER, reason TEXT, history TEXT NOT NULL DEFAULT '[]', type TEXT NOT NULL,
    object_id TEXT NOT NULL, api_version TEXT, livemode INTEGER NOT NULL, created_s INTEGER NOT NULL,
    correlation_id TEXT NOT NULL, payload TEXT NOT NULL)`);
  sql.exec(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
     INSERT INTO event (id, state, lane, due_ms, received_ms, finished_ms, type, object_id, livemode, created_s, correlation_id, payload)
     SELECT 'evt_' || i, iif(i % 10 = 0, 'received', 'published'), 'standard', iif(i % 10 = 0, ?, NULL), ?, iif(i % 10 = 0, NULL, ?),
       'invoice.paid', 'in_' || i, 1, 1, 'c', ? FROM n`,
    rows,
    NOW_MS,
    NOW_MS,
    NOW_MS,
    PAYLOAD,
  );
  // As publishing them did.
  sql.exec("UPDATE event SET payload = '' WHERE state = 'published'");
}

test("payloads of published events give their room to the next ones", async () => {
  await inStorage(({ sql }) => {
    const ledger = new Ledger(sql);
    ledger.recordPublished(admit(ledger, 0, 1_000), NOW_MS);
    const afterFirst = sql.databaseSize;

    for (let round = 1; round < 5; round += 1)
      ledger.recordPublished(admit(ledger, round * 1_000, 1_000), NOW_MS);

    expect(count(sql, "payload")).toBe(0);
    expect((sql.databaseSize - afterFirst) / 4_000).toBeLessThan(500);
  });
});

test("a dead event's payload is kept as long as its row, and no longer", async () => {
  await inStorage(({ sql }) => {
    const ledger = new Ledger(sql);
    const [id = ""] = admit(ledger, 0, 1);
    const failure = { at: NOW_MS, code: "STRING_TOO_LONG", message: "" };
    ledger.record({ id, kind: "refused", failure }, NOW_MS, 0);
    ledger.markDead(id, NOW_MS, NOW_MS);
    expect(ledger.find(id)?.event.payload).toBe(PAYLOAD);

    expect(ledger.purge(NOW_MS + KEEP_FINISHED_MS)).toBe(1);

    expect(count(sql, "payload")).toBe(0);
  });
});

test("a revived event has the payload it came back with", async () => {
  await inStorage(({ sql }) => {
    const ledger = new Ledger(sql);
    const [id = ""] = admit(ledger, 0, 1);
    const failure = { at: NOW_MS, code: "STRING_TOO_LONG", message: "" };
    ledger.record({ id, kind: "refused", failure }, NOW_MS, 0);

    ledger.revive(anEvent(id, { payload: '{"object":{}}' }), failure, NOW_MS);

    expect(ledger.find(id)?.event.payload).toBe('{"object":{}}');
    expect(count(sql, "payload")).toBe(1);
  });
});

test("an older shard's rows are there before, while and after they are moved", async () => {
  await inStorage((storage) => {
    asBefore(storage, 12_000);
    const { sql } = storage;
    const before = sql.databaseSize;
    const ledger = new Ledger(sql);
    const move = new MoveOfPayloads(storage);
    const open = (): number => new DueRows(sql).toQueue(NOW_MS, 2_000).length;

    for (let step = 0; step < 4; step += 1) {
      expect(ledger.insert([anEvent("evt_7")], NOW_MS, NOW_MS)).toEqual([false]);
      expect(ledger.find("evt_10")?.event.payload).toBe(PAYLOAD);
      expect(ledger.find("evt_12000")?.event.payload).toBe(PAYLOAD);
      expect(open()).toBe(1_200);
      storage.transactionSync(() => move.step());
    }

    expect(count(sql, "event")).toBe(12_000);
    expect(count(sql, "payload")).toBe(1_200);
    // 1,200 of them have a payload of 1.8 kB still.
    expect(sql.databaseSize).toBeLessThan(before / 3);
  });
});

test("what is admitted and published while older rows move stays as it is", async () => {
  await inStorage((storage) => {
    asBefore(storage, 6_000);
    const { sql } = storage;
    const ledger = new Ledger(sql);
    const move = new MoveOfPayloads(storage);
    storage.transactionSync(() => move.step());

    const fresh = admit(ledger, 100_000, 3);
    ledger.recordPublished(["evt_10", "evt_6000", fresh[0] ?? ""], NOW_MS);
    storage.transactionSync(() => move.step());
    storage.transactionSync(() => new MoveOfPayloads(storage).step());

    expect(ledger.find("evt_6000")?.state).toBe("published");
    expect(ledger.find(fresh[1] ?? "")?.event.payload).toBe(PAYLOAD);
    expect(count(sql, "payload")).toBe(600 - 2 + 2);
  });
});

test("a new shard has nothing to move", async () => {
  await inStorage((storage) => {
    const ledger = new Ledger(storage.sql);
    admit(ledger, 0, 3);
    const move = new MoveOfPayloads(storage);

    storage.transactionSync(() => move.step());

    expect(storage.kv.get("payloads_moved_until")).toBeUndefined();
    expect(count(storage.sql, "payload")).toBe(3);
  });
});
