/** Saves through the REST API: records as rows, platform events by publishing; outcomes in the API's shapes. */
import type { DmlOutcome, DmlRequest } from "../runtime/host.ts";
import type { ApexException } from "../runtime/exception.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { RestContext } from "./context.ts";
import { RestError } from "./rest-error.ts";

export type RestDmlOperation = "insert" | "update" | "upsert" | "delete";

/** One outcome per record; with allOrNone a failure undoes the others, whose outcome is then ALL_OR_NONE_OPERATION_ROLLED_BACK. */
export function save(
  context: RestContext,
  operation: RestDmlOperation,
  records: readonly SObjectValue[],
  options: { readonly allOrNone: boolean; readonly externalIdField?: string },
): readonly DmlOutcome[] {
  const { org, user } = context;
  return org.transact(user, "REST", () => {
    const { data } = org.host;
    const before = data.savepoint();
    const all = saveByKind(context, operation, records, options.externalIdField ?? null);
    if (options.allOrNone && all.some((outcome) => !outcome.isSuccess)) {
      data.rollback(before);
      return all.map((outcome) => (outcome.isSuccess ? ROLLED_BACK : outcome));
    }
    return all;
  });
}

const ROLLED_BACK: DmlOutcome = {
  id: null,
  isSuccess: false,
  isCreated: false,
  errors: [
    {
      statusCode: "ALL_OR_NONE_OPERATION_ROLLED_BACK",
      message:
        "Record rolled back because not all records were valid and the request was using AllOrNone header",
      fields: [],
    },
  ],
};

/** Runs of the same object are saved together, as the platform chunks a mixed list. */
function saveByKind(
  context: RestContext,
  operation: RestDmlOperation,
  records: readonly SObjectValue[],
  externalIdField: string | null,
): readonly DmlOutcome[] {
  const outcomes: DmlOutcome[] = [];
  for (let start = 0; start < records.length;) {
    const describe = records[start]?.describe;
    let end = start;
    while (end < records.length && records[end]?.describe === describe) end += 1;
    const run = records.slice(start, end);
    start = end;
    if (describe?.kind === "platformEvent")
      outcomes.push(...context.org.host.events.publish(run, null));
    else outcomes.push(...context.org.host.data.dml(request(operation, run, externalIdField)));
  }
  return outcomes;
}

function request(
  operation: RestDmlOperation,
  records: readonly SObjectValue[],
  externalIdField: string | null,
): DmlRequest {
  return {
    operation,
    records,
    losers: [],
    allOrNone: false,
    access: "user",
    sharing: "with",
    externalIdField,
    options: { allowFieldTruncation: false, duplicateRuleAllowSave: false },
  };
}

/** `{id, success, errors}` of the collections and create resources. A published event carries OPERATION_ENQUEUED as an error of a success. */
export function saveResultJson(outcome: DmlOutcome, showCreated = false): Record<string, unknown> {
  return {
    ...(outcome.id === null ? {} : { id: outcome.id }),
    success: outcome.isSuccess,
    errors: outcome.errors.map(({ statusCode, message, fields }) => ({
      statusCode,
      message,
      fields,
    })),
    ...(showCreated ? { created: outcome.isCreated } : {}),
  };
}

/** The refusal of a single-record request. */
export function saveError(outcome: DmlOutcome): RestError {
  const first = outcome.errors[0];
  if (first === undefined) throw new Error("A failed save has no error");
  const status =
    first.statusCode === "ENTITY_IS_DELETED" || first.statusCode === "INVALID_CROSS_REFERENCE_KEY"
      ? 404
      : 400;
  const refused =
    first.statusCode === "INSUFFICIENT_ACCESS_OR_READONLY" ||
    first.statusCode === "INSUFFICIENT_ACCESS";
  return new RestError(refused ? 403 : status, first.statusCode, first.message, first.fields);
}

/** An Apex exception that reaches the API unhandled. */
export function apexError(exception: ApexException): RestError {
  return new RestError(500, "APEX_ERROR", `${exception.headline}\n\n${exception.stackTraceText}`);
}
