import {
  createExecutionContext,
  createMessageBatch,
  getQueueResult,
  runDurableObjectAlarm,
  runInDurableObject,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { vi } from "vitest";

import type { AdmittedEvent, Lane } from "../event.ts";
import type { QueueMessage } from "../admit/queue-message.ts";
import type { AdmissionShard } from "../admit/shard.ts";
import { shardNameAt, shardNameOf } from "../shard-name.ts";
import worker from "../index.ts";
import { salesforceSessionOf, type SalesforceSession } from "../salesforce/session.ts";
import { RecordedQueues } from "./recorded-queues.ts";

const SHARDS = 4;
/** A busy machine takes its time to send what has gathered. */
const SENT_WITHIN_MS = 20_000;

type Alarmed = DurableObjectStub<AdmissionShard> | DurableObjectStub<SalesforceSession>;

/** Hands messages of one lane's queue to the Worker's consumer, as one batch. */
export async function consume(
  lane: Lane,
  messages: readonly QueueMessage[],
  bindings: Env,
): Promise<void> {
  const batch = createMessageBatch(
    `stripe-events-${lane}`,
    messages.map((body) => ({ id: crypto.randomUUID(), timestamp: new Date(), body, attempts: 1 })),
  );
  await worker.queue(batch, bindings);
  const result = await getQueueResult(batch, createExecutionContext());
  if (result.explicitAcks.length !== messages.length) {
    throw new Error("The consumer did not settle every message.");
  }
}

/**
 * Real shards, the real breaker and the real consumer under a clock of the test's own: alarms ring and queues are drained when the test
 * advances it. Batches are drawn from the least urgent queue first, which is the order that favours nobody.
 */
export class SimulatedRelay {
  readonly queues = new RecordedQueues();
  readonly #env: Env;
  readonly #shards = Array.from({ length: SHARDS }, (_, index) =>
    env.ADMISSION.getByName(shardNameAt(index)),
  );
  readonly #session = salesforceSessionOf(env);

  /** @param changed variables and bindings the consumer sees instead of the configured ones */
  constructor(changed: Partial<Env> = {}) {
    this.#env = { ...env, ...changed };
  }

  /** Stops the clock; from now on it goes on by `advance` alone. */
  async start(): Promise<void> {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    await this.queues.standInForAll();
  }

  async admit(event: AdmittedEvent): Promise<void> {
    await env.ADMISSION.getByName(shardNameOf(event.id, SHARDS)).admit([event]);
  }

  /** Lets that much time pass: every alarm rings in its turn, and what is sent meanwhile is relayed at once. */
  async advance(milliseconds: number): Promise<void> {
    const endMs = Date.now() + milliseconds;
    await this.#allSent();
    await this.#drain();
    for (;;) {
      const next = await this.#nextAlarm();
      if (next === undefined || next.atMs > endMs) break;
      vi.setSystemTime(Math.max(next.atMs, Date.now()));
      await runDurableObjectAlarm(next.stub);
      await this.#drain();
    }
    vi.setSystemTime(endMs);
  }

  /** One column of every row of the ledger. */
  async column(name: "state" | "attempts"): Promise<SqlStorageValue[]> {
    return this.#values(`SELECT ${name} AS value FROM event`);
  }

  async #values(sql: string): Promise<SqlStorageValue[]> {
    const all = await Promise.all(
      this.#shards.map((shard) =>
        runInDurableObject(shard, (_instance, state) => state.storage.sql.exec(sql).toArray()),
      ),
    );
    return all.flat().flatMap(({ value }) => value ?? null);
  }

  /** The shards gather admissions for a moment, by a clock that is not the test's. */
  async #allSent(): Promise<void> {
    const deadline = performance.now() + SENT_WITHIN_MS;
    while (performance.now() < deadline) {
      const marked = await this.#values("SELECT id AS value FROM event WHERE state = 'queued'");
      const sent = new Set<SqlStorageValue>(this.queues.ids());
      if (marked.every((id) => sent.has(id))) return;
      await scheduler.wait(20);
    }
    // To go on would let the clock pass what is still to be sent, which is then due and sent twice.
    throw new Error("The shards have not sent everything.");
  }

  async mayCall(lane: Lane): Promise<boolean> {
    const entry = await this.#session.enter({ lane, suspect: false });
    return entry.kind !== "wait";
  }

  async #nextAlarm(): Promise<{ readonly stub: Alarmed; readonly atMs: number } | undefined> {
    const stubs: Alarmed[] = [this.#session, ...this.#shards];
    const alarms = await Promise.all(
      stubs.map(async (stub) => {
        const atMs = await runInDurableObject(stub, (_instance, state) => state.storage.getAlarm());
        return atMs === null ? [] : [{ stub, atMs }];
      }),
    );
    return alarms.flat().toSorted((one, other) => one.atMs - other.atMs)[0];
  }

  async #drain(): Promise<void> {
    // What a shard sends goes out after it has answered.
    for (let quiet = 0; quiet < 2; quiet += 1) {
      await scheduler.wait(1);
      for (const lane of ["bulk", "standard", "urgent"] as const) {
        const taken = this.queues.take(lane, 100);
        if (taken.length === 0) continue;
        quiet = -1;
        await consume(lane, taken, this.#env);
      }
    }
  }
}
