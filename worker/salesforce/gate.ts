import type { Released } from "../admit/shard.ts";
import { shardNames } from "../shard-name.ts";
import { LANES, type Lane } from "../event.ts";
import { DurableAlarm } from "../durable-alarm.ts";
import { configurationOf } from "../configuration.ts";
import { log, reasonOf } from "../log.ts";
import {
  breakerAfter,
  nextCheckMs,
  permissionOf,
  type Breaker,
  type BreakerEvent,
  type Caller,
  type Permission,
} from "./breaker.ts";
import { loadBreaker, saveBreaker } from "./breaker-store.ts";

const CHECK_FAILED_MS = 10_000;

/** Keeps the breaker, and calls the waiting events back lane by lane when the way to the org is free again. */
export class Gate {
  readonly #storage: DurableObjectStorage;
  readonly #alarm: DurableAlarm;
  readonly #env: () => Env;
  readonly #limitProbeMs: number;
  #breaker: Breaker;
  #lastSuccessMs: number | null = null;

  constructor(storage: DurableObjectStorage, env: () => Env) {
    this.#storage = storage;
    this.#alarm = new DurableAlarm(storage);
    this.#env = env;
    this.#limitProbeMs = configurationOf(env()).salesforce.limitProbeMs;
    this.#breaker = loadBreaker(storage.kv);
  }

  get breaker(): Breaker {
    return this.#breaker;
  }

  /** When a call succeeded last, Unix milliseconds; null when none has since this object woke up. */
  get lastSuccessMs(): number | null {
    return this.#lastSuccessMs;
  }

  ask(caller: Caller, nowMs: number): Permission {
    const permission = permissionOf(this.#breaker, caller, nowMs);
    if (permission.kind === "probe") {
      log("breaker.probed", { lane: caller.lane });
      this.take({ kind: "probe_started" }, nowMs);
    }
    return permission;
  }

  take(event: BreakerEvent, nowMs: number): void {
    if (event.kind === "succeeded") this.#lastSuccessMs = nowMs;
    const before = this.#breaker;
    const after = breakerAfter(before, event, nowMs, this.#limitProbeMs);
    if (after === before) return;
    this.#breaker = after;
    saveBreaker(this.#storage.kv, after);
    logChange(before, after);
    this.#arm(nowMs);
  }

  /**
   * Rows wait in a shard that were told to a moment ago. While the breaker is not closed they are called back in their turn; when it closed before
   * their shard heard of them, nobody else would.
   */
  lookForWaiting(nowMs: number): void {
    if (this.#breaker.kind === "closed") this.#alarm.armBy(nowMs);
  }

  /** What the alarm does: finds a probe for an open breaker, and lets in the next lane when the one before has no backlog left. */
  async check(): Promise<void> {
    this.#alarm.rang();
    try {
      const nowMs = Date.now();
      if (this.#breaker.kind === "open") await this.#findProbe(this.#breaker.probeAtMs, nowMs);
      else await this.#letIn(nowMs);
      this.#arm(nowMs);
    } catch (error) {
      log("breaker.check_failed", { detail: reasonOf(error) });
      await this.#alarm.armAgain(CHECK_FAILED_MS);
    }
  }

  async #findProbe(probeAtMs: number, nowMs: number): Promise<void> {
    if (nowMs < probeAtMs) return;
    for (const lane of LANES) {
      this.take({ kind: "probe_widened", lane }, nowMs);
      const { rows } = await this.#release(lane, 1, nowMs);
      if (rows > 0) return;
    }
  }

  async #letIn(nowMs: number): Promise<void> {
    for (;;) {
      const before = this.#breaker;
      const waiting = await this.#callBack(before, nowMs);
      this.take({ kind: "backlog_seen", waiting }, nowMs);
      if (this.#breaker === before || this.#breaker.kind === "open") return;
    }
  }

  /** Releases the lanes that may call; true while the last of them has a backlog. */
  async #callBack(breaker: Breaker, nowMs: number): Promise<boolean> {
    const beforeMs = breaker.kind === "narrowed" ? breaker.sinceMs : nowMs;
    let backlog = false;
    for (const lane of lanesOf(breaker)) {
      ({ backlog } = await this.#release(lane, Number.MAX_SAFE_INTEGER, beforeMs));
    }
    return backlog;
  }

  /** A shard that cannot be asked may have a backlog. */
  async #release(lane: Lane, atMost: number, backlogBeforeMs: number): Promise<Released> {
    const env = this.#env();
    const names = shardNames(configurationOf(env).shards);
    const answers = await Promise.all(
      names.map(async (shard): Promise<Released> => {
        try {
          const release = { lane, atMost, backlogBeforeMs };
          return await env.ADMISSION.getByName(shard).release(release);
        } catch (error) {
          log("breaker.shard_unavailable", { shard, lane, detail: reasonOf(error) });
          return { rows: 0, backlog: true };
        }
      }),
    );
    const rows = answers.reduce((sum, answer) => sum + answer.rows, 0);
    if (rows > 0) log("breaker.released", { lane, rows });
    return { rows, backlog: answers.some(({ backlog }) => backlog) };
  }

  #arm(nowMs: number): void {
    const checkMs = nextCheckMs(this.#breaker, nowMs);
    if (checkMs !== undefined) this.#alarm.armBy(checkMs);
  }
}

/** The lanes that may call. Those let in earlier are called back again: some of their events may have come to wait since. */
function lanesOf(breaker: Breaker): readonly Lane[] {
  if (breaker.kind !== "narrowed") return LANES;
  return breaker.lane === null ? [] : LANES.slice(0, LANES.indexOf(breaker.lane) + 1);
}

function logChange(before: Breaker, after: Breaker): void {
  switch (after.kind) {
    case "closed":
      if (before.kind !== "closed") log("breaker.closed", {});
      return;
    case "narrowed":
      if (before.kind !== "narrowed" || before.lane !== after.lane || before.why !== after.why) {
        log("breaker.narrowed", { lane: after.lane, why: after.why });
      }
      return;
    case "open":
      if (before.kind !== "open" || before.cause !== after.cause) {
        log("breaker.opened", { cause: after.cause, probeAtMs: after.probeAtMs });
      }
      return;
  }
}
