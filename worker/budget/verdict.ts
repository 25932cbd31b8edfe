import type { Lane } from "../event.ts";

export const WINDOWS = ["minute", "hour", "day"] as const;
export type WindowName = (typeof WINDOWS)[number];

export interface BudgetRequest {
  readonly lane: Lane;
  /** Salesforce API calls about to be made. */
  readonly calls: number;
  /** Unix milliseconds. */
  readonly nowMs?: number;
}

export type BudgetVerdict =
  | { readonly kind: "granted" }
  /** The lane has to wait; `untilMs` (Unix milliseconds) is when `window` frees for it if nobody else calls meanwhile. */
  | { readonly kind: "denied"; readonly untilMs: number; readonly window: WindowName }
  /** DynamoDB did not answer or refused. Deliver: an event is worth more than the count. */
  | { readonly kind: "unknown" };
