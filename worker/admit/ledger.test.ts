import {
  createScheduledController,
  evictDurableObject,
  runDurableObjectAlarm,
  runInDurableObject,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import worker from "../index.ts";
import { replaceOutsideWorld, type OutsideWorld } from "../testing/outside-world.ts";
import type { AdmittedEvent } from "./event.ts";
import { KEEP_FINISHED_MS, MAX_ATTEMPTS, standingAfter, type Outcome } from "./outcome.ts";
import { queueBatches, type QueueMessage } from "./queue-message.ts";
import type { AdmissionShard } from "./shard.ts";
import { shardNameAt, shardNameOf } from "./shard-name.ts";

let outside: OutsideWorld;
let shards = 0;

beforeAll(() => {
  outside = replaceOutsideWorld();
});

/** A shard of this test's own; the queue it sends to is recorded and goes nowhere. */
let shard: DurableObjectStub<AdmissionShard>;
let sent: QueueMessage[];
let queueDown: boolean;

beforeEach(async () => {
  shards += 1;
  shard = env.ADMISSION.getByName(`own-${shards}`);
  sent = [];
  queueDown = false;
  outside.aws.sqsDown = false;
  outside.aws.deadLetters.length = 0;
  await recordQueue();
});

async function recordQueue(): Promise<void> {
  await runInDurableObject(shard, (instance) => {
    // `env` is protected: only a test may stand in for the platform's queue.
    const inside = instance as unknown as { env: Env };
    const events = {
      sendBatch: (messages: { body: QueueMessage }[]) => {
        if (queueDown) throw new Error("the queue is down");
        sent.push(...messages.map(({ body }) => body));
        return Promise.resolve();
      },
    };
    inside.env = { ...inside.env, EVENTS: events as unknown as Queue };
  });
}

function anEvent(id: string, replaced: Partial<AdmittedEvent> = {}): AdmittedEvent {
  return {
    id,
    type: "payment_intent.succeeded",
    objectId: "pi_1",
    lane: "standard",
    apiVersion: "2026-10-28.endive",
    livemode: false,
    createdAt: 1_795_000_000,
    receivedAt: Date.now(),
    correlationId: "correlation",
    payload: '{"object":{"id":"pi_1"}}',
    ...replaced,
  };
}

async function row(id: string): Promise<Record<string, SqlStorageValue>> {
  return runInDurableObject(shard, (_instance, state) =>
    state.storage.sql.exec("SELECT * FROM event WHERE id = ?", id).one(),
  );
}

async function write(sql: string, ...values: SqlStorageValue[]): Promise<void> {
  await runInDurableObject(shard, (_instance, state) => {
    state.storage.sql.exec(sql, ...values);
  });
}

/** Makes whatever is scheduled due now, and lets the alarm ring. */
async function ring(): Promise<void> {
  await write("UPDATE event SET due_ms = 0 WHERE state <> 'published' AND state <> 'dead'");
  await runInDurableObject(shard, (_instance, state) =>
    state.storage.setAlarm(Date.now() + 60_000),
  );
  expect(await runDurableObjectAlarm(shard)).toBe(true);
}

function failure(code: string): { at: number; code: string; message: string } {
  return { at: Date.now(), code, message: "refused by the test" };
}

async function settled(id: string, state: string): Promise<void> {
  await vi.waitFor(async () => {
    expect(await row(id)).toMatchObject({ state });
  });
}

describe("admission", () => {
  it("commits the row, then puts the event on the queue", async () => {
    expect(await shard.admit(anEvent("evt_1"))).toBe("accepted");

    await settled("evt_1", "queued");
    expect(sent).toEqual([
      {
        kind: "event",
        shard: `own-${shards}`,
        event: expect.objectContaining({ id: "evt_1" }) as unknown,
      },
    ]);
  });

  it("of a known id does no work", async () => {
    await shard.admit(anEvent("evt_1"));
    await settled("evt_1", "queued");

    expect(await shard.admit(anEvent("evt_1", { payload: "other" }))).toBe("known");

    expect(sent).toHaveLength(1);
    expect(await row("evt_1")).toMatchObject({ payload: '{"object":{"id":"pi_1"}}' });
  });

  it("stands while the queue is down, and the alarm sends the event when it is back", async () => {
    queueDown = true;
    expect(await shard.admit(anEvent("evt_1"))).toBe("accepted");
    expect(await row("evt_1")).toMatchObject({ state: "received" });

    queueDown = false;
    await ring();

    expect(sent).toHaveLength(1);
    await settled("evt_1", "queued");
  });

  it("survives the shard's death before anything was sent", async () => {
    queueDown = true;
    await shard.admit(anEvent("evt_1"));

    await evictDurableObject(shard);
    await recordQueue();
    queueDown = false;
    await ring();

    expect(sent).toHaveLength(1);
  });

  it("is sent again when nobody reported on it for long", async () => {
    await shard.admit(anEvent("evt_1"));
    await settled("evt_1", "queued");
    const { due_ms: dueMs, queued_ms: queuedMs } = await row("evt_1");
    expect(Number(dueMs) - Number(queuedMs)).toBe(900_000);

    await ring();

    expect(sent).toHaveLength(2);
  });

  it("queues a pointer to an event that is larger than a message, and hands the event out by claim", async () => {
    const large = anEvent("evt_1", { payload: JSON.stringify({ text: "€".repeat(60_000) }) });
    await shard.admit(large);
    await settled("evt_1", "queued");

    expect(sent).toEqual([{ kind: "pointer", shard: `own-${shards}`, id: "evt_1" }]);
    const [claim] = await shard.claim([{ id: "evt_1", wantsEvent: true }]);
    expect(claim).toEqual({ id: "evt_1", kind: "open", event: large });
  });

  it("sends the real queue's messages through to Salesforce, large ones too", async () => {
    const ids = ["evt_real_small", "evt_real_large"];
    const payloads = ["{}", JSON.stringify({ text: "€".repeat(60_000) })];
    for (const [index, id] of ids.entries()) {
      const real = env.ADMISSION.getByName(shardNameOf(id, 4));
      await real.admit(anEvent(id, { payload: payloads[index] ?? "" }));
    }

    await vi.waitFor(
      () => {
        expect(outside.salesforce.publishedIds()).toEqual(expect.arrayContaining(ids));
      },
      { timeout: 10_000, interval: 100 },
    );
  });
});

describe("an outcome", () => {
  beforeEach(async () => {
    await shard.admit(anEvent("evt_1"));
    await settled("evt_1", "queued");
  });

  it("of published ends the matter: the row is kept for 30 days and no copy of the message is open", async () => {
    await shard.report([{ id: "evt_1", kind: "published" }]);

    const stored = await row("evt_1");
    expect(stored).toMatchObject({ state: "published" });
    expect(Number(stored["due_ms"]) - Number(stored["finished_ms"])).toBe(KEEP_FINISHED_MS);
    expect(await shard.claim([{ id: "evt_1", wantsEvent: false }])).toEqual([
      { id: "evt_1", kind: "settled" },
    ]);
  });

  it("of published is purged when its 30 days are over, and not before", async () => {
    await shard.report([{ id: "evt_1", kind: "published" }]);
    await ring();
    expect(await row("evt_1")).toMatchObject({ state: "published" });

    await write("UPDATE event SET due_ms = ?", Date.now() - 1);
    await ring();

    expect(await shard.claim([{ id: "evt_1", wantsEvent: false }])).toEqual([
      { id: "evt_1", kind: "unknown" },
    ]);
  });

  it("of failed is tried again later, and goes to SQS with its history when the retries are used up", async () => {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      await shard.report([{ id: "evt_1", kind: "failed", failure: failure("UNABLE_TO_LOCK_ROW") }]);
      expect(await row("evt_1")).toMatchObject({ state: "received", attempts: attempt });
      await ring();
    }
    expect(sent).toHaveLength(1 + MAX_ATTEMPTS);

    await shard.report([{ id: "evt_1", kind: "failed", failure: failure("UNABLE_TO_LOCK_ROW") }]);

    await settled("evt_1", "dead");
    expect(outside.aws.deadLetters).toHaveLength(1);
    const [letter] = outside.aws.deadLetters;
    expect(letter?.attributes).toEqual({
      event_id: "evt_1",
      event_type: "payment_intent.succeeded",
      correlation_id: "correlation",
      reason: "UNABLE_TO_LOCK_ROW",
    });
    expect(JSON.parse(letter?.body ?? "")).toMatchObject({
      version: 1,
      event: { id: "evt_1", correlationId: "correlation" },
      reason: { code: "UNABLE_TO_LOCK_ROW" },
      history: Array.from({ length: MAX_ATTEMPTS + 1 }, () => ({ code: "UNABLE_TO_LOCK_ROW" })),
    });
  });

  it("of refused goes to SQS at once", async () => {
    await shard.report([{ id: "evt_1", kind: "refused", failure: failure("STRING_TOO_LONG") }]);

    await settled("evt_1", "dead");
    expect(outside.aws.deadLetters).toHaveLength(1);
    expect(sent).toHaveLength(1);
  });

  it("of refused reaches SQS whatever characters the payload has", async () => {
    const payload = '{"text":"\uFFFE\uFFFF\u{1F600}é"}';
    await shard.admit(anEvent("evt_2", { payload }));
    await shard.report([{ id: "evt_2", kind: "refused", failure: failure("STRING_TOO_LONG") }]);

    await settled("evt_2", "dead");
    const letter: unknown = JSON.parse(outside.aws.deadLetters[0]?.body ?? "");
    expect(letter).toMatchObject({ event: { payload } });
  });

  it("of refused waits for SQS while SQS is down", async () => {
    outside.aws.sqsDown = true;
    await shard.report([{ id: "evt_1", kind: "refused", failure: failure("STRING_TOO_LONG") }]);
    await settled("evt_1", "dead_pending");
    await vi.waitFor(async () => {
      expect(Number((await row("evt_1"))["due_ms"])).toBeGreaterThan(Date.now());
    });
    expect(outside.aws.deadLetters).toHaveLength(0);

    outside.aws.sqsDown = false;
    await ring();

    expect(await row("evt_1")).toMatchObject({ state: "dead", reason: "STRING_TOO_LONG" });
    expect(outside.aws.deadLetters).toHaveLength(1);
  });

  it("of waiting costs no attempt, however often", async () => {
    for (let wait = 0; wait < 20; wait += 1) {
      await shard.report([{ id: "evt_1", kind: "waiting", failure: failure("ORG_UNAVAILABLE") }]);
    }

    expect(await row("evt_1")).toMatchObject({ state: "received", attempts: 0, waits: 20 });
  });

  it("for an event the ledger does not know is of no consequence", async () => {
    await shard.report([{ id: "evt_never", kind: "published" }]);

    expect(await shard.inspect()).toEqual({ received: 0, queued: 1, dead_pending: 0 });
  });
});

describe("the alarm", () => {
  it("is armed by admission itself, so a crash right after leaves it behind", async () => {
    queueDown = true;
    await shard.admit(anEvent("evt_1"));

    const alarm = await runInDurableObject(shard, (_instance, state) => state.storage.getAlarm());

    expect(alarm).not.toBeNull();
  });

  it("is armed again when its work fails", async () => {
    await shard.admit(anEvent("evt_1"));
    await settled("evt_1", "queued");
    await write("UPDATE event SET history = 'not json'");

    await ring();

    const alarm = await runInDurableObject(shard, (_instance, state) => state.storage.getAlarm());
    expect(alarm).toBeGreaterThan(Date.now());
  });

  it("that was lost is armed again by the inspection the cron makes", async () => {
    const name = shardNameAt(0);
    shard = env.ADMISSION.getByName(name);
    await recordQueue();
    await shard.admit(anEvent("evt_lost_alarm"));
    await settled("evt_lost_alarm", "queued");
    await runInDurableObject(shard, (_instance, state) => state.storage.deleteAlarm());

    await worker.scheduled(createScheduledController(), env);

    const alarm = await runInDurableObject(shard, (_instance, state) => state.storage.getAlarm());
    expect(alarm).not.toBeNull();
  });
});

describe("the rules", () => {
  const open = { state: "queued", attempts: 0, waits: 0 } as const;
  const failed: Outcome = { id: "evt_1", kind: "failed", failure: failure("X") };

  it.each([1, 2, 3, 4, 5])("put retry %i at most 2^n seconds off, with full jitter", (retry) => {
    const row_ = { ...open, attempts: retry - 1 };

    expect(standingAfter(row_, failed, 1_000, 0)?.dueMs).toBe(1_000);
    expect(standingAfter(row_, failed, 1_000, 0.5)?.dueMs).toBe(1_000 + 500 * 2 ** retry);
  });

  it("let no wait for the org be longer than a minute", () => {
    const waiting: Outcome = { id: "evt_1", kind: "waiting", failure: failure("X") };

    expect(standingAfter({ ...open, waits: 40 }, waiting, 0, 1)?.dueMs).toBe(60_000);
  });

  it.each(["published", "dead"] as const)("leave a row that is %s alone", (state) => {
    expect(standingAfter({ ...open, state }, failed, 0, 0.5)).toBeUndefined();
  });

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
        expect(
          batches
            .flat()
            .map((message) => (message.kind === "event" ? message.event.id : message.id)),
        ).toEqual(events.map(({ id }) => id));
      }),
      { numRuns: 25 },
    );
  });

  it("spread ids over the shards evenly enough", () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 8_000; index += 1) {
      const name = shardNameOf(`evt_${crypto.randomUUID()}`, 8);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }

    expect(counts.size).toBe(8);
    expect(Math.max(...counts.values())).toBeLessThan(1_300);
  });
});
