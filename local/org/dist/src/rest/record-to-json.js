/**
 * Records as the REST API shows them: `attributes` first, then the fields in the order of the query.
 * Source: REST API Developer Guide, "Query" and "sObject Rows"; "Primitive Data Types" for the formats.
 */
import { ApexBlob } from "../runtime/blob.js";
import { ApexDate } from "../runtime/date.js";
import { ApexDatetime } from "../runtime/datetime.js";
import { ApexDecimal } from "../runtime/decimal.js";
import { ApexDouble } from "../runtime/double.js";
import { ApexTime } from "../runtime/time.js";
import { rawNumber } from "./json-text.js";
import { ALL_FIELDS } from "./shown-fields.js";
export function recordToJson(record, basePath, children, shown = ALL_FIELDS) {
    const below = (name) => shown.names.get(name.toLowerCase()) ?? ALL_FIELDS;
    const entries = [];
    for (const [field, value] of record.values) {
        if (isAsked(record, field, shown))
            entries.push([field, valueToJson(value)]);
    }
    for (const [relationship, parent] of record.parents) {
        const value = parent === null ? null : recordToJson(parent, basePath, children, below(relationship));
        entries.push([relationship, value]);
    }
    for (const [relationship, list] of record.children) {
        entries.push([relationship, children(list.items, below(relationship))]);
    }
    const order = new Map([...shown.names.keys()].map((name, index) => [name, index]));
    const place = (name) => order.get(name.toLowerCase()) ?? order.size;
    const ordered = entries.toSorted(([left], [right]) => place(left) - place(right));
    return { attributes: attributes(record, basePath), ...Object.fromEntries(ordered) };
}
/** Apex also gets each record's id and the lookups behind its parents. A name that is no field is a column's own: `expr0`. */
function isAsked({ describe }, name, shown) {
    const key = name.toLowerCase();
    const isMadeUp = describe.name === "AggregateResult" || !describe.fields.has(key);
    return shown.isOpen || shown.names.has(key) || isMadeUp;
}
function attributes({ id, describe }, basePath) {
    const { name } = describe;
    // An AggregateResult is no row of its own.
    return id === null || describe.keyPrefix === null
        ? { type: name }
        : { type: name, url: `${basePath}/sobjects/${name}/${id}` };
}
export function valueToJson(value) {
    if (value instanceof ApexDecimal)
        return rawNumber(withPoint(value.toPlainString()));
    if (value instanceof ApexDouble)
        return rawNumber(withPoint(String(value.value)));
    if (typeof value === "bigint")
        return rawNumber(value.toString());
    if (value instanceof ApexDate)
        return value.toIso();
    if (value instanceof ApexDatetime)
        return new Date(value.epochMs).toISOString().replace("Z", "+0000");
    if (value instanceof ApexTime)
        return value.toString();
    if (value instanceof ApexBlob)
        return Buffer.from(value.bytes).toString("base64");
    return value;
}
/** Salesforce prints every decimal number with a point: 500.0. */
function withPoint(digits) {
    return /^-?\d+$/.test(digits) ? `${digits}.0` : digits;
}
