import { configurationOf } from "../configuration.ts";
import { LANES, type AdmittedEvent, type Lane } from "../event.ts";
import { log, reasonOf } from "../log.ts";
import type { DueRows } from "./due-rows.ts";
import { departureMs } from "./gathering.ts";
import { queueOf } from "./lane-queue.ts";
import { eventIdsOf, queueBatches } from "./queue-message.ts";

const QUEUE_DOWN_MS = 5_000;
const ROWS_A_STEP = 200;
/** One call carries no more: then there is nothing to wait for. */
const FULL_GROUP = 200;
/** What a report said of the budget counts for so long: a lane that saves calls hears of it again with its next group. */
const BUDGET_BELIEVED_MS = 120_000;

interface Fresh {
  readonly event: AdmittedEvent;
  readonly admittedMs: number;
}

interface LaneState {
  /** Admitted, and not sent yet. */
  fresh: Fresh[];
  /** Being sent. */
  sending: readonly Fresh[];
  isWorking: boolean;
  /** Ends the wait for company. */
  isFull: (() => void) | null;
  leftMs: number | null;
  carried: number;
}

/**
 * Puts events on the queue of their lane, from memory; how long they wait for each other is `gathering.ts`'s rule. What memory loses, the
 * shard takes back when it wakes.
 */
export class Outbox {
  readonly #rows: DueRows;
  readonly #shard: string;
  readonly #env: () => Env;
  readonly #armBy: (dueMs: number) => void;
  readonly #lanes: Readonly<Record<Lane, LaneState>> = {
    urgent: idle(),
    standard: idle(),
    bulk: idle(),
  };
  #budget = { share: 0, untilMs: 0 };
  #isSendingDue = false;

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

  /** @param share of the fullest window of the call budget, as a relay saw it just now */
  learnBudget(share: number, nowMs: number): void {
    this.#budget = { share, untilMs: nowMs + BUDGET_BELIEVED_MS };
  }

  /**
   * Sends an event whose row has just been written, and marked as queued.
   * @param admittedMs the row's `queued_ms`
   * @returns when it leaves, Unix milliseconds, and the work of sending it when nobody is at it
   */
  sendFresh(
    event: AdmittedEvent,
    admittedMs: number,
  ): { readonly leavesMs: number; readonly work: Promise<void> | null } {
    const { lane } = event;
    const state = this.#lanes[lane];
    state.fresh.push({ event, admittedMs });
    if (state.fresh.length >= FULL_GROUP) state.isFull?.();
    const leavesMs = this.#departureMs(lane, admittedMs);
    return { leavesMs, work: state.isWorking ? null : this.#sendLaneWhileFresh(lane) };
  }

  /** Sends what the ledger says is due, and marks it. */
  async sendDue(): Promise<void> {
    if (this.#isSendingDue) return;
    this.#isSendingDue = true;
    try {
      while (await this.#sendSomeDue());
    } finally {
      this.#isSendingDue = false;
    }
  }

  /** What was admitted up to then is no longer in memory only, Unix milliseconds. */
  sentUntilMs(nowMs: number): number {
    const oldest = Object.values(this.#lanes).flatMap(
      ({ sending, fresh }) => sending[0]?.admittedMs ?? fresh[0]?.admittedMs ?? [],
    );
    return oldest.length === 0 ? nowMs : Math.min(...oldest) - 1;
  }

  async #sendLaneWhileFresh(lane: Lane): Promise<void> {
    const state = this.#lanes[lane];
    state.isWorking = true;
    try {
      while (state.fresh.length > 0) {
        await this.#gather(lane, state);
        state.sending = state.fresh;
        state.fresh = [];
        state.leftMs = Date.now();
        state.carried = state.sending.length;
        await this.#send(
          lane,
          state.sending.map(({ event }) => event),
          true,
        );
        state.sending = [];
      }
    } finally {
      state.isWorking = false;
      state.sending = [];
    }
  }

  async #gather(lane: Lane, state: LaneState): Promise<void> {
    if (state.fresh.length >= FULL_GROUP) return;
    const { promise: full, resolve } = Promise.withResolvers<undefined>();
    state.isFull = () => resolve(undefined);
    const nowMs = Date.now();
    const end = new AbortController();
    const waited = scheduler.wait(this.#departureMs(lane, nowMs) - nowMs, { signal: end.signal });
    await Promise.race([full, waited.catch(() => undefined)]);
    end.abort();
    state.isFull = null;
  }

  #departureMs(lane: Lane, nowMs: number): number {
    const { leftMs, carried } = this.#lanes[lane];
    const budgetShare = nowMs < this.#budget.untilMs ? this.#budget.share : 0;
    return departureMs({ lane, budgetShare, leftMs, carried }, nowMs);
  }

  /** One step; true when there may be more. */
  async #sendSomeDue(): Promise<boolean> {
    const rows = this.#rows.toQueue(Date.now(), ROWS_A_STEP);
    if (rows.length === 0) return false;
    const overdue = rows.filter(({ state }) => state === "queued").length;
    if (overdue > 0) log("ledger.requeued", { shard: this.#shard, rows: overdue });
    const ofLane = Map.groupBy(
      rows.map(({ event }) => event),
      ({ lane }) => lane,
    );
    for (const lane of LANES) await this.#send(lane, ofLane.get(lane) ?? [], false);
    return true;
  }

  async #send(lane: Lane, events: readonly AdmittedEvent[], isMarked: boolean): Promise<void> {
    const env = this.#env();
    for (const batch of queueBatches(events, this.#shard)) {
      const ids = batch.flatMap(eventIdsOf);
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

function idle(): LaneState {
  return { fresh: [], sending: [], isWorking: false, isFull: null, leftMs: null, carried: 0 };
}
