import type { Lane } from "../event.ts";
import type { WindowName } from "./verdict.ts";

/** Calls a window may hold. The day's is never more than the org's own quota. */
export type Limits = Readonly<Record<WindowName, number>>;

/** Near the limit bulk yields first, then standard; urgent may use the last call. Percent of the limit. */
const LANE_SHARE_PERCENT: Readonly<Record<Lane, number>> = {
  bulk: 70,
  standard: 90,
  urgent: 100,
};

export function limitForLane(limit: number, lane: Lane): number {
  return Math.floor((limit * LANE_SHARE_PERCENT[lane]) / 100);
}
