import { ApexBlob } from "../runtime/blob.ts";
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import { ApexTime } from "../runtime/time.ts";
import type { RowValues, StoredValue } from "./row.ts";

/** A value as JSON holds it: Apex values that are not JSON's own carry their kind. */
type TaggedValue =
  | null
  | boolean
  | number
  | string
  | readonly ["decimal" | "double" | "long" | "blob", string]
  | readonly ["date" | "datetime" | "time", number];

export function rowText(values: RowValues): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, tagged(value)])),
  );
}

/** @throws Error when the text is not one that {@link rowText} wrote. */
export function parseRowText(text: string): RowValues {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== "object" || parsed === null)
    throw new Error(`not a stored row: ${text.slice(0, 80)}`);
  return Object.fromEntries(
    Object.entries(parsed).map(([name, value]: [string, unknown]) => [name, untagged(value)]),
  );
}

function tagged(value: StoredValue): TaggedValue {
  if (
    value === null ||
    typeof value === "boolean" ||
    typeof value === "number" ||
    typeof value === "string"
  )
    return value;
  if (typeof value === "bigint") return ["long", value.toString()];
  if (value instanceof ApexDecimal) return ["decimal", value.toString()];
  if (value instanceof ApexDouble) return ["double", String(value.value)];
  if (value instanceof ApexDate) return ["date", value.days];
  if (value instanceof ApexDatetime) return ["datetime", value.epochMs];
  if (value instanceof ApexTime) return ["time", value.ms];
  return ["blob", Buffer.from(value.bytes).toString("base64")];
}

function untagged(value: unknown): StoredValue {
  if (
    value === null ||
    typeof value === "boolean" ||
    typeof value === "number" ||
    typeof value === "string"
  )
    return value;
  // Whatever JSON held, its elements are unknown.
  const [tag, content] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  if (typeof content === "string") {
    if (tag === "long") return BigInt(content);
    if (tag === "decimal") return ApexDecimal.parse(content);
    if (tag === "double") return new ApexDouble(Number(content));
    if (tag === "blob") return new ApexBlob(new Uint8Array(Buffer.from(content, "base64")));
  }
  if (typeof content === "number") {
    if (tag === "date") return new ApexDate(content);
    if (tag === "datetime") return new ApexDatetime(content);
    if (tag === "time") return new ApexTime(content);
  }
  throw new Error(`not a stored value: ${JSON.stringify(value)}`);
}
