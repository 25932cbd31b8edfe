/** The values flows work with are Apex values: what they count as, and how they become the type of a field or a variable. */
import { ApexBlob } from "../runtime/blob.ts";
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import { GapReached } from "../runtime/gap-reached.ts";
import { toId18 } from "../runtime/id.ts";
import { ApexList } from "../runtime/list.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import { ApexTime } from "../runtime/time.ts";
import { primitive, type RuntimeType, sobjectType, STRING } from "../runtime/type.ts";
import type { FieldDescribe, FieldType } from "../schema/schema.ts";
import type { FlowDataType, FlowOperand } from "../schema/flows/flow-definition.ts";
import type { StoredValue } from "../store/row.ts";
import { FlowFault } from "./flow-fault.ts";

/** A value that is written in the flow; references are the frame's. */
export function literalValue(
  operand: Exclude<FlowOperand, { kind: "reference" } | { kind: "text" }>,
): unknown {
  switch (operand.kind) {
    case "number":
      return ApexDecimal.parse(operand.text);
    case "boolean":
      return operand.value;
    case "date":
      return ApexDate.parseIso(operand.text);
    case "dateTime":
      return ApexDatetime.parseIso(operand.text);
    case "none":
      return null;
  }
}

export function decimalOf(value: unknown): ApexDecimal | null {
  if (value instanceof ApexDecimal) return value;
  if (typeof value === "number" || typeof value === "bigint") return ApexDecimal.ofInteger(value);
  return value instanceof ApexDouble ? ApexDecimal.ofDouble(value.value) : null;
}

/** How a value reads in a text: empty for none, numbers without zeros at their end. */
export function shownText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  const number = decimalOf(value);
  if (number !== null) return plainNumber(number);
  // Flows show these in the words of the user's locale, which nothing public writes down.
  if (value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime)
    throw new GapReached("Not supported by the local org yet: a date or time in a text of a flow");
  if (value instanceof ApexList) return value.items.map(shownText).join(", ");
  throw new GapReached(
    "Not supported by the local org yet: a record or object in a text of a flow",
  );
}

function plainNumber(number: ApexDecimal): string {
  const stripped = number.stripTrailingZeros();
  return (stripped.scale < 0 ? stripped.setScale(0) : stripped).toPlainString();
}

/** Less than 0, 0, greater; null where the two cannot be compared. Texts compare in any case. */
export function compareFlowValues(left: unknown, right: unknown): number | null {
  const [a, b] = [decimalOf(left), decimalOf(right)];
  if (a !== null && b !== null) return a.compare(b);
  const [from, to] = [momentOf(left), momentOf(right)];
  if (from !== null && to !== null) return Math.sign(from - to);
  if (typeof left === "boolean" && typeof right === "boolean") return Number(left) - Number(right);
  if (typeof left !== "string" || typeof right !== "string") return null;
  const [x, y] = [left.toLowerCase(), right.toLowerCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}

function momentOf(value: unknown): number | null {
  if (value instanceof ApexDate || value instanceof ApexDatetime) return value.epochMs;
  return value instanceof ApexTime ? value.ms : null;
}

/** Same kind and same content; texts in any case. Two empty values are the same. */
export function sameFlowValue(left: unknown, right: unknown): boolean {
  const isEmpty = (value: unknown): boolean => value === null || value === undefined;
  if (isEmpty(left) || isEmpty(right)) return isEmpty(left) && isEmpty(right);
  if (left instanceof SObjectValue && right instanceof SObjectValue)
    return left.id !== null && left.id === right.id;
  return left === right || compareFlowValues(left, right) === 0;
}

/** A value for a field of a record. @throws FlowFault for one that does not fit. */
export function asFieldValue(value: unknown, field: FieldDescribe): StoredValue {
  if (value === null || value === undefined) return null;
  switch (field.apexType) {
    case "Id":
      return typeof value === "string" ? idOf(value) : unfit(value, field.name);
    case "String":
      return shownText(value);
    case "Boolean":
      return booleanOf(value, field.name);
    case "Integer":
      return Number(wholeOf(value, field.name));
    case "Long":
      return wholeOf(value, field.name);
    case "Double":
      return new ApexDouble(numberFor(value, field.name).toNumber());
    case "Decimal":
      return numberFor(value, field.name);
    case "Date":
      return dateOf(value, field.name);
    case "Datetime":
      return datetimeOf(value, field.name);
    case "Time":
      return value instanceof ApexTime ? value : unfit(value, field.name);
    case "Blob":
      return value instanceof ApexBlob ? value : unfit(value, field.name);
    case "Object":
    case "Address":
    case "Location":
      return unfit(value, field.name);
  }
}

/** A value for a variable or the result of a formula. @throws FlowFault for one that does not fit. */
export function asDataType(
  value: unknown,
  type: FlowDataType,
  scale: number | null,
  name: string,
): unknown {
  if (value === null || value === undefined) return null;
  switch (type) {
    case "Boolean":
      return booleanOf(value, name);
    case "Currency":
    case "Number": {
      const number = numberFor(value, name);
      return scale === null || number.scale <= scale ? number : number.setScale(scale, "HALF_UP");
    }
    case "Date":
      return dateOf(value, name);
    case "DateTime":
      return datetimeOf(value, name);
    case "Time":
      return value instanceof ApexTime ? value : unfit(value, name);
    case "String":
    case "Picklist":
    case "Multipicklist":
      return shownText(value);
    case "Apex":
    case "SObject":
      return value;
  }
}

/** As a formula takes a resource of the type. */
export function fieldTypeOf(type: FlowDataType): FieldType {
  switch (type) {
    case "Boolean":
      return "boolean";
    case "Currency":
    case "Number":
      return "double";
    case "Date":
      return "date";
    case "DateTime":
      return "datetime";
    case "Time":
      return "time";
    case "Multipicklist":
      return "multipicklist";
    case "Picklist":
    case "String":
      return "string";
    case "Apex":
    case "SObject":
      return "anyType";
  }
}

/** As a formula takes a value of which nothing else is known. */
export function fieldTypeOfValue(value: unknown): FieldType {
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "boolean";
  if (decimalOf(value) !== null) return "double";
  if (value instanceof ApexDate) return "date";
  if (value instanceof ApexDatetime) return "datetime";
  return value instanceof ApexTime ? "time" : "anyType";
}

/** What a collection of the type holds, as Apex sees it. */
export function elementTypeOf(type: FlowDataType, object: string | null): RuntimeType {
  switch (type) {
    case "Boolean":
      return primitive("Boolean");
    case "Currency":
    case "Number":
      return primitive("Decimal");
    case "Date":
      return primitive("Date");
    case "DateTime":
      return primitive("Datetime");
    case "Time":
      return primitive("Time");
    case "SObject":
      return sobjectType(object ?? "SObject");
    case "Apex":
      return { kind: "object" };
    case "Multipicklist":
    case "Picklist":
    case "String":
      return STRING;
  }
}

/** Records are given away by value: a change of the copy is no change of the original. */
export function byValue(value: unknown): unknown {
  if (value instanceof ApexList) return new ApexList(value.element, value.items.map(byValue));
  return value instanceof SObjectValue ? value.copy() : value;
}

/** An id in its long form; a text that is none is left to the save to refuse. */
function idOf(value: string): string | null {
  return value === "" ? null : (toId18(value) ?? value);
}

function booleanOf(value: unknown, name: string): boolean {
  if (typeof value === "boolean") return value;
  if (typeof value === "string" && /^(true|false)$/i.test(value))
    return value.toLowerCase() === "true";
  return unfit(value, name);
}

function numberFor(value: unknown, name: string): ApexDecimal {
  const number = decimalOf(value);
  if (number !== null) return number;
  if (typeof value === "string" && /^[+-]?\d+(\.\d+)?$/.test(value.trim()))
    return ApexDecimal.parse(value.trim());
  return unfit(value, name);
}

function wholeOf(value: unknown, name: string): bigint {
  return numberFor(value, name).setScale(0, "HALF_UP").toBigInt();
}

function dateOf(value: unknown, name: string): ApexDate {
  if (value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return value.dateGmt;
  return (typeof value === "string" ? ApexDate.parseIso(value) : null) ?? unfit(value, name);
}

function datetimeOf(value: unknown, name: string): ApexDatetime {
  if (value instanceof ApexDatetime) return value;
  if (value instanceof ApexDate) return ApexDatetime.ofDate(value);
  return (typeof value === "string" ? ApexDatetime.parseIso(value) : null) ?? unfit(value, name);
}

function unfit(value: unknown, name: string): never {
  throw new FlowFault(
    `The flow failed to assign a value of another type to ${name}: ${kindOf(value)}`,
  );
}

function kindOf(value: unknown): string {
  return typeof value === "object" && value !== null ? value.constructor.name : String(value);
}
