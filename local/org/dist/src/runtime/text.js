/**
 * Values as text: String.valueOf, string concatenation and System.debug.
 * Source: Apex Reference, "String Class: valueOf"; the formats of records, collections and objects are those of the debug log.
 */
import { ApexBlob } from "./blob.js";
import { ApexDate } from "./date.js";
import { ApexDatetime } from "./datetime.js";
import { ApexEnum } from "./enum.js";
import { ApexException } from "./exception.js";
import { ApexList } from "./list.js";
import { ApexMap } from "./map.js";
import { ApexObject, callMethod, hasMethod } from "./object.js";
import { platformTypeOf } from "./platform-classes.js";
import { ApexSet } from "./set.js";
import { SObjectValue } from "./sobject.js";
/** Collections print their first ten elements, then `...`. */
const SHOWN_ELEMENTS = 10;
/** What `'' + value` and System.debug show. Dates carry a midnight; Datetimes are GMT. */
export function concatText(value) {
    return textOf(value, new Set());
}
/** String.valueOf(Object): as concatenation, but a Date is its day alone. */
export function valueText(value) {
    return value instanceof ApexDate ? value.toIso() : concatText(value);
}
function textOf(value, seen) {
    if (value === null || value === undefined)
        return "null";
    if (typeof value === "string")
        return value;
    if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
        return String(value);
    if (typeof value !== "object")
        throw new Error(`${typeof value} is no Apex value`);
    if (value instanceof ApexDate)
        return `${value.toIso()} 00:00:00`;
    if (value instanceof ApexDatetime)
        return value.toGmtText();
    if (value instanceof ApexEnum)
        return value.name;
    if (value instanceof ApexBlob)
        return `Blob[${value.size}]`;
    if (value instanceof ApexObject && hasMethod(value, "toString"))
        return String(callMethod(value, "toString"));
    if (value instanceof ApexException && !value.isUnthrown)
        return value.headline;
    if (isContainer(value)) {
        if (seen.has(value))
            return "(already output)";
        seen.add(value);
        const text = containerText(value, seen);
        seen.delete(value);
        return text;
    }
    return platformText(value);
}
function isContainer(value) {
    return (value instanceof ApexList ||
        value instanceof ApexSet ||
        value instanceof ApexMap ||
        value instanceof SObjectValue ||
        value instanceof ApexObject);
}
function containerText(value, seen) {
    if (value instanceof ApexList)
        return `(${elements(value.items, seen)})`;
    if (value instanceof ApexSet)
        return `{${elements(value.values, seen)}}`;
    if (value instanceof ApexMap)
        return `{${shown([...value.entries()].map(([key, item]) => `${textOf(key, seen)}=${textOf(item, seen)}`))}}`;
    if (value instanceof SObjectValue)
        return recordText(value, seen);
    return objectText(value, seen);
}
function elements(values, seen) {
    return shown(values.map((value) => textOf(value, seen)));
}
function shown(texts) {
    return texts.length > SHOWN_ELEMENTS
        ? [...texts.slice(0, SHOWN_ELEMENTS), "..."].join(", ")
        : texts.join(", ");
}
/** `Account:{Name=Acme, Industry=null}`. */
function recordText(record, seen) {
    const parts = [...record.values].map(([name, value]) => `${name}=${textOf(value, seen)}`);
    for (const [name, parent] of record.parents)
        if (parent !== null)
            parts.push(`${name}=${textOf(parent, seen)}`);
    return `${record.describe.name}:{${parts.join(", ")}}`;
}
/** `Foo:[a=1, b=null]`, superclass fields after the class's own. */
function objectText(value, seen) {
    const parts = [];
    for (let of = value.$class;;) {
        for (const field of of.fields) {
            parts.push(`${field.name}=${textOf(storedField(value, field.key), seen)}`);
        }
        if (of.superclass === null)
            break;
        of = of.superclass;
    }
    const text = `${value.$class.name.split(".").at(-1) ?? ""}:[${parts.join(", ")}]`;
    // One that was never thrown is an object as any other, with its message: `IllegalArgumentException:[]: no such plan`.
    return value instanceof ApexException && value.message !== null
        ? `${text}: ${value.message}`
        : text;
}
/** What an object holds under a field's or a property's name. No accessor runs: a text must not change anything, nor fail. */
function storedField(value, key) {
    const slot = `$slot${key}`;
    if (Object.hasOwn(value, slot))
        return Reflect.get(value, slot);
    return Object.hasOwn(value, key) ? Reflect.get(value, key) : null;
}
function platformText(value) {
    const own = Reflect.get(value, "toString");
    if (typeof own === "function" && own !== Object.prototype.toString)
        return String(Reflect.apply(own, value, []));
    const name = platformTypeOf(value) ?? "Object";
    return `${name.split(".").at(-1) ?? name}[]`;
}
