/**
 * The org's daily API allowance, over a rolling 24 hours, counted by the hour.
 * Source: Salesforce Developer Limits and Allocations Quick Reference, "API Request Limits and Allocations".
 */
const HOUR_MS = 3_600_000;
const HOURS = 24;

export interface ApiUsage {
  /** Counts one request; false when the allowance is used up, and then nothing is counted. */
  take(): boolean;
  used(): number;
  readonly allowance: number;
  /** The value of the `Sforce-Limit-Info` header: `api-usage=18/5000`. */
  header(): string;
}

export function apiUsage(allowance: number, now: () => number): ApiUsage {
  const perHour = new Map<number, number>();
  const currentHour = (): number => Math.floor(now() / HOUR_MS);
  const used = (): number => {
    let sum = 0;
    for (const [hour, count] of perHour) {
      if (hour <= currentHour() - HOURS) perHour.delete(hour);
      else sum += count;
    }
    return sum;
  };
  return {
    allowance,
    used,
    take() {
      if (used() >= allowance) return false;
      perHour.set(currentHour(), (perHour.get(currentHour()) ?? 0) + 1);
      return true;
    },
    header: () => `api-usage=${used()}/${allowance}`,
  };
}
