import { ApexBlob } from "../runtime/blob.ts";
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import type { StoredValue } from "./row.ts";

/** A value in a message, or compared with a text: numbers plain, dates in ISO form, "" for null. */
export function storedText(value: StoredValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  if (value instanceof ApexDecimal) return value.toPlainString();
  if (value instanceof ApexDate || value instanceof ApexDatetime) return value.toIso();
  return value instanceof ApexBlob ? `${value.size} bytes` : value.toString();
}
