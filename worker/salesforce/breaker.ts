import { LANES, type Lane } from "../event.ts";

/** Why nobody may call: the org does not answer, says that its allowance is used up, or refuses every event. */
export type Cause = "unavailable" | "limit" | "refused";

/** Whether Salesforce may be called, and by which lanes. Times are Unix milliseconds. */
export type Breaker =
  | { readonly kind: "closed"; readonly failures: number }
  /** Nobody calls; from `probeAtMs` on one call of a lane up to `probeLane` finds out whether the org is back. */
  | {
      readonly kind: "open";
      readonly cause: Cause;
      readonly probeAtMs: number;
      /** How many probes in a row have failed. */
      readonly probes: number;
      readonly probeLane: Lane;
    }
  /**
   * The lanes up to `lane` call (none when it is null), the others wait. `backlog`: until no event of the lane from before `sinceMs` waits,
   * or until `untilMs` at the latest. `budget`: until `untilMs`, when the API budget has room for the next lane.
   */
  | {
      readonly kind: "narrowed";
      readonly lane: "urgent" | "standard" | null;
      readonly why: "backlog" | "budget";
      readonly sinceMs: number;
      readonly untilMs: number;
      readonly failures: number;
    };

export const CLOSED: Breaker = { kind: "closed", failures: 0 };

/** Of one lane's own call: what the gate says before it. */
export type Permission =
  | { readonly kind: "call" }
  /** One call with one event, to find out whether the org is back. */
  | { readonly kind: "probe" }
  | {
      readonly kind: "wait";
      readonly cause: Cause | "budget" | "backlog";
      /** When asking again may be answered otherwise. */
      readonly untilMs: number;
    };

export interface Caller {
  readonly lane: Lane;
  /** Its events are suspected of breaking calls: as a probe they would prove nothing. */
  readonly suspect: boolean;
}

export type BreakerEvent =
  | { readonly kind: "probe_started" }
  | { readonly kind: "succeeded" }
  /** `suspect`: other calls have succeeded since this one's event broke a call before, so it says nothing about the org. */
  | { readonly kind: "unavailable"; readonly probe: boolean; readonly suspect: boolean }
  | { readonly kind: "limit_exceeded" }
  /** The org refuses whatever event it is given. */
  | { readonly kind: "org_refuses"; readonly probe: boolean }
  | {
      readonly kind: "budget_denied";
      readonly lane: Lane;
      readonly untilMs: number;
      readonly probe: boolean;
    }
  /** No event of the lanes before this one is waiting. */
  | { readonly kind: "probe_widened"; readonly lane: Lane }
  | { readonly kind: "backlog_seen"; readonly waiting: boolean };

export const FAILURES_TO_OPEN = 5;
export const FIRST_PROBE_MS = 5_000;
export const LONGEST_PROBE_MS = 60_000;
/** Unless configured otherwise: how often an org that said its allowance is used up is asked again. */
const LIMIT_PROBE_MS = 60_000;
/** A probe that has not reported by then is taken for lost. Longer than a login and a call may take. */
export const PROBE_LEASE_MS = 60_000;
/** A lane does not wait longer than this for another's backlog. */
export const LONGEST_BACKLOG_MS = 10 * 60_000;
/** The budget is asked again this often at least: somebody may have raised it. */
export const LONGEST_BUDGET_MS = 5 * 60_000;
const ASK_AGAIN_MS = 5_000;

export function permissionOf(breaker: Breaker, caller: Caller, nowMs: number): Permission {
  switch (breaker.kind) {
    case "closed":
      return { kind: "call" };
    case "narrowed": {
      const isFreed = breaker.why === "budget" && nowMs >= breaker.untilMs;
      if (rank(caller.lane) <= rank(breaker.lane) + (isFreed ? 1 : 0)) return { kind: "call" };
      const isHeld = breaker.why === "budget" && !isFreed;
      return {
        kind: "wait",
        cause: isHeld ? "budget" : "backlog",
        untilMs: isHeld ? breaker.untilMs : nowMs + ASK_AGAIN_MS,
      };
    }
    case "open": {
      const { cause, probeAtMs, probeLane } = breaker;
      if (nowMs < probeAtMs) return { kind: "wait", cause, untilMs: probeAtMs };
      // When nothing else has come for long, the suspect is all there is.
      const late = nowMs >= probeAtMs + PROBE_LEASE_MS;
      if (rank(caller.lane) <= rank(probeLane) && (!caller.suspect || late)) {
        return { kind: "probe" };
      }
      return { kind: "wait", cause, untilMs: nowMs + ASK_AGAIN_MS };
    }
  }
}

export function breakerAfter(
  breaker: Breaker,
  event: BreakerEvent,
  nowMs: number,
  limitProbeMs = LIMIT_PROBE_MS,
): Breaker {
  switch (event.kind) {
    case "probe_started":
      return breaker.kind === "open" ? { ...breaker, probeAtMs: nowMs + PROBE_LEASE_MS } : breaker;
    case "succeeded":
      if (breaker.kind === "open") return backlogOf("urgent", 0, nowMs);
      return breaker.failures === 0 ? breaker : { ...breaker, failures: 0 };
    case "unavailable":
      return afterFailure(breaker, event, nowMs, limitProbeMs);
    case "limit_exceeded":
      return open("limit", nowMs + limitProbeMs, 0);
    case "org_refuses":
      return breaker.kind === "open"
        ? afterFailure(breaker, { probe: event.probe, suspect: false }, nowMs, limitProbeMs)
        : open("refused", nowMs + FIRST_PROBE_MS, 0);
    case "budget_denied":
      return afterDenial(breaker, event, nowMs);
    case "probe_widened":
      return breaker.kind === "open" ? { ...breaker, probeLane: event.lane } : breaker;
    case "backlog_seen": {
      if (breaker.kind !== "narrowed") return breaker;
      const over = breaker.why === "backlog" && !event.waiting;
      if (!over && nowMs < breaker.untilMs) return breaker;
      const next = LANES[rank(breaker.lane) + 1];
      return next === undefined || next === "bulk"
        ? { kind: "closed", failures: breaker.failures }
        : backlogOf(next, breaker.failures, nowMs);
    }
  }
}

/** When the gate has to check its state by itself; undefined when it need not. */
export function nextCheckMs(breaker: Breaker, nowMs: number): number | undefined {
  switch (breaker.kind) {
    case "closed":
      return undefined;
    case "open":
      return breaker.probeAtMs > nowMs ? breaker.probeAtMs : nowMs + ASK_AGAIN_MS;
    case "narrowed":
      return breaker.why === "budget" ? Math.max(breaker.untilMs, nowMs) : nowMs + 1_000;
  }
}

function afterFailure(
  breaker: Breaker,
  { probe, suspect }: { readonly probe: boolean; readonly suspect: boolean },
  nowMs: number,
  limitProbeMs: number,
): Breaker {
  if (breaker.kind === "open") {
    // Of the calls that were under way when it opened, none says anything new.
    if (!probe) return breaker;
    const probes = breaker.probes + 1;
    const waitMs =
      breaker.cause === "limit"
        ? limitProbeMs
        : Math.min(LONGEST_PROBE_MS, FIRST_PROBE_MS * 2 ** probes);
    return open(breaker.cause, nowMs + waitMs, probes);
  }
  if (suspect) return breaker;
  const failures = breaker.failures + 1;
  if (failures < FAILURES_TO_OPEN) return { ...breaker, failures };
  return open("unavailable", nowMs + FIRST_PROBE_MS, 0);
}

function afterDenial(
  breaker: Breaker,
  { lane, untilMs, probe }: BreakerEvent & { readonly kind: "budget_denied" },
  nowMs: number,
): Breaker {
  // A call that was under way when the breaker went further than this denial would.
  if (breaker.kind === "open" && !probe) return breaker;
  if (breaker.kind === "narrowed" && rank(lane) > rank(breaker.lane) + 1) return breaker;
  return {
    kind: "narrowed",
    lane: lane === "urgent" ? null : lane === "standard" ? "urgent" : "standard",
    why: "budget",
    sinceMs: nowMs,
    untilMs: Math.min(Math.max(untilMs, nowMs + 1_000), nowMs + LONGEST_BUDGET_MS),
    // Whether an open breaker's org is back is not known then: the next failure opens it again.
    failures: breaker.kind === "open" ? FAILURES_TO_OPEN - 1 : breaker.failures,
  };
}

function open(cause: Cause, probeAtMs: number, probes: number): Breaker {
  return { kind: "open", cause, probeAtMs, probes, probeLane: "urgent" };
}

function backlogOf(lane: "urgent" | "standard", failures: number, nowMs: number): Breaker {
  const untilMs = nowMs + LONGEST_BACKLOG_MS;
  return { kind: "narrowed", lane, why: "backlog", sinceMs: nowMs, untilMs, failures };
}

/** -1 for no lane at all. */
function rank(lane: Lane | null): number {
  return lane === null ? -1 : LANES.indexOf(lane);
}
