import { DurableObject } from "cloudflare:workers";

import { sendDeadLetter } from "../aws/dead-letters.ts";
import { configurationOf } from "../configuration.ts";
import { log, reasonOf } from "../ops/log.ts";
import type { AdmittedEvent } from "./event.ts";
import { Ledger } from "./ledger.ts";
import type { LedgerRow } from "./ledger-row.ts";
import type { Outcome } from "./outcome.ts";
import { eventIdOf, queueBatches } from "./queue-message.ts";

/** Until an admission's own send has surely ended; only a crash in between leaves work for the alarm. */
const ADMISSION_GRACE_MS = 3_000;
const QUEUE_DOWN_MS = 5_000;
const DEAD_LETTERS_DOWN_MS = 30_000;
const ALARM_FAILED_MS = 30_000;
const ROWS_A_STEP = 100;
/** Rows that are due while a send of them is under way must not make the alarm spin. */
const ALARM_PAUSE_MS = 500;

export interface ClaimRequest {
  readonly id: string;
  /** True when the queue message was only a pointer. */
  readonly wantsEvent: boolean;
}

export type Claim =
  | { readonly id: string; readonly kind: "open"; readonly event: AdmittedEvent | null }
  /** Published, dead, or waiting for its next try: this copy of the message is one too many. */
  | { readonly id: string; readonly kind: "settled" }
  | { readonly id: string; readonly kind: "unknown" };

export type OpenCounts = ReturnType<Ledger["openCounts"]>;

/**
 * The ledger of the events whose ids hash to this shard. An event is accepted when its row is committed; from then on the alarm sees to it that
 * the row reaches an outcome, whatever is lost on the way.
 */
export class AdmissionShard extends DurableObject<Env> {
  readonly #ledger: Ledger;
  #alarmAt: number | null = null;
  #sending = false;
  #burying = false;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#ledger = new Ledger(ctx.storage.sql);
    void ctx.blockConcurrencyWhile(async () => {
      this.#alarmAt = await ctx.storage.getAlarm();
      this.#armForNextDue();
    });
  }

  /** Answers once the row is durable: the platform holds the reply back until what was written is on disk. */
  admit(event: AdmittedEvent): "accepted" | "known" {
    const nowMs = Date.now();
    if (!this.#ledger.insert(event, nowMs)) return "known";
    this.#armBy(nowMs + ADMISSION_GRACE_MS);
    this.ctx.waitUntil(this.#sendDue());
    return "accepted";
  }

  claim(requests: readonly ClaimRequest[]): Claim[] {
    const nowMs = Date.now();
    return requests.map(({ id, wantsEvent }) => {
      const row = this.#ledger.find(id);
      if (row === undefined) return { id, kind: "unknown" };
      const open = row.state === "queued" || (row.state === "received" && row.dueMs <= nowMs);
      if (!open) return { id, kind: "settled" };
      return { id, kind: "open", event: wantsEvent ? row.event : null };
    });
  }

  report(outcomes: readonly Outcome[]): void {
    const nowMs = Date.now();
    let anyDead = false;
    for (const outcome of outcomes) {
      const next = this.#ledger.record(outcome, nowMs, Math.random());
      if (next === undefined) continue;
      this.#armBy(next.dueMs);
      anyDead ||= next.state === "dead_pending";
    }
    if (anyDead) this.ctx.waitUntil(this.#buryDue());
  }

  /** Arms a lost alarm again and tells how much is open. */
  async inspect(): Promise<OpenCounts> {
    this.#alarmAt = await this.ctx.storage.getAlarm();
    this.#armForNextDue();
    return this.#ledger.openCounts();
  }

  override async alarm(): Promise<void> {
    this.#alarmAt = null;
    try {
      this.#ledger.purge(Date.now());
      await this.#sendDue();
      await this.#buryDue();
      this.#armForNextDue();
    } catch (error) {
      // A throw is retried six times by the platform and then forgotten; a new alarm never is.
      log("error", "ledger.alarm_failed", { shard: this.#name(), detail: reasonOf(error) });
      await this.ctx.storage.setAlarm(Date.now() + ALARM_FAILED_MS);
    }
  }

  /** Puts what is due on the queue. One runs at a time, so rows admitted meanwhile travel together in its next batch. */
  async #sendDue(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (;;) {
        const rows = this.#ledger.due(["received", "queued"], Date.now(), ROWS_A_STEP);
        if (rows.length === 0) return;
        this.#logOverdue(rows);
        const batches = queueBatches(
          rows.map(({ event }) => event),
          this.#name(),
        );
        for (const batch of batches) {
          const ids = batch.map(eventIdOf);
          try {
            await this.env.EVENTS.sendBatch(batch.map((body) => ({ body, contentType: "json" })));
          } catch (error) {
            this.#ledger.postpone(ids, Date.now() + QUEUE_DOWN_MS);
            this.#armBy(Date.now() + QUEUE_DOWN_MS);
            const detail = reasonOf(error);
            log("error", "ledger.queue_unavailable", {
              shard: this.#name(),
              rows: ids.length,
              detail,
            });
            continue;
          }
          const sentMs = Date.now();
          const dueMs = sentMs + configurationOf(this.env).requeueAfterMs;
          this.#ledger.markQueued(ids, sentMs, dueMs);
          this.#armBy(dueMs);
        }
      }
    } finally {
      this.#sending = false;
    }
  }

  #logOverdue(rows: readonly LedgerRow[]): void {
    const overdue = rows.filter(({ state }) => state === "queued").length;
    if (overdue > 0) log("warn", "ledger.requeued", { shard: this.#name(), rows: overdue });
  }

  /** Hands what Salesforce refused for good to the dead letter queue; what cannot be sent stays and is tried again. */
  async #buryDue(): Promise<void> {
    if (this.#burying) return;
    this.#burying = true;
    try {
      const { aws } = configurationOf(this.env);
      for (;;) {
        const [row] = this.#ledger.due(["dead_pending"], Date.now(), 1);
        if (row === undefined) return;
        const { event, history } = row;
        const reason = history.at(-1) ?? { at: Date.now(), code: "UNKNOWN", message: "" };
        const sent = await sendDeadLetter(aws, { version: 1, event, reason, history });
        const facts = {
          correlationId: event.correlationId,
          eventId: event.id,
          type: event.type,
          reason: reason.code,
        };
        if (sent.ok) {
          this.#ledger.markDead(event.id, Date.now());
          log("error", "ledger.dead_letter", facts);
          continue;
        }
        log("error", "ledger.dead_letters_unavailable", { ...facts, detail: sent.error });
        const retryMs = Date.now() + DEAD_LETTERS_DOWN_MS;
        const waiting = this.#ledger.due(["dead_pending"], Date.now(), ROWS_A_STEP);
        this.#ledger.postpone(
          waiting.map((each) => each.event.id),
          retryMs,
        );
        this.#armBy(retryMs);
        return;
      }
    } finally {
      this.#burying = false;
    }
  }

  #armForNextDue(): void {
    const due = this.#ledger.nextDue();
    if (due !== undefined) this.#armBy(Math.max(due, Date.now() + ALARM_PAUSE_MS));
  }

  /** Makes sure the alarm rings by then. Not awaited: the platform commits it together with the rows written before. */
  #armBy(dueMs: number): void {
    if (this.#alarmAt !== null && this.#alarmAt <= dueMs) return;
    this.#alarmAt = dueMs;
    void this.ctx.storage.setAlarm(dueMs);
  }

  #name(): string {
    const { name } = this.ctx.id;
    if (name === undefined) throw new Error("A shard is only ever addressed by name.");
    return name;
  }
}
