import type { Outcome } from "../admit/outcome.ts";
import type { Failure } from "../aws/dead-letters.ts";
import { outcomesOfRows } from "../relay/row-outcome.ts";
import { readCsv } from "./csv.ts";

const ID_COLUMN = "Event_Id__c";
const ERROR_COLUMN = "sf__Error";

/** Event id → what the list says of it: `sf__Error`, or "" in a list without that column. Null when it is not such a list. */
export function rowsIn(text: string): ReadonlyMap<string, string> | null {
  const rows = readCsv(text);
  if (rows === null) return null;
  const [header, ...lines] = rows;
  // Without rows the list may come without the upload's columns, or empty.
  const isEmpty = lines.length === 0 && header?.includes("sf__Id") === true;
  if (header === undefined || isEmpty || text.trim() === "") return new Map();
  const id = header.indexOf(ID_COLUMN);
  const error = header.indexOf(ERROR_COLUMN);
  if (id === -1) return null;
  return new Map(lines.map((line) => [line[id] ?? "", line[error] ?? ""]));
}

export interface JobResults {
  /** Event id → `sf__Error`. */
  readonly failed: ReadonlyMap<string, string>;
  /** The rows that went through; null when that is all which did not fail and were not left out. */
  readonly succeeded: ReadonlyMap<string, string> | null;
  readonly unprocessed: ReadonlyMap<string, string>;
  /** Why the job did not go through all rows. */
  readonly detail: string;
}

export interface JobOutcomes {
  readonly outcomes: readonly Outcome[];
  /** Why the org refuses whatever it is given; null when it does not. */
  readonly orgRefuses: Failure | null;
}

/** What became of each row. One that the job did not get to waits: it is not its fault. */
export function outcomesOfJob(
  ids: readonly string[],
  { failed, succeeded, unprocessed, detail }: JobResults,
  nowMs: number,
): JobOutcomes {
  const isPublished = (id: string): boolean =>
    !failed.has(id) && (succeeded === null ? !unprocessed.has(id) : succeeded.has(id));
  const judged = ids.filter((id) => failed.has(id) || isPublished(id));
  const { outcomes, verdict, undecided } = outcomesOfRows(
    judged,
    judged.map((id) => {
      const error = failed.get(id);
      return error === undefined
        ? { success: true, errors: [] }
        : { success: false, errors: [errorIn(error)] };
    }),
    nowMs,
  );
  const left = { at: nowMs, code: "JOB_INCOMPLETE", message: detail.slice(0, 500) };
  const refused = outcomes.find(({ kind }) => kind === "waiting");
  return {
    outcomes: [
      ...outcomes,
      ...undecided.map((each) => ({ ...each, kind: "waiting", suspect: true }) as const),
      ...ids
        .filter((id) => !failed.has(id) && !isPublished(id))
        .map((id) => ({ id, kind: "waiting", failure: left }) as const),
    ],
    orgRefuses: verdict === "org_refuses" && refused?.kind === "waiting" ? refused.failure : null,
  };
}

/** `STRING_TOO_LONG:Payload: data value too large:Payload__c --`: the code, and the rest as it is. */
function errorIn(text: string): { readonly statusCode: string; readonly message: string } {
  const [, statusCode, message] = /^([A-Z][A-Z0-9_]*):(.*)$/s.exec(text) ?? [];
  return { statusCode: statusCode ?? "UNKNOWN_EXCEPTION", message: message ?? text };
}
