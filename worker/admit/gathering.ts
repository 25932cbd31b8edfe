import type { Lane } from "../event.ts";

/**
 * What of a lane's events travels together. While API calls are plenty an event leaves as soon as it is admitted; as they are used up, those of a
 * lane wait for each other, urgent ones last: one call carries as many as come meanwhile.
 */
export interface LaneTraffic {
  readonly lane: Lane;
  /** Of the fullest window of the call budget, 0 to 1 and more. */
  readonly budgetShare: number;
  /** When the lane's last group left, Unix milliseconds; null when none has. */
  readonly leftMs: number | null;
  /** How many events it carried. */
  readonly carried: number;
}

/** Stripe's events of one payment come within a few milliseconds of each other. */
const COMPANY_MS = 20;
/** Between the groups of one lane, so that a stream of single events does not become a stream of single calls. */
const APART_MS = 250;
/** The same when events come faster than that: in a burst a call's answer is what they wait for. */
const BURST_APART_MS = 1_000;
const BURST_EVENTS = 20;
export const LONGEST_MS = 30_000;

/** Where a lane begins to wait longer and where it waits longest, of the fullest window. Bulk is gathered once more, by its collector. */
const SAVING: Readonly<Record<Lane, { readonly from: number; readonly to: number }>> = {
  urgent: { from: 0.9, to: 1 },
  standard: { from: 0.5, to: 0.8 },
  bulk: { from: 0.5, to: 0.8 },
};

/** How long a lane gathers to save calls; 0 while it need not. Milliseconds. */
export function savingMs(lane: Lane, budgetShare: number): number {
  const { from, to } = SAVING[lane];
  const step = (budgetShare - from) / (to - from);
  return Math.round(LONGEST_MS * Math.min(1, Math.max(0, step)));
}

/**
 * When events that are there now leave, Unix milliseconds. Who saves calls leaves at a whole multiple of its gathering time, so that all shards'
 * groups meet in one batch of the queue.
 */
export function departureMs(traffic: LaneTraffic, nowMs: number): number {
  const { lane, budgetShare, leftMs, carried } = traffic;
  const apartMs = carried >= BURST_EVENTS ? BURST_APART_MS : APART_MS;
  // A clock that was set back must not make anybody wait for the old time.
  const soonMs = Math.max(nowMs + COMPANY_MS, Math.min(leftMs ?? 0, nowMs) + apartMs);
  const everyMs = savingMs(lane, budgetShare);
  if (everyMs < APART_MS) return soonMs;
  return Math.max(soonMs, Math.ceil(nowMs / everyMs) * everyMs);
}
