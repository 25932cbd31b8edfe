import type { Outcome } from "../admit/outcome.ts";
import type { SaveResult } from "../salesforce/collections.ts";

/**
 * Refusals that may pass by themselves: locks and timeouts.
 * https://developer.salesforce.com/docs/platform/platform-events/guide/platform-events-error-status-codes.html and
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm
 */
const PASSING: ReadonlySet<string> = new Set([
  "UNABLE_TO_LOCK_ROW",
  "REQUEST_RUNNING_TOO_LONG",
  "QUERY_TIMEOUT",
  "UNKNOWN_EXCEPTION",
]);

/** A service of the org that is down: the row's own doing only when other rows of the same call went through. */
const SERVICE_DOWN: ReadonlySet<string> = new Set([
  "SERVER_UNAVAILABLE",
  "PLATFORM_EVENT_PUBLISHING_UNAVAILABLE",
]);

/** The org's allowance for the hour or the day is used up. */
const LIMIT: ReadonlySet<string> = new Set(["LIMIT_EXCEEDED", "REQUEST_LIMIT_EXCEEDED"]);

/** The org's encryption is misconfigured: waiting is no event's fault, and no reason for the others to stop. */
const WAITING: ReadonlySet<string> = new Set(["PLATFORM_EVENT_ENCRYPTION_ERROR"]);

/** What the rows of one answer mean together, for the breaker. */
export type Verdict = "succeeded" | "unavailable" | "limit_exceeded";

export interface RowOutcomes {
  readonly outcomes: readonly Outcome[];
  readonly verdict: Verdict;
}

/**
 * What each row of the answer means. `success: true` is success whatever else it says: a published event carries OPERATION_ENQUEUED in `errors`.
 * https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_publish_api.htm
 * @param results in the order of `ids`, one each
 */
export function outcomesOfRows(
  ids: readonly string[],
  results: readonly SaveResult[],
  nowMs: number,
): RowOutcomes {
  const anySuccess = results.some(({ success }) => success);
  const codes = new Set(results.filter(({ success }) => !success).map((row) => codeOf(row)));
  const outcomes = ids.map((id, index): Outcome => {
    const result = results[index] ?? { success: false, errors: [] };
    if (result.success) return { id, kind: "published" };
    const code = codeOf(result);
    const message = (result.errors[0]?.message ?? "no error given").slice(0, 500);
    const failure = { at: nowMs, code, message };
    if (WAITING.has(code) || LIMIT.has(code)) return { id, kind: "waiting", failure };
    if (SERVICE_DOWN.has(code)) {
      return { id, kind: anySuccess ? "failed" : "waiting", failure };
    }
    return { id, kind: PASSING.has(code) ? "failed" : "refused", failure };
  });
  return { outcomes, verdict: verdictOf(codes, anySuccess) };
}

function verdictOf(codes: ReadonlySet<string>, anySuccess: boolean): Verdict {
  if ([...codes].some((code) => LIMIT.has(code))) return "limit_exceeded";
  const down = [...codes].some((code) => SERVICE_DOWN.has(code));
  return down && !anySuccess ? "unavailable" : "succeeded";
}

function codeOf(result: SaveResult): string {
  return result.errors[0]?.statusCode ?? "UNKNOWN_EXCEPTION";
}
