import { toId18 } from "../../runtime/id.js";
import { SObjectValue } from "../../runtime/sobject.js";
import { requestedObject } from "../context.js";
import { json } from "../http.js";
import { isJsonObject, jsonToRecord } from "../json-to-record.js";
import { recordToJson } from "../record-to-json.js";
import { bodyObject } from "../request-body.js";
import { RestError } from "../rest-error.js";
import { save, saveResultJson } from "../save-result.js";
import { childrenRenderer, select } from "./query.js";
const MOST_RECORDS = 200;
const MOST_READ = 2000;
export function createCollection(context) {
    return saveCollection(context, "insert");
}
export function updateCollection(context) {
    return saveCollection(context, "update");
}
/** `/composite/sobjects/X/<external id field>`. */
export function upsertCollection(context) {
    const describe = requestedObject(context);
    const field = describe.fields.get((context.parameters["field"] ?? "").toLowerCase());
    if (field === undefined || !(field.isExternalId || field.isIdLookup)) {
        throw new RestError(400, "INVALID_FIELD", `Field name provided, ${context.parameters["field"] ?? ""} does not match an External ID, Salesforce Id, or indexed field for ${describe.name}`);
    }
    return saveCollection(context, "upsert", field.name);
}
/** `/composite/sobjects/X?ids=…&fields=…`, or both in a body: one row per id, null for one that is not there. */
export function readCollection(context) {
    const describe = requestedObject(context);
    const { ids, fields } = askedRows(context);
    if (ids.length > MOST_READ)
        throw new RestError(400, "EXCEEDED_MAX_SIZE_REQUEST", `cannot read more than ${MOST_READ}`);
    const wanted = ids.map((id) => toId18(id));
    const quoted = wanted.flatMap((id) => (id === null ? [] : [`'${id}'`]));
    if (quoted.length === 0)
        return json(200, ids.map(() => null));
    const columns = [...new Set(["Id", ...fields])].join(", ");
    const text = `SELECT ${columns} FROM ${describe.name} WHERE Id IN (${quoted.join(", ")})`;
    const selected = select(context, text, false);
    const records = selected.kind === "records" ? selected.records : [];
    const byId = new Map(records.map((record) => [record.id, record]));
    const children = childrenRenderer(context.basePath);
    return json(200, wanted.map((id) => {
        const record = byId.get(id);
        return record === undefined ? null : recordToJson(record, context.basePath, children);
    }));
}
function askedRows(context) {
    const { query, method, body } = context.request;
    if (method !== "POST" && body === "")
        return { ids: list(query["ids"]), fields: list(query["fields"]) };
    const given = bodyObject(context.request);
    return { ids: texts(given["ids"]), fields: texts(given["fields"]) };
}
function list(text) {
    return (text ?? "").split(",").filter((part) => part !== "");
}
function texts(value) {
    return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
/** `/composite/sobjects?ids=…&allOrNone=…`. */
export function deleteCollection(context) {
    const ids = (context.request.query["ids"] ?? "").split(",").filter((id) => id !== "");
    checkCount(ids.length);
    const records = ids.map((id) => {
        const describe = context.org.host.schema.objectByKeyPrefix(id.slice(0, 3));
        if (describe === undefined)
            throw new RestError(400, "MALFORMED_ID", `bad id ${id}`);
        const record = new SObjectValue(describe);
        record.put("Id", id);
        return record;
    });
    const outcomes = save(context, "delete", records, {
        allOrNone: context.request.query["allOrNone"] === "true",
    });
    return json(200, outcomes.map((outcome) => saveResultJson(outcome)));
}
function saveCollection(context, operation, externalIdField) {
    const body = bodyObject(context.request);
    const given = body["records"];
    if (!Array.isArray(given))
        throw new RestError(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [records]");
    checkCount(given.length);
    const parsed = given.map((value) => parsedRecord(context, value));
    const records = parsed.filter((entry) => entry instanceof SObjectValue);
    const allOrNone = body["allOrNone"] === true;
    const isRefused = allOrNone && records.length < parsed.length;
    const saved = isRefused
        ? []
        : [
            ...save(context, operation, records, {
                allOrNone,
                ...(externalIdField === undefined ? {} : { externalIdField }),
            }),
        ];
    const outcomes = parsed.map((entry) => entry instanceof SObjectValue ? saved.shift() : refusedRow(entry));
    return json(200, outcomes.map((outcome) => outcome === undefined ? {} : saveResultJson(outcome, operation === "upsert")));
}
/** A record that cannot be read is refused in its row when the others may go through. */
function parsedRecord(context, value) {
    const type = isJsonObject(value) && isJsonObject(value["attributes"])
        ? value["attributes"]["type"]
        : undefined;
    if (typeof type !== "string")
        throw new RestError(400, "INVALID_TYPE", "Each record must have attributes with a type.");
    const { schema } = context.org.host;
    const describe = schema.object(type);
    if (describe === undefined)
        return new RestError(400, "INVALID_TYPE", `sObject type '${type}' is not supported.`);
    try {
        return jsonToRecord(schema, describe, value);
    }
    catch (error) {
        if (error instanceof RestError)
            return error;
        throw error;
    }
}
function refusedRow(error) {
    return {
        id: null,
        isSuccess: false,
        isCreated: false,
        errors: [{ statusCode: error.errorCode, message: error.message, fields: error.fields ?? [] }],
    };
}
function checkCount(count) {
    if (count > MOST_RECORDS) {
        throw new RestError(400, "EXCEEDED_MAX_SIZE_REQUEST", `record limit reached. cannot submit more than ${MOST_RECORDS} records in this collection`);
    }
}
