/**
 * A record from a request body. Values must fit their field: what the REST API refuses is refused here in its own words.
 * Source: REST API Developer Guide, "Using REST Resources" and observed JSON_PARSER_ERROR texts.
 */
import { ApexBlob } from "../runtime/blob.js";
import { ApexDate } from "../runtime/date.js";
import { ApexDatetime } from "../runtime/datetime.js";
import { ApexDecimal } from "../runtime/decimal.js";
import { ApexDouble } from "../runtime/double.js";
import { toId18 } from "../runtime/id.js";
import { SObjectValue } from "../runtime/sobject.js";
import { ApexTime } from "../runtime/time.js";
import { JSON_KINDS } from "../schema/json-kinds.js";
import { JsonNumber } from "./json-text.js";
import { malformedJson, RestError } from "./rest-error.js";
export function jsonToRecord(schema, describe, body) {
    if (!isJsonObject(body))
        throw malformedJson("The request body must be a JSON object.");
    const record = new SObjectValue(describe);
    for (const [name, value] of Object.entries(body)) {
        if (name === "attributes")
            continue;
        const field = describe.fields.get(name.toLowerCase());
        if (field !== undefined) {
            record.put(field.name, fieldValue(field, value));
            continue;
        }
        const parent = describe.parentRelationships.get(name.toLowerCase());
        if (typeof parent?.relationshipName !== "string")
            throw noSuchColumn(name, describe);
        record.putParent(parent.relationshipName, value === null ? null : parentRecord(schema, parent, value));
    }
    return record;
}
/** `"Customer__r": {"Stripe_Customer_ID__c": "cus_1"}`: a parent named by an external id. */
function parentRecord(schema, field, body) {
    const named = isJsonObject(body) && isJsonObject(body["attributes"]) ? body["attributes"]["type"] : undefined;
    const target = typeof named === "string" ? named : field.referenceTo[0];
    const describe = target === undefined ? undefined : schema.object(target);
    if (describe === undefined)
        throw new RestError(400, "INVALID_TYPE", `sObject type '${target ?? ""}' is not supported.`);
    return jsonToRecord(schema, describe, body);
}
export function noSuchColumn(name, describe) {
    return new RestError(400, "INVALID_FIELD", `No such column '${name}' on sobject of type ${describe.name}`);
}
export function isJsonObject(value) {
    return (typeof value === "object" &&
        value !== null &&
        !Array.isArray(value) &&
        !(value instanceof JsonNumber));
}
/** @throws RestError JSON_PARSER_ERROR where the JSON value cannot be one of the field. */
export function fieldValue(field, value) {
    if (value === null || value === "")
        return null;
    const converted = convert(field.apexType, value);
    if (converted === undefined)
        throw cannotDeserialize(field, value);
    return converted;
}
function convert(type, value) {
    const text = value instanceof JsonNumber ? value.text : value;
    switch (type) {
        case "Boolean":
            if (typeof value === "boolean")
                return value;
            return value === "true" ? true : value === "false" ? false : undefined;
        case "Integer":
            return integer(text);
        case "Long":
            return typeof text === "string" && /^-?\d+$/.test(text) ? BigInt(text) : undefined;
        case "Decimal":
            return typeof text === "string" && NUMBER.test(text) ? ApexDecimal.parse(text) : undefined;
        case "Double":
            return typeof text === "string" && NUMBER.test(text)
                ? new ApexDouble(Number(text))
                : undefined;
        case "Date":
            // A full timestamp is accepted for a date; its day counts.
            return typeof value === "string"
                ? (ApexDate.parseIso(value.slice(0, 10)) ?? undefined)
                : undefined;
        case "Datetime":
            return typeof value === "string" ? (parseDatetime(value) ?? undefined) : undefined;
        case "Time":
            return typeof value === "string" ? parseTime(value) : undefined;
        case "Blob":
            return typeof value === "string" ? new ApexBlob(Buffer.from(value, "base64")) : undefined;
        case "Id":
            // What is no id is refused on save, with MALFORMED_ID.
            return typeof value === "string" ? (toId18(value) ?? value) : undefined;
        case "String":
        case "Object":
            return typeof text === "string" ? text : typeof text === "boolean" ? String(text) : undefined;
        case "Address":
        case "Location":
            return undefined;
    }
}
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
function integer(text) {
    if (typeof text !== "string" || !/^-?\d+(\.0+)?$/.test(text))
        return undefined;
    const number = Number(text);
    return number === (number | 0) ? number : undefined;
}
function parseDatetime(text) {
    return ApexDatetime.parseIso(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
}
function parseTime(text) {
    const match = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?Z?$/.exec(text);
    if (match === null)
        return undefined;
    return ApexTime.of(Number(match[1]), Number(match[2]), Number(match[3]), Number((match[4] ?? "0").padEnd(3, "0")));
}
function cannotDeserialize(field, value) {
    const token = Array.isArray(value)
        ? "START_ARRAY value ["
        : isJsonObject(value)
            ? "START_OBJECT value {"
            : typeof value === "boolean"
                ? `VALUE_${String(value).toUpperCase()} value ${String(value)}`
                : value instanceof JsonNumber
                    ? `VALUE_NUMBER value ${value.text}`
                    : `VALUE_STRING value ${String(value)}`;
    return malformedJson(`Cannot deserialize instance of ${JSON_KINDS[field.apexType]} from ${token} or request may be missing a required field: ${field.name}`);
}
