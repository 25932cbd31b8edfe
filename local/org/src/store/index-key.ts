import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import type { FieldDescribe } from "../schema/schema.ts";
import type { StoredValue } from "./row.ts";

/** Fields worth an index: those that find one record (unique, external and lookup ids) and those that find children. */
export function isIndexed(field: FieldDescribe): boolean {
  return field.isUnique || field.isExternalId || field.isIdLookup || field.relationship !== null;
}

/** Source: Salesforce, "Working with Very Large SOQL Queries": CreatedDate and Systemmodstamp (LastModifiedDate) have an index. */
export function isIndexedByTime({ name }: FieldDescribe): boolean {
  return name === "CreatedDate" || name === "SystemModstamp" || name === "LastModifiedDate";
}

/**
 * The value under which an index files a row: texts fold their case unless the field is case-sensitive. Null values are not filed.
 */
export function indexKey(field: FieldDescribe, value: StoredValue | undefined): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "string") return foldsCase(field) ? value.toLowerCase() : value;
  if (value instanceof ApexDecimal) return value.stripTrailingZeros().toPlainString();
  if (value instanceof ApexDouble)
    return ApexDecimal.ofDouble(value.value).stripTrailingZeros().toPlainString();
  return typeof value === "object" ? undefined : String(value);
}

/** Whether two texts of this field that differ in case only are the same value to queries and unique checks. */
export function foldsCase(field: FieldDescribe): boolean {
  return field.type !== "id" && field.type !== "reference" && !field.isCaseSensitive;
}
