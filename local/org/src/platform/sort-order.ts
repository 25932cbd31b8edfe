/** The order of List.sort. Source: Apex Developer Guide, "List Sorting". */
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import { ApexEnum } from "../runtime/enum.ts";
import { raise } from "../runtime/exception.ts";
import { ApexObject, callMethod, hasMethod } from "../runtime/object.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import { ApexTime } from "../runtime/time.ts";
import { SelectOptionValue } from "./System/SelectOption.ts";

const COMPARE_TO = "System.Comparable.compareTo";

/** null first; texts by their characters, numbers and points in time by value, project objects by compareTo, options by value and label. */
export function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return -1;
  if (b === null || b === undefined) return 1;
  if (a instanceof ApexObject) return byCompareTo(a, b);
  if (a instanceof SObjectValue && b instanceof SObjectValue) return compareRecords(a, b);
  if (a instanceof SelectOptionValue && b instanceof SelectOptionValue)
    return compareValues(a.value, b.value) || compareValues(a.label, b.label);
  const left = sortable(a);
  const right = sortable(b);
  if (left instanceof ApexDecimal && right instanceof ApexDecimal) return left.compare(right);
  if (left instanceof ApexDecimal || right instanceof ApexDecimal) return 0;
  return left < right ? -1 : left > right ? 1 : 0;
}

function byCompareTo(a: ApexObject, b: unknown): number {
  if (!hasMethod(a, COMPARE_TO))
    raise("System.ListException", "One or more of the items in this list is not Comparable.");
  return Number(callMethod(a, COMPARE_TO, b));
}

function sortable(value: unknown): string | number | bigint | boolean | ApexDecimal {
  if (value instanceof ApexDecimal) return value;
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDate) return value.days;
  if (value instanceof ApexDatetime) return value.epochMs;
  if (value instanceof ApexTime) return value.ms;
  if (value instanceof ApexEnum) return value.ordinal;
  if (
    typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "bigint" ||
    typeof value === "boolean"
  )
    return value;
  return raise("System.ListException", "One or more of the items in this list is not Comparable.");
}

/** By object, then by name, then by the fields in order of their names, the standard ones first. */
function compareRecords(a: SObjectValue, b: SObjectValue): number {
  const byObject = compareValues(a.describe.name, b.describe.name);
  if (byObject !== 0) return byObject;
  const { nameField } = a.describe;
  const fields = [...new Set([...a.values.keys(), ...b.values.keys()])].sort();
  const ordered = nameField === null ? fields : [nameField, ...fields];
  for (const field of ordered) {
    const order = compareFields(a.peek(field), b.peek(field));
    if (order !== 0) return order;
  }
  return 0;
}

function compareFields(a: unknown, b: unknown): number {
  return typeof a === "object" && a !== null && !isPointOrNumber(a) ? 0 : compareValues(a, b);
}

function isPointOrNumber(value: object): boolean {
  return (
    value instanceof ApexDecimal ||
    value instanceof ApexDouble ||
    value instanceof ApexDate ||
    value instanceof ApexDatetime ||
    value instanceof ApexTime
  );
}
