import { ApexBlob } from "../runtime/blob.ts";
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import type { FieldDescribe } from "../schema/schema.ts";
import type { StoredValue } from "./row.ts";

/** A value as metadata files write it, as the field stores it. */
export function metadataValue(
  field: FieldDescribe,
  value: string | number | boolean | null,
): StoredValue {
  if (value === null || typeof value === "boolean") return value;
  switch (field.apexType) {
    case "Boolean":
      return String(value) === "true";
    case "Integer":
      return Number(value);
    case "Long":
      return BigInt(value);
    case "Decimal":
      return ApexDecimal.parse(String(value));
    case "Double":
      return new ApexDouble(Number(value));
    case "Date":
      return ApexDate.parseIso(String(value));
    case "Datetime":
      return ApexDatetime.parseIso(String(value));
    case "Blob":
      return new ApexBlob(new Uint8Array(Buffer.from(String(value), "base64")));
    case "String":
    case "Id":
    case "Time":
    case "Object":
    case "Address":
    case "Location":
      return String(value);
  }
}
