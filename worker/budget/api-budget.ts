import type { AwsError } from "../aws/client.ts";
import { getItem, updateItem, type Table } from "../aws/dynamodb.ts";
import { log } from "../log.ts";
import { err, ok, type Result } from "../result.ts";
import { countsIn, itemKey, quotaUpdate, takeUpdate } from "./item.ts";
import type { Limits } from "./limits.ts";
import { quotaIn } from "./limit-info.ts";
import { fullestShare, planTake, useOf, type Counts, type WindowUse } from "./plan.ts";
import type { BudgetRequest, BudgetVerdict } from "./verdict.ts";

/** A take that lost as often to others waits a moment: let through uncounted it could exceed the limit. */
const MAX_TRIES = 4;
const CONTENDED_MS = 1_000;
/** While DynamoDB is down a publish must not wait for it each time. */
const DOWN_MS = 10_000;
/** A report worth writing is this much later, or this much of the quota more, than the last. */
const REPORT_EVERY_MS = 10_000;
const REPORT_SHARE = 0.01;

/** The allowance of Salesforce API calls of one org, shared by every isolate through one DynamoDB item. */
export class ApiBudget {
  readonly #table: Table;
  readonly #org: string;
  readonly #limits: Limits;
  /** What the item held when this isolate saw it last. */
  #known: Counts | undefined;
  #isRead = false;
  #downUntilMs = 0;
  #reported = { atMs: 0, used: 0 };

  constructor(table: Table, org: string, limits: Limits) {
    this.#table = table;
    this.#org = org;
    this.#limits = limits;
  }

  /** One conditional update as a rule; one more read and update for each time that somebody else rotated the buckets in between. */
  async take({ lane, calls, nowMs = Date.now() }: BudgetRequest): Promise<BudgetVerdict> {
    if (nowMs < this.#downUntilMs) return { kind: "unknown" };
    let isFresh = false;
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      if (tries > 0 || !this.#isRead) {
        const read = await this.#read(nowMs);
        if (!read.ok) return this.#unavailable("read", read.error, nowMs);
        isFresh = true;
      }
      const plan = planTake(this.#known, { lane, calls, nowMs, limits: this.#limits });
      if (plan.kind === "denied") {
        // Only what is stored may deny, never what this isolate remembers.
        if (isFresh) return plan;
      } else {
        const update = takeUpdate(this.#org, this.#known, plan, nowMs);
        const written = await updateItem(this.#table, update);
        if (!written.ok) return this.#unavailable("take", written.error, nowMs);
        if (written.value !== "condition_failed") {
          this.#known = countsIn(written.value, nowMs);
          return { kind: "granted" };
        }
      }
    }
    log("budget.contended", { lane, calls });
    return { kind: "denied", untilMs: nowMs + CONTENDED_MS, window: "minute" };
  }

  /** How much of the fullest window was used when this isolate saw the counts last, 0 to 1 and more; null before. */
  knownShare(nowMs = Date.now()): number | null {
    return this.#isRead ? fullestShare(useOf(this.#known, this.#limits, nowMs)) : null;
  }

  /** Takes over what a response of the org says in `Sforce-Limit-Info`; the day's limit and use follow it. */
  async learn(limitInfo: string | null, nowMs = Date.now()): Promise<void> {
    const quota = quotaIn(limitInfo);
    if (quota === null || nowMs < this.#downUntilMs) return;
    const isNews =
      nowMs >= this.#reported.atMs + REPORT_EVERY_MS ||
      Math.abs(quota.used - this.#reported.used) >= quota.max * REPORT_SHARE;
    if (!isNews) return;
    this.#reported = { atMs: nowMs, used: quota.used };
    const written = await updateItem(this.#table, quotaUpdate(this.#org, quota, nowMs));
    if (!written.ok) this.#unavailable("learn", written.error, nowMs);
    else if (written.value !== "condition_failed") this.#known = countsIn(written.value, nowMs);
  }

  /** How full the windows are by what is stored. */
  async use(nowMs = Date.now()): Promise<Result<readonly WindowUse[], AwsError>> {
    const read = await this.#read(nowMs);
    return read.ok ? ok(useOf(read.value, this.#limits, nowMs)) : err(read.error);
  }

  async #read(nowMs: number): Promise<Result<Counts | undefined, AwsError>> {
    const item = await getItem(this.#table, itemKey(this.#org));
    if (!item.ok) return item;
    this.#known = countsIn(item.value, nowMs);
    this.#isRead = true;
    return ok(this.#known);
  }

  #unavailable(during: string, error: AwsError, nowMs: number): BudgetVerdict {
    this.#downUntilMs = nowMs + DOWN_MS;
    log("budget.unavailable", { during, reason: error.reason, detail: error.detail });
    return { kind: "unknown" };
  }
}
