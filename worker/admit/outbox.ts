import { configurationOf } from "../configuration.ts";
import { log, reasonOf } from "../log.ts";
import type { DueRows } from "./due-rows.ts";
import { LANES, type AdmittedEvent, type Lane } from "../event.ts";
import { queueOf } from "./lane-queue.ts";
import { eventIdOf, queueBatches } from "./queue-message.ts";

/** A send costs as much as an admission, so those that come one after the other share one. */
export const GATHER_MS = 100;
const QUEUE_DOWN_MS = 5_000;
const ROWS_A_STEP = 100;

interface Fresh {
  readonly event: AdmittedEvent;
  readonly admittedMs: number;
}

/**
 * Puts events on the queue of their lane. One send runs at a time: what is admitted meanwhile travels together in the next, from memory.
 * What memory loses, the shard takes back when it wakes.
 */
export class Outbox {
  readonly #rows: DueRows;
  readonly #shard: string;
  readonly #env: () => Env;
  readonly #armBy: (dueMs: number) => void;
  #fresh: Fresh[] = [];
  /** The oldest of those being sent. */
  #inFlightMs: number | null = null;
  #working = false;
  #dueIsAsked = false;

  constructor(parts: {
    readonly rows: DueRows;
    readonly shard: string;
    readonly env: () => Env;
    readonly armBy: (dueMs: number) => void;
  }) {
    this.#rows = parts.rows;
    this.#shard = parts.shard;
    this.#env = parts.env;
    this.#armBy = parts.armBy;
  }

  /**
   * Sends an event whose row has just been written, and marked as queued.
   * @param admittedMs the row's `queued_ms`
   */
  async sendFresh(event: AdmittedEvent, admittedMs: number): Promise<void> {
    this.#fresh.push({ event, admittedMs });
    await this.#work();
  }

  /** Sends what the ledger says is due, and marks it. */
  async sendDue(): Promise<void> {
    this.#dueIsAsked = true;
    await this.#work();
  }

  /** What was admitted up to then is no longer in memory only, Unix milliseconds. */
  sentUntilMs(nowMs: number): number {
    const oldestMs = this.#inFlightMs ?? this.#fresh[0]?.admittedMs;
    return oldestMs === undefined ? nowMs : oldestMs - 1;
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    try {
      while (this.#fresh.length > 0 || this.#dueIsAsked) {
        if (this.#fresh.length > 0) {
          if (!this.#dueIsAsked) await scheduler.wait(GATHER_MS);
          await this.#sendAllFresh();
        }
        if (this.#dueIsAsked) await this.#sendSomeDue();
      }
    } finally {
      this.#working = false;
      this.#inFlightMs = null;
    }
  }

  /** One step, and the wish for the next as long as there are rows. */
  async #sendSomeDue(): Promise<void> {
    this.#dueIsAsked = false;
    const rows = this.#rows.toQueue(Date.now(), ROWS_A_STEP);
    if (rows.length === 0) return;
    const overdue = rows.filter(({ state }) => state === "queued").length;
    if (overdue > 0) log("ledger.requeued", { shard: this.#shard, rows: overdue });
    await this.#send(
      rows.map(({ event }) => event),
      false,
    );
    this.#dueIsAsked = true;
  }

  async #sendAllFresh(): Promise<void> {
    const fresh = this.#fresh;
    this.#fresh = [];
    this.#inFlightMs = fresh[0]?.admittedMs ?? null;
    await this.#send(
      fresh.map(({ event }) => event),
      true,
    );
    this.#inFlightMs = null;
  }

  async #send(events: readonly AdmittedEvent[], isMarked: boolean): Promise<void> {
    const ofLane = Map.groupBy(events, ({ lane }) => lane);
    for (const lane of LANES) {
      await this.#sendLane(lane, ofLane.get(lane) ?? [], isMarked);
    }
  }

  async #sendLane(lane: Lane, events: readonly AdmittedEvent[], isMarked: boolean): Promise<void> {
    const env = this.#env();
    for (const batch of queueBatches(events, this.#shard)) {
      const ids = batch.map(eventIdOf);
      try {
        await queueOf(env, lane).sendBatch(batch.map((body) => ({ body, contentType: "json" })));
      } catch (error) {
        this.#rows.takeBack(ids, Date.now() + QUEUE_DOWN_MS);
        this.#armBy(Date.now() + QUEUE_DOWN_MS);
        const facts = { shard: this.#shard, lane, rows: ids.length };
        log("ledger.queue_unavailable", { ...facts, detail: reasonOf(error) });
        continue;
      }
      if (isMarked) continue;
      const sentMs = Date.now();
      const dueMs = sentMs + configurationOf(env).requeueAfterMs;
      this.#rows.markQueued(ids, sentMs, dueMs);
      this.#armBy(dueMs);
    }
  }
}
