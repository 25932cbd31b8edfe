/**
 * Equality of values as Apex's == and its collections have it.
 * Source: Apex Developer Guide, "Expression Operators", "Using Custom Types in Map Keys and Sets".
 */
import { ApexBlob } from "./blob.ts";
import { ApexDate } from "./date.ts";
import { ApexDatetime } from "./datetime.ts";
import { ApexDecimal } from "./decimal.ts";
import { ApexDouble } from "./double.ts";
import { ApexList } from "./list.ts";
import { ApexMap } from "./map.ts";
import { ApexObject, callMethod, hasMethod } from "./object.ts";
import { ApexSet } from "./set.ts";
import { SObjectValue } from "./sobject.ts";
import { ApexTime } from "./time.ts";

/** A platform value that has an equality of its own (a Type, an SObjectType token, a UUID). */
export interface Comparable {
  /** The same text exactly for equal values, different between kinds. */
  readonly $identity: string;
}

function hasIdentity(value: unknown): value is Comparable {
  return typeof value === "object" && value !== null && "$identity" in value;
}

/** Strings of `==`: case does not matter. */
export function equalStrings(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  return a !== null && b !== null && a.length === b.length && a.toLowerCase() === b.toLowerCase();
}

/** Ids of `==`: 15 and 18 characters are the same record. */
export function equalIds(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return a.length === b.length ? a === b : a.slice(0, 15) === b.slice(0, 15);
}

function numberOf(value: unknown): ApexDecimal | null {
  if (value instanceof ApexDecimal) return value;
  if (value instanceof ApexDouble)
    return Number.isFinite(value.value) ? ApexDecimal.ofDouble(value.value) : null;
  if (typeof value === "number" || typeof value === "bigint") return ApexDecimal.ofInteger(value);
  return null;
}

/** Inside collections and records: strings by case, numbers by value. */
export function equalValues(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null || a === undefined || b === undefined) return false;
  const left = numberOf(a);
  if (left !== null) {
    const right = numberOf(b);
    return right !== null && left.equals(right);
  }
  if (a instanceof ApexObject) return b instanceof ApexObject && equalObjects(a, b);
  if (a instanceof ApexList)
    return (
      b instanceof ApexList &&
      a.size === b.size &&
      a.items.every((item, index) => equalValues(item, b.items[index]))
    );
  if (a instanceof ApexSet)
    return b instanceof ApexSet && a.size === b.size && a.values.every((value) => b.has(value));
  if (a instanceof ApexMap) return b instanceof ApexMap && equalMaps(a, b);
  if (a instanceof SObjectValue) return b instanceof SObjectValue && equalRecords(a, b);
  return typeof a === "object" && hashKeyOf(a) === hashKeyOf(b);
}

function equalMaps(a: ApexMap, b: ApexMap): boolean {
  return (
    a.size === b.size &&
    [...a.entries()].every(([key, value]) => b.has(key) && equalValues(value, b.get(key)))
  );
}

/** Records: the same object and the same field values. */
function equalRecords(a: SObjectValue, b: SObjectValue): boolean {
  if (a === b) return true;
  if (a.describe.name !== b.describe.name) return false;
  const names = new Set([...a.values.keys(), ...b.values.keys()]);
  return [...names].every((name) => equalValues(a.peek(name), b.peek(name)));
}

/** Of the static type String and inside `Object == Object`: strings ignore case, everything else as in collections. */
export function equalOperands(a: unknown, b: unknown): boolean {
  if (typeof a === "string" && typeof b === "string") return equalStrings(a, b);
  return equalValues(a, b);
}

/** Two project objects, or a project object and anything: the project's own equals where it has one. */
export function equalObjects(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a instanceof ApexObject && hasMethod(a, "equals")) return callMethod(a, "equals", b) === true;
  return false;
}

/** Of a project object with its own equals and hashCode; null for every other value. */
export function userHash(value: unknown): number | null {
  if (
    !(value instanceof ApexObject) ||
    !hasMethod(value, "hashCode") ||
    !hasMethod(value, "equals")
  )
    return null;
  const hash = callMethod(value, "hashCode");
  return typeof hash === "number" ? hash : 0;
}

/** A JavaScript Map key that equal values share. Strings and Integers are their own. */
export function hashKeyOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) {
    return typeof value === "bigint" ? numberKey(ApexDecimal.ofInteger(value)) : value;
  }
  if (value instanceof ApexDecimal) return numberKey(value);
  if (value instanceof ApexDouble) {
    const decimal = numberOf(value);
    return decimal === null ? `\u0000number:${String(value)}` : numberKey(decimal);
  }
  if (value instanceof ApexDate) return `\u0000date:${value.days}`;
  // Milliseconds do not count: getTime() tells two Datetimes of one second apart, == and collections do not.
  if (value instanceof ApexDatetime) return `\u0000datetime:${Math.floor(value.epochMs / 1000)}`;
  if (value instanceof ApexTime) return `\u0000time:${value.ms}`;
  if (value instanceof ApexBlob) return `\u0000blob:${Buffer.from(value.bytes).toString("base64")}`;
  if (value instanceof SObjectValue)
    return `\u0000record:${value.describe.name} ${contentKey(knownOf(value.values))}`;
  if (value instanceof ApexList) return `\u0000list:${keyText(value.items)}`;
  if (value instanceof ApexSet) return `\u0000set:${value.values.map(elementKey).sort().join("")}`;
  if (value instanceof ApexMap) return `\u0000map:${contentKey(value.entries())}`;
  if (hasIdentity(value)) return `\u0000identity:${value.$identity}`;
  return value;
}

/** An integral number hashes as the Integer does: 1, 1L, 1.0 are one key only where their static types let them meet. */
function numberKey(value: ApexDecimal): unknown {
  const stripped = value.stripTrailingZeros();
  const whole = stripped.scale <= 0 ? Number(stripped.toBigInt()) : Number.NaN;
  return Number.isSafeInteger(whole) ? whole : `\u0000number:${stripped.toString()}`;
}

/** A field that is null is as one that was never set. */
function* knownOf(
  fields: Iterable<readonly [unknown, unknown]>,
): Generator<readonly [unknown, unknown]> {
  for (const field of fields) if (field[1] !== null) yield field;
}

function contentKey(entries: Iterable<readonly [unknown, unknown]>): string {
  return Array.from(entries, ([key, value]) => elementKey(key) + elementKey(value))
    .sort()
    .join("");
}

function keyText(values: readonly unknown[]): string {
  return values.map(elementKey).join("");
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** A number that stays with the object, for default hash codes and for keys of collections that hold it. */
export function identityOf(value: object): number {
  const known = identities.get(value);
  if (known !== undefined) return known;
  lastIdentity += 1;
  identities.set(value, lastIdentity);
  return lastIdentity;
}

/** Begins with its length, so that what follows is no part of it. */
function elementKey(value: unknown): string {
  const text = elementText(value);
  return `${text.length}:${text}`;
}

function elementText(value: unknown): string {
  const hash = userHash(value);
  if (hash !== null) return `user ${hash}`;
  const key = hashKeyOf(value);
  if (typeof key === "object" && key !== null) return `object ${identityOf(key)}`;
  return `${typeof key} ${String(key)}`;
}
