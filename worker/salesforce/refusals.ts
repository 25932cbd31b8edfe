/**
 * What a refusal by status code says. Every record the relay sends has the same fields of the same object, so what is wrong with an object, a
 * field or a right is wrong for all of them, and never one event's fault.
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm and
 * https://developer.salesforce.com/docs/platform/platform-events/guide/platform-events-error-status-codes.html
 */
export type Refusal =
  /** May pass by itself: locks and timeouts. */
  | "passing"
  /** A service of the org is down: the row's own doing only when other rows of the same call went through. */
  | "service_down"
  /** The org's allowance for the hour or the day is used up. */
  | "limit"
  /** The org's encryption is misconfigured: no event's fault, and no reason for the others to stop. */
  | "encryption"
  /** The org would refuse any event: an object, a field or a right is missing. */
  | "of_the_org"
  /** What this event says does not fit. */
  | "of_the_event"
  /** Not known to be either: a validation of the org, for one. What becomes of the others decides. */
  | "undecided";

const CODES: Readonly<Record<Exclude<Refusal, "undecided">, readonly string[]>> = {
  passing: ["UNABLE_TO_LOCK_ROW", "REQUEST_RUNNING_TOO_LONG", "QUERY_TIMEOUT", "UNKNOWN_EXCEPTION"],
  service_down: ["SERVER_UNAVAILABLE", "PLATFORM_EVENT_PUBLISHING_UNAVAILABLE"],
  limit: ["LIMIT_EXCEEDED", "REQUEST_LIMIT_EXCEEDED"],
  encryption: ["PLATFORM_EVENT_ENCRYPTION_ERROR"],
  of_the_org: [
    "API_CURRENTLY_DISABLED",
    "API_DISABLED_FOR_ORG",
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
    "FUNCTIONALITY_NOT_ENABLED",
    "INSUFFICIENT_ACCESS",
    "INSUFFICIENT_ACCESS_OR_READONLY",
    "INVALID_FIELD",
    "INVALID_FIELD_FOR_INSERT_UPDATE",
    "INVALID_TYPE",
    "INVALID_TYPE_FOR_OPERATION",
    "NOT_FOUND",
  ],
  of_the_event: [
    "INVALID_TYPE_ON_FIELD_IN_RECORD",
    "JSON_PARSER_ERROR",
    "NUMBER_OUTSIDE_VALID_RANGE",
    "REQUIRED_FIELD_MISSING",
    "STRING_TOO_LONG",
  ],
};

const refusals: ReadonlyMap<string, Refusal> = new Map(
  Object.entries(CODES).flatMap(([refusal, codes]) =>
    // The keys are those of the table.
    codes.map((code) => [code, refusal as Refusal] as const),
  ),
);

export function refusalOf(statusCode: string): Refusal {
  return refusals.get(statusCode) ?? "undecided";
}
