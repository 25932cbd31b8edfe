import type { Failure } from "../aws/dead-letters.ts";

/** What the relay tells the ledger about one event after a batch. */
export type Outcome =
  | { readonly id: string; readonly kind: "published" }
  /** Refused for a reason that may pass, and the event's own: costs one of the retries. */
  | {
      readonly id: string;
      readonly kind: "failed";
      readonly failure: Failure;
      readonly suspect?: boolean;
    }
  /** Not the event's fault (org down, no token, API limit): costs nothing. */
  | {
      readonly id: string;
      readonly kind: "waiting";
      readonly failure: Failure;
      /** Unix milliseconds before which a try is pointless; the row may be released sooner. */
      readonly untilMs?: number;
      /** The breaker releases the row when it is its lane's turn; `untilMs` is for one the release has missed. */
      readonly calledBack?: boolean;
      /** The call failed although it carried this event alone: from now on it travels alone. */
      readonly suspect?: boolean;
    }
  /** Salesforce will never take it. */
  | { readonly id: string; readonly kind: "refused"; readonly failure: Failure };

export type Unpublished = Exclude<Outcome, { readonly kind: "published" }>;

/**
 * `received`: stands in the ledger, to be put on the queue when due. `queued`: on the queue; when due, nobody has reported on it for too
 * long. `dead_pending`: to be sent to the dead letter queue when due. `published` and `dead` are final and never due.
 */
export type State = "received" | "queued" | "published" | "dead_pending" | "dead";

export interface Standing {
  readonly state: State;
  /** Retries used up by failures of the event's own. */
  readonly attempts: number;
  /** Waits for an outage to pass, in a row. */
  readonly waits: number;
  /** When a call that carried this event alone failed last, Unix milliseconds; null when it is not suspected of breaking calls. */
  readonly suspectMs: number | null;
}

export interface NextStanding extends Standing {
  readonly dueMs: number;
}

export const MAX_ATTEMPTS = 5;
const LONGEST_WAIT_MS = 60_000;

/**
 * Where a row that was not published stands then, or undefined when it is decided already: of a message that the queue delivered twice,
 * the copy that is reported first decides. The letter of a refused row may be on its way to SQS, and tells of that refusal and no other.
 * Retry n comes up to 2^n seconds later (2, 4, 8, 16, 32), with full jitter; `random` is in [0, 1).
 */
export function standingAfter(
  row: Standing,
  outcome: Unpublished,
  nowMs: number,
  random: number,
): NextStanding | undefined {
  if (row.state === "published" || row.state === "dead_pending" || row.state === "dead") {
    return undefined;
  }
  switch (outcome.kind) {
    case "refused":
      return { ...row, state: "dead_pending", dueMs: nowMs };
    case "failed": {
      const suspectMs = outcome.suspect === true ? outcome.failure.at : null;
      if (row.attempts >= MAX_ATTEMPTS) {
        return { ...row, suspectMs, state: "dead_pending", dueMs: nowMs };
      }
      const attempts = row.attempts + 1;
      const dueMs = nowMs + fullJitter(attempts, Number.POSITIVE_INFINITY, random);
      return { state: "received", attempts, waits: 0, suspectMs, dueMs };
    }
    case "waiting": {
      const waits = row.waits + 1;
      return {
        state: "received",
        attempts: row.attempts,
        waits,
        suspectMs: outcome.suspect === true ? outcome.failure.at : row.suspectMs,
        dueMs: Math.max(nowMs, outcome.untilMs ?? 0) + fullJitter(waits, LONGEST_WAIT_MS, random),
      };
    }
  }
}

function fullJitter(step: number, longestMs: number, random: number): number {
  return Math.round(random * Math.min(longestMs, 1000 * 2 ** step));
}
