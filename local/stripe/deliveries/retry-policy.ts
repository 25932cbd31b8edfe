/** When a delivery that failed is tried again. The n-th retry waits `firstDelayMs * factor^(n-1)`, at most `maxDelayMs`. */
export interface RetryPolicy {
  readonly firstDelayMs: number;
  readonly factor: number;
  readonly maxDelayMs: number;
  /** No retry starts later than this after the first attempt. */
  readonly stopAfterMs: number;
  /** How many retries at most, if that is limited. */
  readonly maxRetries?: number;
  /** How long an endpoint may take to answer. */
  readonly timeoutMs: number;
}

const SECOND = 1000;
const HOUR = 60 * 60 * SECOND;
const THREE_DAYS = 3 * 24 * HOUR;

/** Nobody waits hours at a laptop: 1 s, 2 s, 4 s … up to a minute, for three days. */
export const LOCAL_RETRY: RetryPolicy = {
  firstDelayMs: SECOND,
  factor: 2,
  maxDelayMs: 60 * SECOND,
  stopAfterMs: THREE_DAYS,
  timeoutMs: 10 * SECOND,
};

/**
 * @param attempts made so far, the last of which has just failed
 * @param elapsedMs since the first attempt
 * @returns milliseconds to the next attempt, or undefined to give up
 */
export function nextDelayMs(
  policy: RetryPolicy,
  attempts: number,
  elapsedMs: number,
): number | undefined {
  if (policy.maxRetries !== undefined && attempts > policy.maxRetries) return undefined;
  const delay = Math.min(policy.firstDelayMs * policy.factor ** (attempts - 1), policy.maxDelayMs);
  return elapsedMs + delay > policy.stopAfterMs ? undefined : delay;
}
