import type { Outcome } from "../admit/outcome.ts";
import type { SaveResult } from "../salesforce/collections.ts";

/**
 * Refusals that may pass by themselves: locks, timeouts, a service of Salesforce that is down.
 * https://developer.salesforce.com/docs/platform/platform-events/guide/platform-events-error-status-codes.html and
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm
 */
const PASSING: ReadonlySet<string> = new Set([
  "UNABLE_TO_LOCK_ROW",
  "SERVER_UNAVAILABLE",
  "PLATFORM_EVENT_PUBLISHING_UNAVAILABLE",
  "REQUEST_RUNNING_TOO_LONG",
  "QUERY_TIMEOUT",
  "UNKNOWN_EXCEPTION",
]);

/** The org's allowance for the hour or the day is used up, or its encryption is misconfigured: waiting is no event's fault. */
const WAITING: ReadonlySet<string> = new Set([
  "LIMIT_EXCEEDED",
  "REQUEST_LIMIT_EXCEEDED",
  "PLATFORM_EVENT_ENCRYPTION_ERROR",
]);

/**
 * What a row of the answer means. `success: true` is success whatever else it says: a published event carries OPERATION_ENQUEUED in `errors`.
 * https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_publish_api.htm
 */
export function outcomeOfRow(id: string, result: SaveResult, nowMs: number): Outcome {
  if (result.success) return { id, kind: "published" };
  const error = result.errors[0] ?? { statusCode: "UNKNOWN_EXCEPTION", message: "no error given" };
  const failure = {
    at: nowMs,
    code: error.statusCode,
    message: error.message.slice(0, 500),
  };
  if (WAITING.has(error.statusCode)) return { id, kind: "waiting", failure };
  return { id, kind: PASSING.has(error.statusCode) ? "failed" : "refused", failure };
}
