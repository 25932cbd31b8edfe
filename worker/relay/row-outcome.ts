import type { Failure } from "../aws/dead-letters.ts";
import type { Outcome } from "../admit/outcome.ts";
import type { SaveResult } from "../salesforce/collections.ts";
import { refusalOf, type Refusal } from "../salesforce/refusals.ts";

/** What the rows of one answer mean together, for the breaker. */
export type Verdict = "succeeded" | "unavailable" | "limit_exceeded" | "org_refuses";

export interface RowOutcomes {
  readonly outcomes: readonly Outcome[];
  readonly verdict: Verdict;
  /** Rows that stand alone with their refusal, which may be the event's fault or the org's. */
  readonly undecided: readonly Undecided[];
}

export interface Undecided {
  readonly id: string;
  readonly failure: Failure;
}

/**
 * What each row of the answer means. `success: true` is success whatever else it says: a published event carries OPERATION_ENQUEUED in `errors`.
 * Rows refused alike while none went through are refused by the org.
 * https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_publish_api.htm
 * @param results in the order of `ids`, one each
 */
export function outcomesOfRows(
  ids: readonly string[],
  results: readonly SaveResult[],
  nowMs: number,
): RowOutcomes {
  const rows = ids.map((id, index) => rowOf(id, results[index], nowMs));
  const refused = rows.filter((row) => row.failure !== null);
  const anySuccess = refused.length < rows.length;
  const sameCode = Map.groupBy(refused, ({ failure }) => failure.code);
  const isAlone = (code: string): boolean => sameCode.get(code)?.length === 1;
  const decided = rows.map((row) => {
    if (row.failure === null || row.refusal !== "undecided") return row;
    if (anySuccess) return { ...row, refusal: "of_the_event" as const };
    return isAlone(row.failure.code) ? row : { ...row, refusal: "of_the_org" as const };
  });
  return {
    outcomes: decided.flatMap((row) => outcomeOf(row, anySuccess) ?? []),
    verdict: verdictOf(decided, anySuccess),
    undecided: decided.flatMap((row) =>
      row.failure !== null && row.refusal === "undecided"
        ? [{ id: row.id, failure: row.failure }]
        : [],
    ),
  };
}

type Row =
  | { readonly id: string; readonly failure: null }
  | { readonly id: string; readonly failure: Failure; readonly refusal: Refusal };

function rowOf(id: string, result: SaveResult | undefined, nowMs: number): Row {
  if (result?.success === true) return { id, failure: null };
  const code = result?.errors[0]?.statusCode ?? "UNKNOWN_EXCEPTION";
  const message = (result?.errors[0]?.message ?? "no error given").slice(0, 500);
  return { id, failure: { at: nowMs, code, message }, refusal: refusalOf(code) };
}

/** Undefined for a row that is undecided. */
function outcomeOf(row: Row, anySuccess: boolean): Outcome | undefined {
  const { id, failure } = row;
  if (failure === null) return { id, kind: "published" };
  switch (row.refusal) {
    case "passing":
      return { id, kind: "failed", failure };
    case "service_down":
    case "of_the_org":
      return { id, kind: anySuccess ? "failed" : "waiting", failure };
    case "limit":
    case "encryption":
      return { id, kind: "waiting", failure };
    case "of_the_event":
      return { id, kind: "refused", failure };
    case "undecided":
      return undefined;
  }
}

function verdictOf(rows: readonly Row[], anySuccess: boolean): Verdict {
  const found = new Set(rows.flatMap((row) => (row.failure === null ? [] : [row.refusal])));
  if (found.has("limit")) return "limit_exceeded";
  if (anySuccess) return "succeeded";
  if (found.has("of_the_org")) return "org_refuses";
  return found.has("service_down") ? "unavailable" : "succeeded";
}
