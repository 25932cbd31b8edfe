import type { Lane } from "../event.ts";
import { limitForLane, type Limits } from "./limits.ts";
import type { Quota } from "./limit-info.ts";
import { WINDOWS, type WindowName } from "./verdict.ts";
import {
  carriedTo,
  freeAt,
  previousCoveredMs,
  weightedUse,
  WINDOW_MS,
  type Carry,
  type WindowCount,
} from "./window.ts";

/** What the org reported, and how many calls of ours came after: each take counts into `used` until the next report. */
export interface LearntQuota extends Quota {
  /** Unix milliseconds. */
  readonly atMs: number;
}

/** The state of one org's budget. */
export interface Counts {
  readonly windows: Readonly<Record<WindowName, WindowCount>>;
  readonly quota: LearntQuota | null;
}

export interface Take {
  readonly lane: Lane;
  readonly calls: number;
  readonly nowMs: number;
  readonly limits: Limits;
}

export interface WindowStep {
  readonly carry: Carry;
  readonly startMs: number;
  /** The largest stored `used` under which the take is still allowed, whatever was counted since the state was read; null: any. */
  readonly maxUsed: number | null;
}

export type Plan =
  | { readonly kind: "denied"; readonly untilMs: number; readonly window: WindowName }
  | {
      readonly kind: "take";
      readonly calls: number;
      readonly windows: Readonly<Record<WindowName, WindowStep>>;
      /** The largest `quota.used` under which the take is allowed; null when the org's report is none or too old to deny on. */
      readonly maxQuotaUsed: number | null;
    };

/**
 * The org's report is of a rolling day and goes down by itself. One older than this denies no more: the next call brings a new one.
 */
export const QUOTA_BELIEVED_MS = 15 * 60_000;

/** Whether a lane may make its calls now, and under which conditions on the stored counts that stays true. */
export function planTake(counts: Counts | undefined, take: Take): Plan {
  const { lane, calls, nowMs } = take;
  const limits = effectiveLimits(counts, take.limits);
  let denied: Extract<Plan, { kind: "denied" }> | undefined;
  const deny = (window: WindowName, untilMs: number): void => {
    if (denied === undefined || untilMs > denied.untilMs)
      denied = { kind: "denied", window, untilMs };
  };

  const stepOf = (window: WindowName): WindowStep => {
    const sizeMs = WINDOW_MS[window];
    const { carry, count } = carriedTo(counts?.windows[window], sizeMs, nowMs);
    const limit = limitForLane(limits[window], lane);
    const room = limit - calls;
    if (weightedUse(count, sizeMs, nowMs) > room) {
      deny(window, Math.max(nowMs + 1, freeAt(count, sizeMs, limit, calls)));
    }
    return {
      carry,
      startMs: count.startMs,
      maxUsed: largestUsed(carry, count, room, nowMs, sizeMs),
    };
  };
  const windows = { minute: stepOf("minute"), hour: stepOf("hour"), day: stepOf("day") };

  const quota = counts?.quota ?? null;
  const maxQuotaUsed =
    quota !== null && isBelieved(quota, nowMs) ? limitForLane(quota.max, lane) - calls : null;
  if (quota !== null && maxQuotaUsed !== null && quota.used > maxQuotaUsed) {
    deny("day", quota.atMs + QUOTA_BELIEVED_MS);
  }
  return denied ?? { kind: "take", calls, windows, maxQuotaUsed };
}

/** Our calls and our limit, or, for the day, the whole org's when that is nearer to its end. */
export interface WindowUse {
  readonly window: WindowName;
  readonly used: number;
  readonly limit: number;
}

/** How full each window is. */
export function useOf(counts: Counts | undefined, limits: Limits, nowMs: number): WindowUse[] {
  const effective = effectiveLimits(counts, limits);
  return WINDOWS.map((window) => {
    const sizeMs = WINDOW_MS[window];
    const { count } = carriedTo(counts?.windows[window], sizeMs, nowMs);
    const own = {
      window,
      used: Math.round(weightedUse(count, sizeMs, nowMs)),
      limit: effective[window],
    };
    const quota = counts?.quota ?? null;
    if (window !== "day" || quota === null || !isBelieved(quota, nowMs)) return own;
    const org = { window, used: quota.used, limit: quota.max };
    return org.used / org.limit > own.used / own.limit ? org : own;
  });
}

/** How much of the fullest window is used, 0 to 1 and more. */
export function fullestShare(uses: readonly WindowUse[]): number {
  return Math.max(0, ...uses.map(({ used, limit }) => used / limit));
}

/** What is configured is our share of the org's quota: it may be smaller, and a quota that is smaller still leaves us no more. */
function effectiveLimits(counts: Counts | undefined, limits: Limits): Limits {
  return { ...limits, day: Math.min(limits.day, counts?.quota?.max ?? limits.day) };
}

function isBelieved({ atMs }: LearntQuota, nowMs: number): boolean {
  return nowMs < atMs + QUOTA_BELIEVED_MS;
}

/** `used` is the number stored before the carry: in a rotated window it weighs as the previous bucket. */
function largestUsed(
  carry: Carry,
  count: WindowCount,
  room: number,
  nowMs: number,
  sizeMs: number,
): number | null {
  const coveredMs = previousCoveredMs(count.startMs, sizeMs, nowMs);
  switch (carry) {
    case "kept":
      return Math.floor(room - (count.previous * coveredMs) / sizeMs);
    case "rotated":
      return coveredMs === 0 ? null : Math.floor((room * sizeMs) / coveredMs);
    case "cleared":
      return null;
  }
}
