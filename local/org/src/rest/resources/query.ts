/** `/query?q=`, `/queryAll?q=` and the locators of large results. Source: REST API Developer Guide, "Query", "Query Options Headers". */
import type { SObjectValue } from "../../runtime/sobject.ts";
import type { RestContext } from "../context.ts";
import { json, type RestResponse } from "../http.ts";
import type { QueryResultRenderer } from "../query-result.ts";
import { recordToJson } from "../record-to-json.ts";
import { RestError } from "../rest-error.ts";

const DEFAULT_BATCH = 2000;
const SMALLEST_BATCH = 200;

export function query(context: RestContext): RestResponse {
  return run(context, false);
}

export function queryAll(context: RestContext): RestResponse {
  return run(context, true);
}

/** `/query/<locator>`: `01g…AAA-2000`. */
export function queryMore(context: RestContext): RestResponse {
  const [cursor, start] = (context.parameters["locator"] ?? "").split("-");
  const records = cursor === undefined ? undefined : context.cursors.find(cursor);
  if (cursor === undefined || records === undefined || !/^\d+$/.test(start ?? "")) {
    throw new RestError(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
  }
  return page(context, records, Number(start), cursor);
}

function run(context: RestContext, allRows: boolean): RestResponse {
  const text = context.request.query["q"];
  if (text === undefined || text.trim() === "") {
    throw new RestError(400, "MALFORMED_QUERY", "SOQL statement cannot be empty or null");
  }
  const selected = context.org.select(text, context.user, { allRows });
  if (selected.kind === "count")
    return json(200, { totalSize: selected.count, done: true, records: [] });
  return page(context, selected.records, 0, null);
}

function page(
  context: RestContext,
  records: readonly SObjectValue[],
  start: number,
  open: string | null,
): RestResponse {
  const size = batchSize(context.request.headers["sforce-query-options"]);
  const end = start + size;
  const isDone = end >= records.length;
  const cursor = isDone ? null : (open ?? context.cursors.open(records));
  return json(200, {
    totalSize: records.length,
    done: isDone,
    ...(cursor === null ? {} : { nextRecordsUrl: `${context.basePath}/query/${cursor}-${end}` }),
    records: shown(records.slice(start, end), context.basePath),
  });
}

/** Children of a record, whole. */
export function nestedResult(basePath: string): QueryResultRenderer {
  return (records) =>
    records.length === 0
      ? null
      : { totalSize: records.length, done: true, records: shown(records, basePath) };
}

function shown(records: readonly SObjectValue[], basePath: string): readonly unknown[] {
  return records.map((record) => recordToJson(record, basePath, nestedResult(basePath)));
}

function batchSize(header: string | undefined): number {
  const asked = Number(/batchSize=(\d+)/i.exec(header ?? "")?.[1] ?? DEFAULT_BATCH);
  return Math.min(Math.max(asked, SMALLEST_BATCH), DEFAULT_BATCH);
}
