/**
 * Records as the REST API shows them: `attributes` first, then the fields in the order of the query.
 * Source: REST API Developer Guide, "Query" and "sObject Rows"; "Primitive Data Types" for the formats.
 */
import { ApexBlob } from "../runtime/blob.ts";
import { AddressValue, LocationValue } from "../runtime/compound-values.ts";
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import { ApexTime } from "../runtime/time.ts";
import { rawNumber } from "./json-text.ts";
import { ALL_FIELDS, type ShownFields } from "./shown-fields.ts";

/** Shows the children of a record as `{totalSize, done, records}`. */
export type ChildrenRenderer = (records: readonly SObjectValue[], shown: ShownFields) => unknown;

export function recordToJson(
  record: SObjectValue,
  basePath: string,
  children: ChildrenRenderer,
  shown: ShownFields = ALL_FIELDS,
): Record<string, unknown> {
  const below = (name: string): ShownFields => shown.names.get(name.toLowerCase()) ?? ALL_FIELDS;
  const entries: (readonly [name: string, value: unknown])[] = [];
  for (const [field, value] of record.values) {
    if (isAsked(record, field, shown)) entries.push([field, valueToJson(value)]);
  }
  for (const [relationship, parent] of record.parents) {
    const value =
      parent === null ? null : recordToJson(parent, basePath, children, below(relationship));
    entries.push([relationship, value]);
  }
  for (const [relationship, list] of record.children) {
    entries.push([relationship, children(list.items, below(relationship))]);
  }
  const order = new Map([...shown.names.keys()].map((name, index) => [name, index]));
  const place = (name: string): number => order.get(name.toLowerCase()) ?? order.size;
  const ordered = entries.toSorted(([left], [right]) => place(left) - place(right));
  return { attributes: attributes(record, basePath), ...Object.fromEntries(ordered) };
}

/** Apex also gets each record's id and the lookups behind its parents. A name that is no field is a column's own: `expr0`. */
function isAsked({ describe }: SObjectValue, name: string, shown: ShownFields): boolean {
  const key = name.toLowerCase();
  const isMadeUp = describe.name === "AggregateResult" || !describe.fields.has(key);
  return shown.isOpen || shown.names.has(key) || isMadeUp;
}

function attributes({ id, describe }: SObjectValue, basePath: string): Record<string, string> {
  const { name } = describe;
  // An AggregateResult is no row of its own.
  return id === null || describe.keyPrefix === null
    ? { type: name }
    : { type: name, url: `${basePath}/sobjects/${name}/${id}` };
}

export function valueToJson(value: unknown): unknown {
  if (value instanceof ApexDecimal) return rawNumber(withPoint(value.toPlainString()));
  if (value instanceof ApexDouble) return rawNumber(withPoint(String(value.value)));
  if (typeof value === "bigint") return rawNumber(value.toString());
  if (value instanceof ApexDate) return value.toIso();
  if (value instanceof ApexDatetime)
    return new Date(value.epochMs).toISOString().replace("Z", "+0000");
  if (value instanceof ApexTime) return value.toString();
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString("base64");
  if (value instanceof AddressValue) return partsToJson({ ...value.parts });
  if (value instanceof LocationValue)
    return partsToJson({ latitude: value.latitude, longitude: value.longitude });
  return value;
}

/** Of a compound field. */
function partsToJson(parts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      typeof part === "number" ? valueToJson(new ApexDouble(part)) : part,
    ]),
  );
}

/** Salesforce prints every decimal number with a point: 500.0. */
function withPoint(digits: string): string {
  return /^-?\d+$/.test(digits) ? `${digits}.0` : digits;
}
