import { DurableObject } from "cloudflare:workers";

import { DurableAlarm } from "../durable-alarm.ts";
import { configurationOf } from "../configuration.ts";
import { log, reasonOf } from "../log.ts";
import { DeadLetterSender } from "./dead-letter-sender.ts";
import { DueRows, type OpenRows } from "./due-rows.ts";
import type { AdmittedEvent, Lane } from "../event.ts";
import { letterStanding, type LetterStanding } from "./letter-standing.ts";
import { GroupCommit, type Admission } from "./group-commit.ts";
import { HandedOut } from "./handed-out.ts";
import { Ledger } from "./ledger.ts";
import type { Outcome } from "./outcome.ts";
import { MoveOfPayloads } from "./move-of-payloads.ts";
import { Outbox } from "./outbox.ts";
import { sizeOf, type ShardSize } from "./shard-size.ts";

/** After an admission: by then its own send has ended as a rule, and a shard that died in between is woken. */
const ADMISSION_GRACE_MS = 3_000;
/** All that was admitted up to then is known to have reached the queue or to wait in the ledger, Unix milliseconds. */
const SENT_UNTIL = "sent_until_ms";
const ALARM_FAILED_MS = 30_000;
/** Rows that are due while a send of them is under way must not make the alarm spin. */
const ALARM_PAUSE_MS = 500;

export interface ClaimRequest {
  readonly id: string;
  /** True when the queue message was only a pointer. */
  readonly wantsEvent: boolean;
  /** True when the queue hands the message out once more: whoever claimed it before has given it up. */
  readonly isRedelivered: boolean;
}

export type Claim =
  | {
      readonly id: string;
      readonly kind: "open";
      readonly event: AdmittedEvent | null;
      /** As in `Standing`. */
      readonly suspectMs: number | null;
    }
  /** Published, dead, waiting for its next try, or in another consumer's hands: this copy of the message is one too many. */
  | { readonly id: string; readonly kind: "settled" }
  | { readonly id: string; readonly kind: "unknown" };

export type OpenCounts = Readonly<Record<OpenRows["state"], number>>;

/** A dead letter, by its event and its `reason.at`. */
export interface LetterAsked {
  readonly id: string;
  readonly refusedMs: number;
}

export interface Release {
  readonly lane: Lane;
  readonly atMost: number;
  /** Rows received later are no backlog, Unix milliseconds. */
  readonly backlogBeforeMs: number;
}

export interface Released {
  readonly rows: number;
  /** True while older events of the lane are not done. */
  readonly backlog: boolean;
}

/**
 * The ledger of the events whose ids hash to this shard. An event is accepted when its row is committed; from then on the alarm sees to it that
 * the row reaches an outcome, whatever is lost on the way.
 */
export class AdmissionShard extends DurableObject<Env> {
  readonly #ledger: Ledger;
  readonly #rows: DueRows;
  readonly #moveOfPayloads: MoveOfPayloads;
  readonly #outbox: Outbox;
  readonly #deadLetters: DeadLetterSender;
  readonly #name: string;
  readonly #admissions = new GroupCommit((events) => this.#admitAll(events));
  readonly #alarm = new DurableAlarm(this.ctx.storage);
  readonly #handedOut = new HandedOut();
  #requeueAfterMs: number | undefined;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    if (ctx.id.name === undefined) throw new Error("A shard is only ever addressed by name.");
    this.#name = ctx.id.name;
    this.#ledger = new Ledger(ctx.storage.sql);
    this.#rows = new DueRows(ctx.storage.sql);
    this.#moveOfPayloads = new MoveOfPayloads(ctx.storage);
    const parts = {
      ledger: this.#ledger,
      rows: this.#rows,
      shard: this.#name,
      env: () => this.env,
      armBy: (dueMs: number) => this.#alarm.armBy(dueMs),
    };
    this.#outbox = new Outbox(parts);
    this.#deadLetters = new DeadLetterSender(parts);
    void ctx.blockConcurrencyWhile(async () => {
      await this.#alarm.read();
      this.#rows.takeBackSince(ctx.storage.kv.get<number>(SENT_UNTIL) ?? 0, Date.now());
      this.#armForNextDue();
    });
  }

  /** Answers for each event, once their rows are durable: the platform holds the reply back until what was written is on disk. */
  async admit(events: readonly AdmittedEvent[]): Promise<Admission[]> {
    return this.#admissions.admit(events);
  }

  #admitAll(events: readonly AdmittedEvent[]): Admission[] {
    const nowMs = Date.now();
    const dueMs = this.#requeueMs(nowMs);
    const areNew = this.#ledger.insert(events, nowMs, dueMs);
    for (const [index, event] of events.entries()) {
      if (areNew[index] === true) this.#send(event, nowMs);
    }
    return events.map((event, index): Admission => {
      if (areNew[index] === true) return "accepted";
      // Stripe sends what it was answered 200 to once more only when somebody asks it to.
      if (!this.#revive(event, "sent again by Stripe", nowMs)) return "known";
      this.#send(event, nowMs);
      return "revived";
    });
  }

  claim(requests: readonly ClaimRequest[]): Claim[] {
    const nowMs = Date.now();
    this.#handedOut.dropOverdue(nowMs);
    return requests.map((request) => this.#claim(request, nowMs));
  }

  #claim({ id, wantsEvent, isRedelivered }: ClaimRequest, nowMs: number): Claim {
    const row = this.#ledger.standing(id);
    if (row === undefined) return { id, kind: "unknown" };
    const { state, dueMs, suspectMs } = row;
    const isDue = dueMs !== null && dueMs <= nowMs;
    if (state !== "queued" && !(state === "received" && isDue)) return { id, kind: "settled" };
    // Its message is still on the queue, which brings it back should that consumer fail.
    if (!isRedelivered && this.#handedOut.has(id, nowMs)) return { id, kind: "settled" };
    this.#handedOut.add(id, nowMs);
    const event = wantsEvent ? (this.#ledger.find(id)?.event ?? null) : null;
    return { id, kind: "open", event, suspectMs };
  }

  /** @param budgetShare of the fullest window of the call budget, null when the relay does not know */
  report(outcomes: readonly Outcome[], budgetShare: number | null = null): void {
    const nowMs = Date.now();
    if (budgetShare !== null) this.#outbox.learnBudget(budgetShare, nowMs);
    let anyDead = false;
    const published: string[] = [];
    for (const outcome of outcomes) {
      this.#handedOut.delete(outcome.id);
      if (outcome.kind === "published") {
        published.push(outcome.id);
        continue;
      }
      const next = this.#ledger.record(outcome, nowMs, Math.random());
      if (next === undefined) continue;
      this.#alarm.armBy(next.dueMs);
      anyDead ||= next.state === "dead_pending";
    }
    if (published.length > 0) this.#ledger.recordPublished(published, nowMs);
    if (anyDead) this.ctx.waitUntil(this.#deadLetters.sendDue());
  }

  /**
   * Takes a dead letter back: its event is open again, with all its retries; one this ledger no longer knows is admitted. Any other standing
   * than `current` or `unknown` changes nothing: the letter has done its work.
   * @param refusedMs the letter's `reason.at`
   */
  takeBack(dead: AdmittedEvent, refusedMs: number): "revived" | LetterStanding {
    const nowMs = Date.now();
    const standing = letterStanding(this.#ledger.standing(dead.id), refusedMs);
    // Taken in anew: its delay is counted from here, not from a delivery of two weeks ago.
    const event = { ...dead, receivedAt: nowMs };
    if (standing === "unknown") {
      this.#ledger.insert([event], nowMs, this.#requeueMs(nowMs));
      this.#logRevived(event);
    } else if (
      standing !== "current" ||
      !this.#revive(event, "taken back from the dead letters", nowMs)
    ) {
      return standing;
    }
    this.#send(event, nowMs);
    return "revived";
  }

  /** Where the events of dead letters stand, in their order. */
  letterStandings(letters: readonly LetterAsked[]): LetterStanding[] {
    return letters.map(({ id, refusedMs }) => letterStanding(this.#ledger.standing(id), refusedMs));
  }

  #revive(event: AdmittedEvent, message: string, nowMs: number): boolean {
    const revived = { at: nowMs, code: "REVIVED", message };
    if (!this.#ledger.revive(event, revived, this.#requeueMs(nowMs))) return false;
    this.#logRevived(event);
    return true;
  }

  #logRevived({ correlationId, id: eventId, type, lane }: AdmittedEvent): void {
    log("ledger.revived", { correlationId, eventId, type, lane });
  }

  /** The way to the org is free again for a lane: its waiting events go on the queue now. */
  release({ lane, atMost, backlogBeforeMs }: Release): Released {
    const nowMs = Date.now();
    const rows = this.#rows.release(lane, atMost, nowMs);
    if (rows > 0) {
      this.#alarm.armBy(nowMs + ADMISSION_GRACE_MS);
      this.ctx.waitUntil(this.#outbox.sendDue());
    }
    return { rows, backlog: this.#rows.hasBacklog(lane, backlogBeforeMs) };
  }

  /** Arms a lost alarm again, forgets what is over, and tells how much is open. */
  async inspect(): Promise<OpenCounts> {
    this.#ledger.purge(Date.now());
    this.ctx.storage.transactionSync(() => this.#moveOfPayloads.step());
    await this.#alarm.read();
    this.#armForNextDue();
    const counts = { received: 0, queued: 0, dead_pending: 0 };
    for (const { state, rows } of this.#rows.census()) counts[state] += rows;
    return counts;
  }

  size(): ShardSize {
    return sizeOf(this.#name, this.ctx.storage.sql);
  }

  /** The open events, by lane and state. */
  census(): OpenRows[] {
    return this.#rows.census();
  }

  override async alarm(): Promise<void> {
    this.#alarm.rang();
    try {
      this.ctx.storage.kv.put(SENT_UNTIL, this.#outbox.sentUntilMs(Date.now()));
      await this.#outbox.sendDue();
      await this.#deadLetters.sendDue();
      this.#armForNextDue();
    } catch (error) {
      // A throw is retried six times by the platform and then forgotten; a new alarm never is.
      log("ledger.alarm_failed", { shard: this.#name, detail: reasonOf(error) });
      await this.#alarm.armAgain(ALARM_FAILED_MS);
    }
  }

  /** The row of the event is written; should the shard die before it is sent, the alarm wakes it. */
  #send(event: AdmittedEvent, nowMs: number): void {
    const { leavesMs, work } = this.#outbox.sendFresh(event, nowMs);
    this.#alarm.armBy(leavesMs + ADMISSION_GRACE_MS);
    if (work !== null) this.ctx.waitUntil(work);
  }

  #requeueMs(nowMs: number): number {
    this.#requeueAfterMs ??= configurationOf(this.env).requeueAfterMs;
    return nowMs + this.#requeueAfterMs;
  }

  #armForNextDue(): void {
    const due = this.#rows.next();
    if (due !== undefined) this.#alarm.armBy(Math.max(due, Date.now() + ALARM_PAUSE_MS));
  }
}
