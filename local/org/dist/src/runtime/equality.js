/**
 * Equality of values as Apex's == and its collections have it.
 * Source: Apex Developer Guide, "Expression Operators", "Using Custom Types in Map Keys and Sets".
 */
import { ApexBlob } from "./blob.js";
import { ApexDate } from "./date.js";
import { ApexDatetime } from "./datetime.js";
import { ApexDecimal } from "./decimal.js";
import { ApexDouble } from "./double.js";
import { ApexList } from "./list.js";
import { ApexMap } from "./map.js";
import { ApexObject, callMethod, hasMethod } from "./object.js";
import { ApexSet } from "./set.js";
import { SObjectValue } from "./sobject.js";
import { ApexTime } from "./time.js";
export function hasIdentity(value) {
    return typeof value === "object" && value !== null && "$identity" in value;
}
/** Strings of `==`: case does not matter. */
export function equalStrings(a, b) {
    if (a === b)
        return true;
    return a !== null && b !== null && a.length === b.length && a.toLowerCase() === b.toLowerCase();
}
/** Ids of `==`: 15 and 18 characters are the same record. */
export function equalIds(a, b) {
    if (a === b)
        return true;
    if (a === null || b === null)
        return false;
    return a.length === b.length ? a === b : a.slice(0, 15) === b.slice(0, 15);
}
function numberOf(value) {
    if (value instanceof ApexDecimal)
        return value;
    if (value instanceof ApexDouble)
        return Number.isFinite(value.value) ? ApexDecimal.ofDouble(value.value) : null;
    if (typeof value === "number" || typeof value === "bigint")
        return ApexDecimal.ofInteger(value);
    return null;
}
/** Inside collections and records: strings by case, numbers by value. */
export function equalValues(a, b) {
    if (a === b)
        return true;
    if (a === null || b === null || a === undefined || b === undefined)
        return false;
    const left = numberOf(a);
    if (left !== null) {
        const right = numberOf(b);
        return right !== null && left.equals(right);
    }
    if (a instanceof ApexObject)
        return b instanceof ApexObject && equalObjects(a, b);
    if (a instanceof ApexList)
        return (b instanceof ApexList &&
            a.size === b.size &&
            a.items.every((item, index) => equalValues(item, b.items[index])));
    if (a instanceof ApexSet)
        return b instanceof ApexSet && a.size === b.size && a.values.every((value) => b.has(value));
    if (a instanceof ApexMap)
        return b instanceof ApexMap && equalMaps(a, b);
    if (a instanceof SObjectValue)
        return b instanceof SObjectValue && equalRecords(a, b);
    return typeof a === "object" && hashKeyOf(a) === hashKeyOf(b);
}
function equalMaps(a, b) {
    return (a.size === b.size &&
        [...a.entries()].every(([key, value]) => b.has(key) && equalValues(value, b.get(key))));
}
/** Records: the same object and the same field values. */
export function equalRecords(a, b) {
    if (a === b)
        return true;
    if (a.describe.name !== b.describe.name)
        return false;
    const names = new Set([...a.values.keys(), ...b.values.keys()]);
    return [...names].every((name) => equalValues(a.peek(name), b.peek(name)));
}
/** Of the static type String and inside `Object == Object`: strings ignore case, everything else as in collections. */
export function equalOperands(a, b) {
    if (typeof a === "string" && typeof b === "string")
        return equalStrings(a, b);
    return equalValues(a, b);
}
/** Two project objects, or a project object and anything: the project's own equals where it has one. */
export function equalObjects(a, b) {
    if (a === b)
        return true;
    if (a instanceof ApexObject && hasMethod(a, "equals"))
        return callMethod(a, "equals", b) === true;
    return false;
}
/** Of a project object with its own equals and hashCode; null for every other value. */
export function userHash(value) {
    if (!(value instanceof ApexObject) ||
        !hasMethod(value, "hashCode") ||
        !hasMethod(value, "equals"))
        return null;
    const hash = callMethod(value, "hashCode");
    return typeof hash === "number" ? hash : 0;
}
/** A JavaScript Map key that equal values share. Strings and Integers are their own. */
export function hashKeyOf(value) {
    if (typeof value !== "object" || value === null) {
        return typeof value === "bigint" ? numberKey(ApexDecimal.ofInteger(value)) : value;
    }
    if (value instanceof ApexDecimal)
        return numberKey(value);
    if (value instanceof ApexDouble) {
        const decimal = numberOf(value);
        return decimal === null ? `\u0000number:${String(value)}` : numberKey(decimal);
    }
    if (value instanceof ApexDate)
        return `\u0000date:${value.days}`;
    // Milliseconds do not count: getTime() tells two Datetimes of one second apart, == and collections do not.
    if (value instanceof ApexDatetime)
        return `\u0000datetime:${Math.floor(value.epochMs / 1000)}`;
    if (value instanceof ApexTime)
        return `\u0000time:${value.ms}`;
    if (value instanceof ApexBlob)
        return `\u0000blob:${Buffer.from(value.bytes).toString("base64")}`;
    if (value instanceof SObjectValue)
        return `\u0000record:${value.describe.name}${contentKey(value.values)}`;
    if (value instanceof ApexList)
        return `\u0000list:${keyText(value.items)}`;
    if (value instanceof ApexSet)
        return `\u0000set:${value.values.map(elementKey).sort().join("\u0001")}`;
    if (value instanceof ApexMap)
        return `\u0000map:${contentKey(value.entries())}`;
    if (hasIdentity(value))
        return `\u0000identity:${value.$identity}`;
    return value;
}
/** An integral number hashes as the Integer does: 1, 1L, 1.0 are one key only where their static types let them meet. */
function numberKey(value) {
    const stripped = value.stripTrailingZeros();
    const whole = stripped.scale <= 0 ? Number(stripped.toBigInt()) : Number.NaN;
    return Number.isSafeInteger(whole) ? whole : `\u0000number:${stripped.toString()}`;
}
function contentKey(entries) {
    const parts = [];
    for (const [key, value] of entries) {
        if (value !== null)
            parts.push(`${elementKey(key)}\u0002${elementKey(value)}`);
    }
    return parts.sort().join("\u0001");
}
function keyText(values) {
    return values.map(elementKey).join("\u0001");
}
const identities = new WeakMap();
let lastIdentity = 0;
/** A number that stays with the object, for default hash codes and for keys of collections that hold it. */
export function identityOf(value) {
    const known = identities.get(value);
    if (known !== undefined)
        return known;
    lastIdentity += 1;
    identities.set(value, lastIdentity);
    return lastIdentity;
}
function elementKey(value) {
    const hash = userHash(value);
    if (hash !== null)
        return `user ${hash}`;
    const key = hashKeyOf(value);
    if (typeof key === "object" && key !== null)
        return `object ${identityOf(key)}`;
    return `${typeof key} ${String(key)}`;
}
