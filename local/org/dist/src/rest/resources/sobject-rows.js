/** `/sobjects/X`, `/sobjects/X/<id>` and `/sobjects/X/<external id field>/<value>`. */
import { toId18 } from "../../runtime/id.js";
import { SObjectValue } from "../../runtime/sobject.js";
import { requestedObject, rightsOf } from "../context.js";
import { json, NO_CONTENT } from "../http.js";
import { jsonToRecord } from "../json-to-record.js";
import { bodyObject } from "../request-body.js";
import { recordToJson } from "../record-to-json.js";
import { notFound, RestError } from "../rest-error.js";
import { save, saveError, saveResultJson } from "../save-result.js";
import { childrenRenderer, select } from "./query.js";
export function createRow(context) {
    const describe = requestedObject(context);
    const record = bodyRecord(context, describe);
    const [outcome] = save(context, "insert", [record], { allOrNone: false });
    if (outcome === undefined)
        throw new Error("One record saved, no outcome");
    if (!outcome.isSuccess)
        throw saveError(outcome);
    return json(201, saveResultJson(outcome), {
        location: `${context.basePath}/sobjects/${describe.name}/${outcome.id ?? ""}`,
    });
}
export function readRow(context) {
    const describe = requestedObject(context);
    const given = context.parameters["id"] ?? "";
    const id = toId18(given);
    if (id === null)
        throw unknownExternalId(given);
    const { isDeleted, found } = rowOf(context, describe, `Id = '${id}'`);
    if (isDeleted)
        throw new RestError(404, "ENTITY_IS_DELETED", "entity is deleted");
    if (found === null)
        throw notFound();
    return found;
}
export function readRowByExternalId(context) {
    const describe = requestedObject(context);
    const field = externalIdField(context, describe);
    const value = quoted(context.parameters["value"] ?? "");
    const { found } = rowOf(context, describe, `${field.name} = ${value}`);
    if (found === null)
        throw notFound();
    return found;
}
export function updateRow(context) {
    const describe = requestedObject(context);
    const record = bodyRecord(context, describe, "Id");
    record.put("Id", context.parameters["id"] ?? "");
    const [outcome] = save(context, "update", [record], { allOrNone: false });
    if (outcome !== undefined && !outcome.isSuccess)
        throw saveError(outcome);
    return NO_CONTENT;
}
/** 201 for a new record, 200 for a changed one; both with the save result since API 46. */
export function upsertRow(context) {
    const describe = requestedObject(context);
    const field = externalIdField(context, describe);
    const record = bodyRecord(context, describe, field.name, {
        [field.name]: context.parameters["value"] ?? "",
    });
    const [outcome] = save(context, "upsert", [record], {
        allOrNone: false,
        externalIdField: field.name,
    });
    if (outcome === undefined)
        throw new Error("One record saved, no outcome");
    if (!outcome.isSuccess)
        throw saveError(outcome);
    return json(outcome.isCreated ? 201 : 200, saveResultJson(outcome, true));
}
export function deleteRow(context) {
    const record = new SObjectValue(requestedObject(context));
    record.put("Id", context.parameters["id"] ?? "");
    const [outcome] = save(context, "delete", [record], { allOrNone: false });
    if (outcome !== undefined && !outcome.isSuccess)
        throw saveError(outcome);
    return NO_CONTENT;
}
function rowOf(context, describe, condition) {
    const fields = context.request.query["fields"]?.split(",") ?? readableColumns(context, describe);
    const text = `SELECT ${fields.join(", ")} FROM ${describe.name} WHERE ${condition}`;
    const read = (allRows) => {
        const selected = select(context, text, allRows);
        return selected.kind === "records" ? (selected.records[0] ?? null) : null;
    };
    const record = read(false);
    if (record === null)
        return { found: null, isDeleted: read(true) !== null };
    const { basePath } = context;
    const body = recordToJson(record, basePath, childrenRenderer(basePath));
    return { found: json(200, body), isDeleted: false };
}
/** Compound fields are left to their parts. */
function readableColumns(context, describe) {
    const rights = rightsOf(context);
    return [...describe.fields.values()]
        .filter(({ type, name }) => {
        const isPart = type !== "address" && type !== "location";
        return isPart && rights.canReadField(describe.name, name);
    })
        .map(({ name }) => name);
}
function externalIdField(context, describe) {
    const name = context.parameters["field"] ?? "";
    const field = describe.fields.get(name.toLowerCase());
    if (field === undefined || !(field.isExternalId || field.isIdLookup))
        throw unknownExternalId(name);
    return field;
}
function unknownExternalId(name) {
    return new RestError(404, "NOT_FOUND", `Provided external ID field does not exist or is not accessible: ${name}`);
}
/** @param inPath the field that the path gives, and the body must not */
function bodyRecord(context, describe, inPath = null, added = {}) {
    const body = bodyObject(context.request);
    const repeated = Object.keys(body).find((name) => name.toLowerCase() === inPath?.toLowerCase());
    if (repeated !== undefined) {
        throw new RestError(400, "INVALID_FIELD", `The ${repeated} field should not be specified in the sobject data.`);
    }
    return jsonToRecord(context.org.host.schema, describe, { ...body, ...added });
}
function quoted(text) {
    return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
