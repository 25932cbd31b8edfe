import type { WindowName } from "./verdict.ts";

/** Milliseconds. Buckets begin at whole multiples of these since 1970. */
export const WINDOW_MS: Readonly<Record<WindowName, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/** Calls of the current bucket and of the one right before it. */
export interface WindowCount {
  /** Start of the current bucket, Unix milliseconds. */
  readonly startMs: number;
  readonly used: number;
  readonly previous: number;
}

/** How the stored buckets become today's: as they are, the current one becomes the previous one, or both are over. */
export type Carry = "kept" | "rotated" | "cleared";

export interface Carried {
  readonly carry: Carry;
  readonly count: WindowCount;
}

/** A clock that lags behind the stored bucket's start counts into that bucket. */
export function carriedTo(stored: WindowCount | undefined, sizeMs: number, nowMs: number): Carried {
  const startMs = Math.floor(nowMs / sizeMs) * sizeMs;
  if (stored === undefined || startMs > stored.startMs + sizeMs) {
    return { carry: "cleared", count: { startMs, used: 0, previous: 0 } };
  }
  if (startMs > stored.startMs) {
    return { carry: "rotated", count: { startMs, used: 0, previous: stored.used } };
  }
  return { carry: "kept", count: stored };
}

/** How much longer the sliding window covers some of the previous bucket, 0 to `sizeMs`. */
export function previousCoveredMs(startMs: number, sizeMs: number, nowMs: number): number {
  return Math.min(sizeMs, Math.max(0, startMs + sizeMs - nowMs));
}

/**
 * Calls within the last `sizeMs`, taking the previous bucket's as evenly spread over it. When they all came at its end, this is too low
 * by at most the part of them that is weighed away, so even then a window never holds twice its limit.
 */
export function weightedUse(count: WindowCount, sizeMs: number, nowMs: number): number {
  return count.used + (count.previous * previousCoveredMs(count.startMs, sizeMs, nowMs)) / sizeMs;
}

/** When `calls` more fit under `limit`, if nobody calls meanwhile. Unix milliseconds. */
export function freeAt(count: WindowCount, sizeMs: number, limit: number, calls: number): number {
  const endMs = count.startMs + sizeMs;
  const room = limit - calls;
  if (room < 0) return endMs + sizeMs;
  if (count.used <= room) return shrunkAt(count.startMs, sizeMs, count.previous, room - count.used);
  return shrunkAt(endMs, sizeMs, count.used, room);
}

/** When the weight of a bucket's `calls` has shrunk to `room`; `startMs` is when it begins to shrink. */
function shrunkAt(startMs: number, sizeMs: number, calls: number, room: number): number {
  return startMs + Math.max(0, Math.ceil(((calls - room) * sizeMs) / calls));
}
