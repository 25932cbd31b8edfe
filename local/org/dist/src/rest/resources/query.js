import { QueryError } from "../../soql/query-error.js";
import { parseQuery } from "../../syntax/parse.js";
import { json } from "../http.js";
import { queryColumns } from "../query-columns.js";
import { queryRefusal } from "../query-error-text.js";
import { recordToJson } from "../record-to-json.js";
import { RestError } from "../rest-error.js";
import { ALL_FIELDS, shownFields } from "../shown-fields.js";
const DEFAULT_BATCH = 2000;
const SMALLEST_BATCH = 200;
export function query(context) {
    return run(context, false);
}
export function queryAll(context) {
    return run(context, true);
}
/** `/query/<locator>`: `01g…AAA-2000`. */
export function queryMore(context) {
    const [cursor, start] = (context.parameters["locator"] ?? "").split("-");
    const rows = cursor === undefined ? undefined : context.cursors.find(cursor);
    if (cursor === undefined || rows === undefined || !/^\d+$/.test(start ?? "")) {
        throw new RestError(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    }
    return page(context, rows, Number(start), cursor);
}
/** @throws RestError with the place of the mistake in the text */
export function select(context, text, allRows) {
    try {
        return context.org.select(text, context.user, { allRows });
    }
    catch (error) {
        if (error instanceof QueryError)
            throw queryRefusal(error, text);
        throw error;
    }
}
function shownBy(text) {
    const parsed = parseQuery(text);
    return "query" in parsed ? shownFields(parsed.query) : ALL_FIELDS;
}
function run(context, allRows) {
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
function page(context, rows, start, open) {
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
export function childrenRenderer(basePath) {
    const render = (records, shown) => records.length === 0
        ? null
        : {
            totalSize: records.length,
            done: true,
            records: records.map((record) => recordToJson(record, basePath, render, shown)),
        };
    return render;
}
function batchSize(header) {
    const asked = Number(/batchSize=(\d+)/i.exec(header ?? "")?.[1] ?? DEFAULT_BATCH);
    return Math.min(Math.max(asked, SMALLEST_BATCH), DEFAULT_BATCH);
}
