/** `/query?q=`, `/queryAll?q=` and the locators of large results. Source: REST API Developer Guide, "Query", "Query Options Headers". */
import type { Selected } from "../../org/org.ts";
import { QueryError } from "../../soql/query-error.ts";
import { parseQuery } from "../../syntax/parse.ts";
import type { RestContext } from "../context.ts";
import { json, type RestResponse } from "../http.ts";
import type { QueryRows } from "../query-cursors.ts";
import { queryColumns } from "../query-columns.ts";
import { queryRefusal } from "../query-error-text.ts";
import { type ChildrenRenderer, recordToJson } from "../record-to-json.ts";
import { RestError } from "../rest-error.ts";
import { ALL_FIELDS, shownFields, type ShownFields } from "../shown-fields.ts";

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
  const rows = cursor === undefined ? undefined : context.cursors.find(cursor);
  if (cursor === undefined || rows === undefined || !/^\d+$/.test(start ?? "")) {
    throw new RestError(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
  }
  return page(context, rows, Number(start), cursor);
}

/** @throws RestError with the place of the mistake in the text */
export function select(context: RestContext, text: string, allRows: boolean): Selected {
  try {
    return context.org.select(text, context.user, { allRows });
  } catch (error) {
    if (error instanceof QueryError) throw queryRefusal(error, text);
    throw error;
  }
}

function shownBy(text: string): ShownFields {
  const parsed = parseQuery(text);
  return "query" in parsed ? shownFields(parsed.query) : ALL_FIELDS;
}

function run(context: RestContext, allRows: boolean): RestResponse {
  const text = context.request.query["q"];
  if (text === undefined || text.trim() === "") {
    throw new RestError(400, "MALFORMED_QUERY", "SOQL statement cannot be empty or null");
  }
  const selected = select(context, text, allRows);
  if (context.request.query["columns"] === "true")
    return json(200, queryColumns(text, context.org.host.schema));
  if (selected.kind === "count")
    return json(200, { totalSize: selected.count, done: true, records: [] });
  return page(context, { records: selected.records, shown: shownBy(text) }, 0, null);
}

function page(
  context: RestContext,
  rows: QueryRows,
  start: number,
  open: string | null,
): RestResponse {
  const { records, shown } = rows;
  const size = batchSize(context.request.headers["sforce-query-options"]);
  const end = start + size;
  const isDone = end >= records.length;
  const cursor = isDone ? null : (open ?? context.cursors.open(rows));
  const children = childrenRenderer(context.basePath);
  return json(200, {
    totalSize: records.length,
    done: isDone,
    ...(cursor === null ? {} : { nextRecordsUrl: `${context.basePath}/query/${cursor}-${end}` }),
    records: records
      .slice(start, end)
      .map((record) => recordToJson(record, context.basePath, children, shown)),
  });
}

/** Children of a record, whole; null where there are none. */
export function childrenRenderer(basePath: string): ChildrenRenderer {
  const render: ChildrenRenderer = (records, shown) =>
    records.length === 0
      ? null
      : {
          totalSize: records.length,
          done: true,
          records: records.map((record) => recordToJson(record, basePath, render, shown)),
        };
  return render;
}

function batchSize(header: string | undefined): number {
  const asked = Number(/batchSize=(\d+)/i.exec(header ?? "")?.[1] ?? DEFAULT_BATCH);
  return Math.min(Math.max(asked, SMALLEST_BATCH), DEFAULT_BATCH);
}
