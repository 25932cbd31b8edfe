import {
  abortAllDurableObjects,
  createScheduledController,
  evictDurableObject,
  runDurableObjectAlarm,
  runInDurableObject,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import worker from "../index.ts";
import { anEvent } from "../testing/admitted-event.ts";
import { RecordedQueues } from "../testing/recorded-queues.ts";
import { replaceOutsideWorld, type OutsideWorld } from "../testing/outside-world.ts";
import { withOpenQueues } from "../testing/shut-queues.ts";
import { storedEvent } from "../testing/stored-events.ts";
import { LANES, type AdmittedEvent } from "../event.ts";
import type { Admission } from "./group-commit.ts";
import { KEEP_FINISHED_MS } from "./ledger.ts";
import { MAX_ATTEMPTS } from "./outcome.ts";
import { eventIdsOf } from "./queue-message.ts";
import type { AdmissionShard, ClaimRequest } from "./shard.ts";
import { shardNameAt, shardNameOf } from "../shard-name.ts";

/** How long a busy machine takes is no test's subject. */
const PATIENCE = { timeout: 20_000 };

let outside: OutsideWorld;
let shards = 0;

beforeAll(() => {
  outside = replaceOutsideWorld();
});

/** A shard of this test's own; the queues it sends to are recorded and go nowhere. */
let shard: DurableObjectStub<AdmissionShard>;
let queues: RecordedQueues;

beforeEach(async () => {
  shards += 1;
  shard = env.ADMISSION.getByName(`own-${shards}`);
  queues = new RecordedQueues();
  outside.aws.sqsDown = false;
  outside.aws.deadLetters.length = 0;
  await queues.standInFor(shard);
});

/** One event in a call of its own. */
async function admit(event: AdmittedEvent): Promise<Admission | undefined> {
  return (await shard.admit([event]))[0];
}

function claimOf(id: string, wantsEvent = false, isRedelivered = false): ClaimRequest {
  return { id, wantsEvent, isRedelivered };
}

async function row(id: string): Promise<Record<string, SqlStorageValue>> {
  return runInDurableObject(shard, (_instance, state) =>
    state.storage.sql
      .exec("SELECT event.*, json FROM event LEFT JOIN payload USING (seq) WHERE id = ?", id)
      .one(),
  );
}

async function write(sql: string, ...values: SqlStorageValue[]): Promise<void> {
  await runInDurableObject(shard, (_instance, state) => {
    state.storage.sql.exec(sql, ...values);
  });
}

/** Makes whatever is scheduled due now, and lets the alarm ring. */
async function ring(): Promise<void> {
  await write("UPDATE event SET due_ms = 0 WHERE due_ms IS NOT NULL");
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
  }, PATIENCE);
}

describe("admission", () => {
  it("commits the row, then puts the event on the queue", async () => {
    expect(await admit(anEvent("evt_1"))).toBe("accepted");

    await queues.have(1);
    expect(queues.messages()).toEqual([
      {
        kind: "events",
        shard: `own-${shards}`,
        events: [expect.objectContaining({ id: "evt_1" }) as unknown],
      },
    ]);
  });

  it("of a known id does no work", async () => {
    await admit(anEvent("evt_1"));
    await queues.have(1);

    expect(await admit(anEvent("evt_1", { payload: "other" }))).toBe("known");

    expect(queues.sent).toHaveLength(1);
    expect(await row("evt_1")).toMatchObject({ json: '{"object":{"id":"pi_1"}}' });
  });

  it("shares a commit with what comes at the same time, and answers for each", async () => {
    const ids = ["evt_1", "evt_2", "evt_1", "evt_3"];

    const admissions = await Promise.all(ids.map((id) => admit(anEvent(id))));

    expect(admissions).toEqual(["accepted", "accepted", "known", "accepted"]);
    await queues.have(3);
    expect(queues.ids()).toEqual(["evt_1", "evt_2", "evt_3"]);
  });

  it("of all that share a commit fails when it fails, and the next stands", async () => {
    await write("ALTER TABLE payload RENAME COLUMN json TO elsewhere");
    const failed = await Promise.allSettled([admit(anEvent("evt_1")), admit(anEvent("evt_2"))]);
    await write("ALTER TABLE payload RENAME COLUMN elsewhere TO json");

    expect(failed.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await admit(anEvent("evt_1"))).toBe("accepted");
    await queues.have(1);
    expect(queues.ids()).toEqual(["evt_1"]);
  });

  it("of several of which one fails leaves no row of any behind", async () => {
    await admit(anEvent("evt_0"));
    await write(
      "CREATE TRIGGER refused BEFORE INSERT ON payload WHEN NEW.json = 'poison' BEGIN SELECT RAISE(ABORT, 'refused'); END",
    );
    const group = [
      anEvent("evt_1"),
      anEvent("evt_2", { payload: "poison" }),
      anEvent("evt_0"),
      anEvent("evt_3"),
    ];
    const failed = await Promise.allSettled([shard.admit(group)]);
    await write("DROP TRIGGER refused");

    expect(failed).toMatchObject([{ status: "rejected" }]);
    const left = await runInDurableObject(shard, (_instance, state) => [
      state.storage.sql.exec("SELECT id FROM event").toArray(),
      state.storage.sql.exec("SELECT COUNT(*) AS payloads FROM payload").one(),
    ]);
    expect(left).toEqual([[{ id: "evt_0" }], { payloads: 1 }]);
    expect(await admit(anEvent("evt_1"))).toBe("accepted");
    await queues.have(2);
    expect(queues.ids()).toEqual(["evt_0", "evt_1"]);
  });

  it("stands while the queue is down, and the alarm sends the event when it is back", async () => {
    queues.down = true;
    expect(await admit(anEvent("evt_1"))).toBe("accepted");
    await settled("evt_1", "received");

    queues.down = false;
    await ring();

    expect(queues.sent).toHaveLength(1);
    await settled("evt_1", "queued");
  });

  it("survives the shard's death before anything was sent", async () => {
    queues.down = true;
    await admit(anEvent("evt_1"));

    await evictDurableObject(shard);
    await queues.standInFor(shard);
    queues.down = false;
    await ring();

    expect(queues.sent).toHaveLength(1);
  });

  it("is sent again when the shard died while sending it", async () => {
    queues.isHeld = true;
    await admit(anEvent("evt_1"));
    expect(queues.sent).toHaveLength(0);

    await abortAllDurableObjects();
    shard = env.ADMISSION.getByName(`own-${shards}`);
    queues = new RecordedQueues();
    await queues.standInFor(shard);
    await ring();

    expect(queues.ids()).toEqual(["evt_1"]);
  });

  it("is not sent again when the shard wakes after the alarm has found everything sent", async () => {
    await admit(anEvent("evt_1"));
    await queues.have(1);
    expect(await runDurableObjectAlarm(shard)).toBe(true);

    await abortAllDurableObjects();
    shard = env.ADMISSION.getByName(`own-${shards}`);
    queues = new RecordedQueues();
    await queues.standInFor(shard);

    expect(await row("evt_1")).toMatchObject({ state: "queued" });
    expect(queues.ids()).toEqual([]);
  });

  it("is sent again when nobody reported on it for long", async () => {
    await admit(anEvent("evt_1"));
    await queues.have(1);
    const { due_ms: dueMs, queued_ms: queuedMs } = await row("evt_1");
    expect(Number(dueMs) - Number(queuedMs)).toBe(900_000);

    await ring();

    expect(queues.sent).toHaveLength(2);
  });

  it("queues a pointer to an event that is larger than a message, and hands the event out by claim", async () => {
    const large = anEvent("evt_1", { payload: JSON.stringify({ text: "€".repeat(60_000) }) });
    await admit(large);
    await queues.have(1);

    expect(queues.messages()).toEqual([{ kind: "pointer", shard: `own-${shards}`, id: "evt_1" }]);
    const [claim] = await shard.claim([claimOf("evt_1", true)]);
    expect(claim).toEqual({ id: "evt_1", kind: "open", event: large, suspectMs: null });
  });

  it("sends the real queue's messages through to Salesforce, large ones too", async () => {
    const ids = ["evt_real_small", "evt_real_large"];
    const payloads = ["{}", JSON.stringify({ text: "€".repeat(60_000) })];
    await withOpenQueues(async () => {
      for (const [index, id] of ids.entries()) {
        const real = env.ADMISSION.getByName(shardNameOf(id, 4));
        await real.admit([anEvent(id, { payload: payloads[index] ?? "" })]);
      }

      await vi.waitFor(
        async () => {
          expect(outside.salesforce.publishedIds()).toEqual(expect.arrayContaining(ids));
          for (const id of ids) expect(await storedEvent(id)).toMatchObject({ state: "published" });
        },
        { timeout: 30_000, interval: 100 },
      );
    });
  });
});

describe("an outcome", () => {
  beforeEach(async () => {
    await admit(anEvent("evt_1"));
    await queues.have(1);
  });

  it("of published ends the matter: no copy of the message is open, and nothing is due", async () => {
    await shard.report([{ id: "evt_1", kind: "published" }]);

    expect(await row("evt_1")).toMatchObject({ state: "published", due_ms: null });
    expect(await shard.claim([claimOf("evt_1")])).toEqual([{ id: "evt_1", kind: "settled" }]);
  });

  it("of published needs the payload no more, any other does", async () => {
    await admit(anEvent("evt_2"));
    await shard.report([
      { id: "evt_1", kind: "published" },
      { id: "evt_2", kind: "refused", failure: failure("STRING_TOO_LONG") },
    ]);

    expect(await row("evt_1")).toMatchObject({ state: "published", json: null });
    expect(await row("evt_2")).toMatchObject({ json: '{"object":{"id":"pi_1"}}' });
  });

  it("of published is remembered for 30 days and then forgotten", async () => {
    await shard.report([{ id: "evt_1", kind: "published" }]);
    await shard.inspect();
    expect(await row("evt_1")).toMatchObject({ state: "published" });

    await write("UPDATE event SET finished_ms = finished_ms - ?", KEEP_FINISHED_MS);
    await shard.inspect();

    expect(await shard.claim([claimOf("evt_1")])).toEqual([{ id: "evt_1", kind: "unknown" }]);
  });

  it("of failed is tried again later, and goes to SQS with its history when the retries are used up", async () => {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      await shard.report([{ id: "evt_1", kind: "failed", failure: failure("UNABLE_TO_LOCK_ROW") }]);
      expect(await row("evt_1")).toMatchObject({ state: "received", attempts: attempt });
      await ring();
    }
    expect(queues.sent).toHaveLength(1 + MAX_ATTEMPTS);

    await shard.report([{ id: "evt_1", kind: "failed", failure: failure("UNABLE_TO_LOCK_ROW") }]);

    await settled("evt_1", "dead");
    expect(outside.aws.deadLetters).toHaveLength(1);
    const [letter] = outside.aws.deadLetters;
    expect(letter?.attributes).toEqual({
      event_id: "evt_1",
      event_type: "payment_intent.succeeded",
      correlation_id: "correlation of evt_1",
      reason: "UNABLE_TO_LOCK_ROW",
    });
    expect(JSON.parse(letter?.body ?? "")).toMatchObject({
      version: 1,
      event: { id: "evt_1", correlationId: "correlation of evt_1" },
      reason: { code: "UNABLE_TO_LOCK_ROW" },
      history: Array.from({ length: MAX_ATTEMPTS + 1 }, () => ({ code: "UNABLE_TO_LOCK_ROW" })),
    });
  });

  it("of refused goes to SQS at once", async () => {
    await shard.report([{ id: "evt_1", kind: "refused", failure: failure("STRING_TOO_LONG") }]);

    await settled("evt_1", "dead");
    expect(outside.aws.deadLetters).toHaveLength(1);
    expect(queues.sent).toHaveLength(1);
  });

  it.each(["refused", "failed", "waiting"] as const)(
    "of refused stands when another copy of its message is %s, and has one letter",
    async (kind) => {
      const slow = Promise.withResolvers<undefined>();
      outside.aws.beforeAnswer = () => slow.promise;
      const refused = { ...failure("STRING_TOO_LONG"), at: 5 };
      await shard.report([{ id: "evt_1", kind: "refused", failure: refused }]);

      // Both copies were claimed before the first was reported; SQS has not answered yet.
      await shard.report([
        { id: "evt_1", kind, failure: { ...failure("STRING_TOO_LONG"), at: 6 } },
      ]);
      slow.resolve(undefined);
      outside.aws.beforeAnswer = () => undefined;

      await settled("evt_1", "dead");
      expect(outside.aws.deadLetters).toHaveLength(1);
      expect(await row("evt_1")).toMatchObject({ history: JSON.stringify([refused]) });
    },
  );

  it("of refused reaches SQS whatever characters the payload has", async () => {
    const payload = '{"text":"\uFFFE\uFFFF\u{1F600}é"}';
    await admit(anEvent("evt_2", { payload }));
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
    }, PATIENCE);
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

  it("of waiting until a time is due no sooner", async () => {
    const untilMs = Date.now() + 600_000;

    await shard.report([
      { id: "evt_1", kind: "waiting", failure: failure("WAITING_FOR_LIMIT"), untilMs },
    ]);

    expect(Number((await row("evt_1"))["due_ms"])).toBeGreaterThanOrEqual(untilMs);
  });

  it("that marks a suspect is told to whoever claims the event next", async () => {
    const broken = failure("ORG_UNAVAILABLE");
    await shard.report([{ id: "evt_1", kind: "waiting", failure: broken, suspect: true }]);
    await ring();

    expect(await shard.claim([claimOf("evt_1")])).toEqual([
      { id: "evt_1", kind: "open", event: null, suspectMs: broken.at },
    ]);
  });

  it("for an event the ledger does not know is of no consequence", async () => {
    await shard.report([{ id: "evt_never", kind: "published" }]);

    expect(await shard.inspect()).toEqual({ received: 0, queued: 1, dead_pending: 0 });
  });
});

describe("the alarm", () => {
  it("is armed by admission itself, so a crash right after leaves it behind", async () => {
    queues.down = true;
    await admit(anEvent("evt_1"));

    const alarm = await runInDurableObject(shard, (_instance, state) => state.storage.getAlarm());

    expect(alarm).not.toBeNull();
  });

  it("is armed again when its work fails", async () => {
    await admit(anEvent("evt_1"));
    await queues.have(1);
    await write("UPDATE event SET history = 'not json'");

    await ring();

    const alarm = await runInDurableObject(shard, (_instance, state) => state.storage.getAlarm());
    expect(alarm).toBeGreaterThan(Date.now());
  });

  it("that was lost is armed again by the inspection the cron makes", async () => {
    const name = shardNameAt(0);
    shard = env.ADMISSION.getByName(name);
    await queues.standInFor(shard);
    await admit(anEvent("evt_lost_alarm"));
    await settled("evt_lost_alarm", "queued");
    await runInDurableObject(shard, (_instance, state) => state.storage.deleteAlarm());

    await worker.scheduled(createScheduledController(), env);

    const alarm = await runInDurableObject(shard, (_instance, state) => state.storage.getAlarm());
    expect(alarm).not.toBeNull();
  });
});

describe("lanes", () => {
  it("have a queue each", async () => {
    for (const lane of LANES) await admit(anEvent(`evt_${lane}`, { lane }));

    await queues.have(3);
    expect(queues.sent.map(({ lane, message }) => [lane, ...eventIdsOf(message)])).toEqual([
      ["urgent", "evt_urgent"],
      ["standard", "evt_standard"],
      ["bulk", "evt_bulk"],
    ]);
  });

  it("are sent in their order when all are due, whatever came first", async () => {
    queues.down = true;
    for (const lane of LANES.toReversed()) await admit(anEvent(`evt_${lane}`, { lane }));
    for (const lane of LANES) await settled(`evt_${lane}`, "received");
    queues.down = false;

    await ring();

    expect(queues.ids()).toEqual(["evt_urgent", "evt_standard", "evt_bulk"]);
  });

  it("send what was admitted during a send in one batch", async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `evt_${index}`);
    queues.isHeld = true;

    await Promise.all(ids.map((id) => admit(anEvent(id))));
    queues.isHeld = false;

    await queues.have(ids.length);
    expect(queues.ids().toSorted()).toEqual(ids.toSorted());
    expect(queues.batches.length).toBeLessThan(5);
  });

  it("send at once while calls are plenty, and wait for each other when a report says they are used up", async () => {
    await shard.report([], 0.85);
    await admit(anEvent("evt_standard"));
    await admit(anEvent("evt_urgent", { lane: "urgent" }));
    await queues.have(1);
    expect(queues.ids()).toEqual(["evt_urgent"]);

    await Promise.all(
      Array.from({ length: 199 }, (_, index) => admit(anEvent(`evt_full${index}`))),
    );
    // As many as a call carries leave at once, whatever they would wait for.
    await queues.have(201);
    expect(queues.messages()).toHaveLength(2);

    await shard.report([], 0.4);
    await admit(anEvent("evt_plenty"));
    await queues.have(202);
  });

  it("that wait for each other are sent again when the shard dies meanwhile", async () => {
    await shard.report([], 0.85);
    await admit(anEvent("evt_1"));
    const armed = await runInDurableObject(shard, (_instance, state) => state.storage.getAlarm());
    expect(armed).toBeLessThanOrEqual(Date.now() + 33_000);

    await abortAllDurableObjects();
    shard = env.ADMISSION.getByName(`own-${shards}`);
    queues = new RecordedQueues();
    await queues.standInFor(shard);
    await ring();

    expect(queues.ids()).toEqual(["evt_1"]);
  });

  it("are counted apart, with the age of the oldest", async () => {
    await admit(anEvent("evt_1", { lane: "urgent", receivedAt: 1_000 }));
    await admit(anEvent("evt_2", { lane: "urgent", receivedAt: 2_000 }));
    await settled("evt_2", "queued");

    expect(await shard.census()).toEqual([
      { lane: "urgent", state: "queued", rows: 2, oldestMs: 1_000 },
    ]);
  });
});

describe("a release", () => {
  const everything = { atMost: 100, backlogBeforeMs: Number.MAX_SAFE_INTEGER } as const;
  const untilMs = Date.now() + 3_600_000;

  beforeEach(async () => {
    await admit(anEvent("evt_standard"));
    await admit(anEvent("evt_urgent", { lane: "urgent" }));
    await queues.have(2);
    const waiting = { kind: "waiting", failure: failure("WAITING_FOR_LIMIT"), untilMs } as const;
    await shard.report([
      { id: "evt_standard", ...waiting },
      { id: "evt_urgent", ...waiting },
    ]);
    queues.sent.length = 0;
  });

  it("puts the waiting events of its lane on the queue at once, and of no other", async () => {
    expect(await shard.release({ lane: "urgent", ...everything })).toEqual({
      rows: 1,
      backlog: true,
    });

    await settled("evt_urgent", "queued");
    expect(queues.ids()).toEqual(["evt_urgent"]);
    expect(await row("evt_standard")).toMatchObject({ state: "received" });
  });

  it("takes no more than it was asked for", async () => {
    expect(await shard.release({ lane: "urgent", ...everything, atMost: 0 })).toEqual({
      rows: 0,
      backlog: true,
    });
  });

  it("sees no backlog when the lane's events are published, or newer, or failed by themselves", async () => {
    await shard.report([{ id: "evt_standard", kind: "published" }]);
    expect(await shard.release({ lane: "standard", ...everything })).toEqual({
      rows: 0,
      backlog: false,
    });

    const newer = { lane: "urgent", atMost: 0, backlogBeforeMs: 0 } as const;
    expect(await shard.release(newer)).toEqual({ rows: 0, backlog: false });

    await shard.report([
      { id: "evt_urgent", kind: "failed", failure: failure("UNABLE_TO_LOCK_ROW") },
    ]);
    expect(await shard.release({ lane: "urgent", ...everything })).toEqual({
      rows: 0,
      backlog: false,
    });
  });

  it("leaves an event alone that is suspected of breaking calls", async () => {
    await shard.report([
      { id: "evt_urgent", kind: "waiting", failure: failure("ORG_UNAVAILABLE"), suspect: true },
    ]);

    expect(await shard.release({ lane: "urgent", ...everything })).toEqual({
      rows: 0,
      backlog: false,
    });
  });
});

/** Refuses the event for good and waits until its letter is sent. @returns when it was refused, as its letter says */
async function dies(id: string, at = Date.now()): Promise<number> {
  await shard.report([{ id, kind: "refused", failure: { ...failure("STRING_TOO_LONG"), at } }]);
  await settled(id, "dead");
  return at;
}

describe("a dead letter taken back", () => {
  beforeEach(async () => {
    await admit(anEvent("evt_1"));
    await queues.have(1);
  });

  it("is on its way again with all its retries and a line in its history", async () => {
    const refusedMs = await dies("evt_1");

    expect(await shard.takeBack(anEvent("evt_1"), refusedMs)).toBe("revived");

    await queues.have(2);
    expect(await row("evt_1")).toMatchObject({
      attempts: 0,
      finished_ms: null,
      history: expect.stringMatching(/STRING_TOO_LONG.*REVIVED/) as string,
    });
    expect(queues.ids()).toEqual(["evt_1", "evt_1"]);
  });

  it("is taken back once", async () => {
    const refusedMs = await dies("evt_1");

    const answers = await Promise.all([
      shard.takeBack(anEvent("evt_1"), refusedMs),
      shard.takeBack(anEvent("evt_1"), refusedMs),
    ]);

    expect(answers).toEqual(["revived", "open"]);
  });

  it("changes nothing while the event is on its way, or when it is published", async () => {
    expect(await shard.takeBack(anEvent("evt_1"), 1)).toBe("open");

    await shard.report([{ id: "evt_1", kind: "published" }]);
    expect(await shard.takeBack(anEvent("evt_1"), 1)).toBe("published");
    expect(await row("evt_1")).toMatchObject({ state: "published" });
  });

  it("changes nothing when the event died again since: the newer letter is its way back", async () => {
    const first = await dies("evt_1", 1_000);
    await shard.takeBack(anEvent("evt_1"), first);
    const second = await dies("evt_1", 9_999_999_999_999);

    expect(await shard.takeBack(anEvent("evt_1"), first)).toBe("superseded");
    expect(await row("evt_1")).toMatchObject({ state: "dead" });
    expect(await shard.takeBack(anEvent("evt_1"), second)).toBe("revived");
  });

  it("is alive again even when SQS hands the letter out before the shard heard that SQS took it", async () => {
    const slow = Promise.withResolvers<undefined>();
    outside.aws.beforeAnswer = () => slow.promise;
    await shard.report([
      { id: "evt_1", kind: "refused", failure: { ...failure("TOO_LONG"), at: 5 } },
    ]);
    await settled("evt_1", "dead_pending");

    expect(await shard.takeBack(anEvent("evt_1"), 5)).toBe("revived");
    slow.resolve(undefined);
    outside.aws.beforeAnswer = () => undefined;
    await queues.have(2);

    expect(await row("evt_1")).toMatchObject({ state: "queued" });
    // And a second death, told while the first letter was on its way, is dead by its own letter.
    const letters = outside.aws.deadLetters.length;
    await dies("evt_1", 6);
    expect(outside.aws.deadLetters.length).toBe(letters + 1);
  });

  it("is admitted when the ledger has forgotten it", async () => {
    expect(await shard.takeBack(anEvent("evt_forgotten"), 1)).toBe("revived");

    await settled("evt_forgotten", "queued");
  });

  it("is told of without being changed", async () => {
    const refusedMs = await dies("evt_1");
    await admit(anEvent("evt_2"));

    const asked = ["evt_1", "evt_2", "evt_3"].map((id) => ({ id, refusedMs }));
    expect(await shard.letterStandings(asked)).toEqual(["current", "open", "unknown"]);
    expect(await shard.letterStandings([{ id: "evt_1", refusedMs: refusedMs - 1 }])).toEqual([
      "superseded",
    ]);
  });
});

describe("an event that Stripe sends again", () => {
  beforeEach(async () => {
    await admit(anEvent("evt_1"));
    await queues.have(1);
  });

  it("lives again when it had died here, and its old letter has done its work", async () => {
    const refusedMs = await dies("evt_1");

    expect(await admit(anEvent("evt_1"))).toBe("revived");
    expect(await admit(anEvent("evt_1"))).toBe("known");

    await queues.have(2);
    expect(queues.ids()).toEqual(["evt_1", "evt_1"]);
    expect(await shard.takeBack(anEvent("evt_1"), refusedMs)).toBe("open");
  });

  it("lives again while SQS is down and its letter waits in the ledger, which is then not sent", async () => {
    outside.aws.sqsDown = true;
    await shard.report([{ id: "evt_1", kind: "refused", failure: failure("STRING_TOO_LONG") }]);
    await settled("evt_1", "dead_pending");

    expect(await admit(anEvent("evt_1"))).toBe("revived");
    outside.aws.sqsDown = false;
    await runDurableObjectAlarm(shard);

    expect(outside.aws.deadLetters).toHaveLength(0);
    expect(await row("evt_1")).toMatchObject({ state: "queued", attempts: 0 });
  });

  it("changes nothing when it is published", async () => {
    await shard.report([{ id: "evt_1", kind: "published" }]);

    expect(await admit(anEvent("evt_1"))).toBe("known");
    expect(await row("evt_1")).toMatchObject({ state: "published" });
  });
});

describe("an event that a consumer has in hand", () => {
  const settled = [{ id: "evt_1", kind: "settled" }];
  const open = [{ id: "evt_1", kind: "open", event: null, suspectMs: null }];

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    await admit(anEvent("evt_1"));
    await queues.have(1);
    expect(await shard.claim([claimOf("evt_1")])).toEqual(open);
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it("is not handed to another one that comes with a copy of the message", async () => {
    expect(await shard.claim([claimOf("evt_1")])).toEqual(settled);
  });

  it("is handed out anew when the queue brings the message back", async () => {
    expect(await shard.claim([claimOf("evt_1", false, true)])).toEqual(open);
    expect(await shard.claim([claimOf("evt_1")])).toEqual(settled);
  });

  it("is not handed to another one when it is due meanwhile and sent again", async () => {
    await write("UPDATE event SET due_ms = ?", Date.now());
    await ring();
    await queues.have(2);

    expect(await shard.claim([claimOf("evt_1")])).toEqual(settled);
  });

  it("is handed out anew for its next try", async () => {
    await shard.report([{ id: "evt_1", kind: "waiting", failure: failure("ORG_UNAVAILABLE") }]);
    await write("UPDATE event SET due_ms = ?", Date.now());
    await ring();

    expect(await shard.claim([claimOf("evt_1")])).toEqual(open);
  });

  it("counts as dropped after five minutes", async () => {
    vi.setSystemTime(Date.now() + 5 * 60_000 - 1);
    expect(await shard.claim([claimOf("evt_1")])).toEqual(settled);

    vi.setSystemTime(Date.now() + 1);
    expect(await shard.claim([claimOf("evt_1")])).toEqual(open);
  });
});

describe("a ledger with years of history", () => {
  /** Many finished events, a few open ones. */
  beforeEach(async () => {
    await write(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
       INSERT INTO event (id, state, lane, received_ms, finished_ms, type, object_id, livemode, created_s, correlation_id, payload)
       SELECT 'evt_old' || i, 'published', 'standard', 1000 + i, 2000 + i, 't', 'o', 1, 1, 'c', '' FROM n`,
    );
    await admit(anEvent("evt_new"));
    await queues.have(1);
  });

  async function rowsRead(work: (instance: AdmissionShard) => unknown): Promise<number> {
    return runInDurableObject(shard, async (instance, state) => {
      let read = 0;
      const { sql } = state.storage;
      const exec = sql.exec.bind(sql);
      const spy = vi.spyOn(sql, "exec").mockImplementation((...args) => {
        const cursor = exec(...args);
        const all = cursor.toArray();
        read += cursor.rowsRead;
        return {
          toArray: () => all,
          one: () => all[0],
          rowsWritten: cursor.rowsWritten,
        } as never;
      });
      await work(instance);
      spy.mockRestore();
      return read;
    });
  }

  it("reads as few rows for an admission, a claim, a report, the census and the size as an empty one", async () => {
    const published = [{ id: "evt_new", kind: "published" }] as const;

    expect(await rowsRead((each) => each.admit([anEvent("evt_newer")]))).toBeLessThan(20);
    expect(await rowsRead((each) => each.claim([claimOf("evt_new", true)]))).toBeLessThan(20);
    expect(await rowsRead((each) => each.census())).toBeLessThan(20);
    expect(await rowsRead((each) => each.size())).toBeLessThan(20);
    expect(await rowsRead((each) => each.report(published))).toBeLessThan(20);
    expect((await shard.size()).rows).toBe(20_002);
  });
});
