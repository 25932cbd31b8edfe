/**
 * Records as the REST API shows them: `attributes` first, then the fields in the order of the query.
 * Source: REST API Developer Guide, "Query" and "sObject Rows"; "Primitive Data Types" for the formats.
 */
import type { QueryResultRenderer } from "./query-result.ts";
import { ApexBlob } from "../runtime/blob.ts";
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import { ApexTime } from "../runtime/time.ts";
import { rawNumber } from "./json-text.ts";

export function recordToJson(
  record: SObjectValue,
  basePath: string,
  children: QueryResultRenderer,
): Record<string, unknown> {
  const name = record.describe.name;
  const shown: Record<string, unknown> = {
    attributes:
      record.id === null
        ? { type: name }
        : { type: name, url: `${basePath}/sobjects/${name}/${record.id}` },
  };
  for (const [field, value] of record.values) shown[field] = valueToJson(value);
  for (const [relationship, parent] of record.parents) {
    shown[relationship] = parent === null ? null : recordToJson(parent, basePath, children);
  }
  for (const [relationship, list] of record.children) shown[relationship] = children(list.items);
  return shown;
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
  return value;
}

/** Salesforce prints every decimal number with a point: 500.0. */
function withPoint(digits: string): string {
  return /^-?\d+$/.test(digits) ? `${digits}.0` : digits;
}
