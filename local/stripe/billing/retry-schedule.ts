import { DAY } from "./calendar.ts";

/** What becomes of a subscription whose renewal could not be collected. */
export const WHEN_EXHAUSTED = ["cancel", "past_due", "pause", "unpaid"] as const;

/** The account's revenue recovery settings, which Stripe keeps in the Dashboard. */
export interface RetrySettings {
  /** Days from one attempt to the next; as many retries as there are entries. */
  readonly retry_after_days: readonly number[];
  readonly when_exhausted: (typeof WHEN_EXHAUSTED)[number];
}

/** Stripe's example of a custom schedule: three retries. */
export const DEFAULT_RETRY_SETTINGS: RetrySettings = {
  retry_after_days: [3, 5, 7],
  when_exhausted: "cancel",
};

/**
 * When a declined invoice is tried again, in seconds since 1970; null when the schedule is exhausted.
 * @param attempts made so far, the declined one included
 */
export function nextAttempt(settings: RetrySettings, attempts: number, now: number): number | null {
  const days = settings.retry_after_days[attempts - 1];
  return days === undefined ? null : now + days * DAY;
}
