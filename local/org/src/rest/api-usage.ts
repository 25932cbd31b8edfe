/**
 * The org's daily API allowance, over a rolling 24 hours, counted by the hour.
 * Source: Salesforce Developer Limits and Allocations Quick Reference, "API Request Limits and Allocations".
 */
import type { Allocations } from "../runtime/allocations.ts";

export interface ApiUsage {
  /** Counts one request; false when the allowance is used up, and then nothing is counted. */
  take(): boolean;
  used(): number;
  readonly allowance: number;
  /** The value of the `Sforce-Limit-Info` header: `api-usage=18/5000`. */
  header(): string;
}

export function apiUsage(allocations: Allocations): ApiUsage {
  const allowance = allocations.maximum("DailyApiRequests");
  const used = (): number => allocations.used("DailyApiRequests");
  return {
    allowance,
    used,
    take: () => allocations.take("DailyApiRequests"),
    header: () => `api-usage=${used()}/${allowance}`,
  };
}
