export interface Quota {
  readonly used: number;
  readonly max: number;
}

const ENTRY = /^\s*([a-z-]+)\s*=\s*(\d+)\/(\d+)/;

/** The allowances of 24 hours. `api-bursts` is another measure, of a span Salesforce does not state. */
const DAILY = new Set(["api-usage", "per-app-api-usage"]);

/**
 * Reads `Sforce-Limit-Info`, such as `api-usage=10018/100000; api-bursts=1/750; per-app-api-usage=17/250(appName=relay)`, by key. Of the org's
 * quota and the app's own, the one that is nearer to its end; null when the header names neither.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_api_usage.htm
 */
export function quotaIn(limitInfo: string | null): Quota | null {
  let tightest: Quota | null = null;
  for (const entry of (limitInfo ?? "").split(/[;,]/)) {
    const [, key = "", used, max] = ENTRY.exec(entry) ?? [];
    if (!DAILY.has(key)) continue;
    const quota = { used: Number(used), max: Number(max) };
    if (!Number.isSafeInteger(quota.used) || !Number.isSafeInteger(quota.max) || quota.max === 0) {
      continue;
    }
    if (tightest === null || quota.used / quota.max > tightest.used / tightest.max) {
      tightest = quota;
    }
  }
  return tightest;
}
