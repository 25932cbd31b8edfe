/**
 * Values as text: String.valueOf, string concatenation and System.debug.
 * Source: Apex Reference, "String Class: valueOf"; the formats of records, collections and objects are those of the debug log.
 */
import { ApexBlob } from "./blob.ts";
import { ApexDate } from "./date.ts";
import { ApexDatetime } from "./datetime.ts";
import { ApexEnum } from "./enum.ts";
import { ApexException } from "./exception.ts";
import { ApexList } from "./list.ts";
import { ApexMap } from "./map.ts";
import { ApexObject, callMethod, hasMethod } from "./object.ts";
import { platformTypeOf } from "./platform-classes.ts";
import { ApexSet } from "./set.ts";
import { SObjectValue } from "./sobject.ts";

/** Collections print their first ten elements, then `...`. */
const SHOWN_ELEMENTS = 10;

/** What `'' + value` and System.debug show. Dates carry a midnight; Datetimes are GMT. */
export function concatText(value: unknown): string {
  return textOf(value, new Set());
}

/** String.valueOf(Object): as concatenation, but a Date is its day alone. */
export function valueText(value: unknown): string {
  return value instanceof ApexDate ? value.toIso() : concatText(value);
}

function textOf(value: unknown, seen: Set<object>): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return String(value);
  if (typeof value !== "object") throw new Error(`${typeof value} is no Apex value`);
  if (value instanceof ApexDate) return `${value.toIso()} 00:00:00`;
  if (value instanceof ApexDatetime) return value.toGmtText();
  if (value instanceof ApexEnum) return value.name;
  if (value instanceof ApexBlob) return `Blob[${value.size}]`;
  if (value instanceof ApexObject && hasMethod(value, "toString"))
    return String(callMethod(value, "toString"));
  if (value instanceof ApexException && !value.isUnthrown) return value.headline;
  if (isContainer(value)) {
    if (seen.has(value)) return "(already output)";
    seen.add(value);
    const text = containerText(value, seen);
    seen.delete(value);
    return text;
  }
  return platformText(value);
}

type Container = ApexList | ApexSet | ApexMap | SObjectValue | ApexObject;

function isContainer(value: object): value is Container {
  return (
    value instanceof ApexList ||
    value instanceof ApexSet ||
    value instanceof ApexMap ||
    value instanceof SObjectValue ||
    value instanceof ApexObject
  );
}

function containerText(value: Container, seen: Set<object>): string {
  if (value instanceof ApexList) return `(${elements(value.items, seen)})`;
  if (value instanceof ApexSet) return `{${elements(value.values, seen)}}`;
  if (value instanceof ApexMap)
    return `{${shown([...value.entries()].map(([key, item]) => `${textOf(key, seen)}=${textOf(item, seen)}`))}}`;
  if (value instanceof SObjectValue) return recordText(value, seen);
  return objectText(value, seen);
}

function elements(values: readonly unknown[], seen: Set<object>): string {
  return shown(values.map((value) => textOf(value, seen)));
}

function shown(texts: readonly string[]): string {
  return texts.length > SHOWN_ELEMENTS
    ? [...texts.slice(0, SHOWN_ELEMENTS), "..."].join(", ")
    : texts.join(", ");
}

/** `Account:{Name=Acme, Industry=null}`. */
function recordText(record: SObjectValue, seen: Set<object>): string {
  const parts = [...record.values].map(([name, value]) => `${name}=${textOf(value, seen)}`);
  for (const [name, parent] of record.parents)
    if (parent !== null) parts.push(`${name}=${textOf(parent, seen)}`);
  return `${record.describe.name}:{${parts.join(", ")}}`;
}

/** `Foo:[a=1, b=null]`, superclass fields after the class's own. */
function objectText(value: ApexObject, seen: Set<object>): string {
  const parts: string[] = [];
  for (let of = value.$class; ;) {
    for (const field of of.fields) {
      parts.push(`${field.name}=${textOf(storedField(value, field.key), seen)}`);
    }
    if (of.superclass === null) break;
    of = of.superclass;
  }
  const text = `${value.$class.name.split(".").at(-1) ?? ""}:[${parts.join(", ")}]`;
  // One that was never thrown is an object as any other, with its message: `IllegalArgumentException:[]: no such plan`.
  return value instanceof ApexException && value.message !== null
    ? `${text}: ${value.message}`
    : text;
}

/** What an object holds under a field's or a property's name. No accessor runs: a text must not change anything, nor fail. */
function storedField(value: ApexObject, key: string): unknown {
  const slot = `$slot${key}`;
  if (Object.hasOwn(value, slot)) return Reflect.get(value, slot);
  return Object.hasOwn(value, key) ? Reflect.get(value, key) : null;
}

function platformText(value: object): string {
  const own: unknown = Reflect.get(value, "toString");
  if (typeof own === "function" && own !== Object.prototype.toString)
    return String(Reflect.apply(own, value, []));
  const name = platformTypeOf(value) ?? "Object";
  return `${name.split(".").at(-1) ?? name}[]`;
}
