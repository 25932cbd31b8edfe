import { DurableObject } from "cloudflare:workers";

import type { Outcome } from "../admit/outcome.ts";
import { DurableAlarm } from "../durable-alarm.ts";
import { configurationOf } from "../configuration.ts";
import { log, reasonOf } from "../log.ts";
import type { Candidate } from "../relay/candidate.ts";
import { logOutcomes } from "../relay/log-outcomes.ts";
import { orgOf } from "../salesforce/org.ts";
import { tellOfWaiting } from "../salesforce/session.ts";
import { publish, refusedByOrg } from "../relay/publish.ts";
import { advanceJob } from "./advance-job.ts";
import { callAsBulk } from "./call-as-bulk.ts";
import { coalesce, type Carrier } from "./coalesce.ts";
import { Collection, type Settled, type Waiting } from "./collection.ts";
import type { BulkCollecting, BulkEntry } from "./collector-contract.ts";
import { eventRows } from "./event-rows.ts";
import { sendingFor, JOB_ROWS, readSending, type Sending, type JobStep } from "./sending.ts";

const SENDING = "sending";
/** This many are published and reported at once. */
const ROWS_A_CALL = 200;
const REPORTS_A_STEP = 1_000;
const SHARD_DOWN_MS = 5_000;
const ALARM_FAILED_MS = 30_000;
const LONGEST_WAIT_MS = 60_000;
const NO_LIMIT = 1_000_000;

export interface Collected extends Waiting {
  readonly sending: "none" | "collections" | "job";
}

/**
 * Gathers the events of the bulk lane and sends them by as few calls as possible: what a newer one supersedes is left out, the rest
 * goes by collections or, from `JOB_ROWS` on, by a Bulk API 2.0 job. One sending is under way at a time; its steps are the alarm's.
 */
export class BulkCollector extends DurableObject<Env> implements BulkCollecting {
  readonly #collection = new Collection(this.ctx.storage.sql);
  readonly #alarm = new DurableAlarm(this.ctx.storage);

  async add(entries: readonly BulkEntry[]): Promise<void> {
    this.#collection.add(entries, Date.now());
    await this.#arm();
  }

  /** Arms a lost alarm again and tells what waits. */
  async inspect(): Promise<Collected> {
    await this.#arm();
    return { ...this.#collection.waiting(), sending: this.#sending()?.step.way ?? "none" };
  }

  override async alarm(): Promise<void> {
    try {
      await this.#advanceSending();
      await this.#report();
      await this.#arm();
    } catch (error) {
      // A throw is retried six times by the platform and then forgotten; a new alarm never is.
      log("bulk.alarm_failed", { detail: reasonOf(error) });
      await this.#alarm.armAgain(ALARM_FAILED_MS);
    }
  }

  /** One step of the sending, or the beginning of the next. */
  async #advanceSending(): Promise<void> {
    const sending = this.#sending() ?? this.#begin();
    if (sending === undefined || sending.nextMs > Date.now()) return;
    if (sending.step.way === "collections") await this.#publishSome();
    else await this.#advance(sending, sending.step);
  }

  #begin(): Sending | undefined {
    const nowMs = Date.now();
    if (this.#flushMs(nowMs) > nowMs) return undefined;
    // What a sending left that nobody remembers.
    this.#collection.takeBack();
    const candidates = this.#collection.next();
    const trusted = candidates.filter(({ suspectMs }) => suspectMs === null);
    const carriers = coalesce(trusted.map(({ event }) => event));
    const isJob = carriers.length >= JOB_ROWS;
    // One that breaks calls would break the job: it waits for collections, where it travels alone.
    const suspects = isJob ? [] : candidates.filter(({ suspectMs }) => suspectMs !== null);
    const all: Carrier[] = [
      ...carriers,
      ...suspects.map(({ event }) => ({ event, isChanged: false, carries: [] })),
    ];
    const sending = sendingFor(carriers.length, nowMs);
    this.ctx.storage.transactionSync(() => {
      this.#collection.markSending(all);
      this.#keep(sending);
    });
    logSuperseded(candidates, all);
    log("bulk.sending_began", {
      way: sending.step.way,
      events: candidates.length,
      rows: all.length,
    });
    return sending;
  }

  async #publishSome(): Promise<void> {
    const candidates = this.#collection.sending(ROWS_A_CALL);
    if (candidates.length === 0) {
      this.#keep(undefined);
      return;
    }
    const startedMs = Date.now();
    const outcomes = await publish(candidates, orgOf(this.env, "bulk"));
    const events = candidates.map(({ event }) => event);
    logOutcomes("bulk", events, outcomes, Date.now() - startedMs);
    this.#collection.settle(outcomes);
  }

  async #advance(sending: Sending, step: JobStep): Promise<void> {
    const org = orgOf(this.env, "bulk");
    const advance = await advanceJob(step, {
      call: async (request) => callAsBulk(org, request),
      csv: () => eventRows(this.#collection.sending(NO_LIMIT).map(({ event }) => event)),
      ids: () => this.#collection.sendingIds(),
      nowMs: () => Date.now(),
    });
    const nowMs = Date.now();
    switch (advance.kind) {
      case "next":
        if (advance.step.way === "collections") log("bulk.job_given_up", { step: step.step });
        this.#keep({ step: advance.step, nextMs: nowMs + advance.waitMs, failures: 0 });
        return;
      case "again": {
        const failures = sending.failures + 1;
        const backOffMs = Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** Math.min(failures, 6));
        const asToldMs = Math.min(advance.untilMs, nowMs + LONGEST_WAIT_MS);
        log("bulk.job_waits", { step: step.step, detail: advance.detail });
        this.#keep({ step, nextMs: Math.max(nowMs + backOffMs, asToldMs), failures });
        return;
      }
      case "done":
        this.#finish(advance.outcomes);
        if (advance.orgRefuses !== null) await refusedByOrg(org, advance.orgRefuses, false);
        return;
    }
  }

  #finish(outcomes: readonly Outcome[]): void {
    const published = outcomes.filter(({ kind }) => kind === "published").length;
    log("bulk.job_done", { rows: outcomes.length, published });
    const events = this.#collection.sending(NO_LIMIT).map(({ event }) => event);
    logOutcomes("bulk", events, outcomes, 0);
    this.ctx.storage.transactionSync(() => {
      this.#collection.settle(outcomes);
      this.#keep(undefined);
    });
  }

  /** Tells each shard what became of its events; what a shard does not take is told again later. */
  async #report(): Promise<void> {
    for (;;) {
      const settled = this.#collection.settled(REPORTS_A_STEP);
      const perShard = [...Map.groupBy(settled, ({ shard }) => shard)];
      const taken = await Promise.all(
        perShard.map(async ([shard, group]) => this.#tell(shard, group)),
      );
      if (settled.length < REPORTS_A_STEP || taken.includes(false)) return;
    }
  }

  async #tell(shard: string, group: readonly Settled[]): Promise<boolean> {
    try {
      await this.env.ADMISSION.getByName(shard).report(group.map(({ outcome }) => outcome));
    } catch (error) {
      log("bulk.shard_unavailable", { shard, detail: reasonOf(error) });
      return false;
    }
    const outcomes = group.map(({ outcome }) => outcome);
    this.#collection.forget(outcomes.map(({ id }) => id));
    await tellOfWaiting(this.env, outcomes);
    return true;
  }

  async #arm(): Promise<void> {
    const nowMs = Date.now();
    const sending = this.#sending();
    const dueMs = [
      sending?.nextMs ?? this.#flushMs(nowMs),
      this.#collection.settled(1).length === 0 ? Number.POSITIVE_INFINITY : nowMs + SHARD_DOWN_MS,
    ];
    const next = Math.min(...dueMs);
    if (next === Number.POSITIVE_INFINITY) return;
    await this.#alarm.read();
    this.#alarm.armBy(next);
  }

  /** When the collected events are to be sent; never without any. */
  #flushMs(nowMs: number): number {
    const { rows, bytes, oldestMs } = this.#collection.waiting();
    const { flushRows, flushMs } = configurationOf(this.env).bulk;
    if (oldestMs === null) return Number.POSITIVE_INFINITY;
    return rows >= flushRows || bytes >= Collection.MAX_BYTES_AT_ONCE ? nowMs : oldestMs + flushMs;
  }

  #sending(): Sending | undefined {
    return readSending(this.ctx.storage.kv.get(SENDING));
  }

  #keep(sending: Sending | undefined): void {
    if (sending === undefined) this.ctx.storage.kv.delete(SENDING);
    else this.ctx.storage.kv.put(SENDING, sending);
  }
}

function logSuperseded(candidates: readonly Candidate[], carriers: readonly Carrier[]): void {
  const eventOf = new Map(candidates.map(({ event }) => [event.id, event]));
  for (const { event: carrier, carries } of carriers) {
    for (const eventId of carries) {
      const correlationId = eventOf.get(eventId)?.correlationId;
      log("bulk.superseded", { correlationId, eventId, by: carrier.id, lane: "bulk" });
    }
  }
}

export function bulkCollectorOf(env: Env): DurableObjectStub<BulkCollector> {
  return env.BULK_COLLECTOR.getByName("org");
}
