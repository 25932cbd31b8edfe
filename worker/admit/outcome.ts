import type { Failure } from "../aws/dead-letters.ts";

/** What the relay tells the ledger about one event after a batch. */
export type Outcome =
  | { readonly id: string; readonly kind: "published" }
  /** Salesforce refused this row for a reason that may pass: costs one of the retries. */
  | { readonly id: string; readonly kind: "failed"; readonly failure: Failure }
  /** Not the event's fault (org down, no token, API limit): costs nothing. */
  | { readonly id: string; readonly kind: "waiting"; readonly failure: Failure }
  /** Salesforce will never take it. */
  | { readonly id: string; readonly kind: "refused"; readonly failure: Failure };

/**
 * `received`: stands in the ledger, to be put on the queue when due. `queued`: on the queue; when due, nobody has reported on it for too
 * long. `dead_pending`: to be sent to the dead letter queue when due. `published` and `dead` are final; when due, they are purged.
 */
export type State = "received" | "queued" | "published" | "dead_pending" | "dead";

export interface Standing {
  readonly state: State;
  /** Retries used up by failures of the event's own. */
  readonly attempts: number;
  /** Waits for an outage to pass, in a row; only the length of the next wait depends on it. */
  readonly waits: number;
}

export interface NextStanding extends Standing {
  readonly dueMs: number;
}

export const MAX_ATTEMPTS = 5;
/** Stripe can send an event again for 30 days, so its id is remembered that long after its outcome. */
export const KEEP_FINISHED_MS = 30 * 24 * 3_600_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Where a row stands after an outcome, or undefined when it is finished already (a repeat).
 * Retry n comes up to 2^n seconds later (2, 4, 8, 16, 32), with full jitter; `random` is in [0, 1).
 */
export function standingAfter(
  row: Standing,
  outcome: Outcome,
  nowMs: number,
  random: number,
): NextStanding | undefined {
  if (row.state === "published" || row.state === "dead") return undefined;
  switch (outcome.kind) {
    case "published":
      return { ...row, state: "published", dueMs: nowMs + KEEP_FINISHED_MS };
    case "refused":
      return { ...row, state: "dead_pending", dueMs: nowMs };
    case "failed": {
      if (row.attempts >= MAX_ATTEMPTS) return { ...row, state: "dead_pending", dueMs: nowMs };
      const attempts = row.attempts + 1;
      return {
        state: "received",
        attempts,
        waits: 0,
        dueMs: nowMs + fullJitter(attempts, Number.POSITIVE_INFINITY, random),
      };
    }
    case "waiting": {
      const waits = row.waits + 1;
      return {
        state: "received",
        attempts: row.attempts,
        waits,
        dueMs: nowMs + fullJitter(waits, LONGEST_WAIT_MS, random),
      };
    }
  }
}

function fullJitter(step: number, longestMs: number, random: number): number {
  return Math.round(random * Math.min(longestMs, 1000 * 2 ** step));
}
