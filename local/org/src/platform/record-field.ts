/** Fields of records by name or token, as SObject.get and put take them. */
import { ApexBlob } from "../runtime/blob.ts";
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import { raise, raiseNullArgument } from "../runtime/exception.ts";
import { toId18 } from "../runtime/id.ts";
import { runtimeTypeOf } from "../runtime/runtime-type-of.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import { ApexTime } from "../runtime/time.ts";
import { FieldToken } from "../runtime/tokens.ts";
import { typeName } from "../runtime/type.ts";
import type { FieldDescribe } from "../schema/schema.ts";

/** What a field can be named by. */
export type FieldName = string | FieldToken | null;

/** The field that a name or token means on a record. @throws SObjectException "Invalid field x for Account" */
export function fieldOf(record: SObjectValue, name: FieldName): FieldDescribe {
  if (name === null) return raiseNullArgument();
  const text = name instanceof FieldToken ? name.describe.name : name;
  const field = record.describe.fields.get(text);
  return (
    field ?? raise("System.SObjectException", `Invalid field ${text} for ${record.objectName}`)
  );
}

/** The canonical relationship name that a relationship, its lookup field or its token means. */
export function parentRelationshipOf(record: SObjectValue, name: FieldName): string {
  if (name === null) return raiseNullArgument();
  const text = name instanceof FieldToken ? name.describe.name : name;
  const lookup =
    record.describe.parentRelationships.get(text.toLowerCase()) ??
    record.describe.fields.get(text.toLowerCase());
  return (
    lookup?.relationshipName ??
    raise("System.SObjectException", `Invalid relationship ${text} for ${record.objectName}`)
  );
}

/**
 * A value of type Object as the field holds it: numbers widen, text becomes an id where it is one.
 * @throws SObjectException "Illegal assignment from String to Decimal"
 */
export function assignable(field: FieldDescribe, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const converted = CONVERSIONS[field.apexType](value);
  return converted === undefined
    ? raise("System.SObjectException", illegalAssignment(field, value))
    : converted;
}

function illegalAssignment(field: FieldDescribe, value: unknown): string {
  const from = runtimeTypeOf(value);
  return `Illegal assignment from ${typeName(from)} to ${field.apexType}`;
}

/** undefined: the value is not of a type the field takes. */
const CONVERSIONS: Readonly<Record<FieldDescribe["apexType"], (value: unknown) => unknown>> = {
  String: (value) => (typeof value === "string" ? value : undefined),
  Id: (value) => (typeof value === "string" ? idOrRaise(value) : undefined),
  Boolean: (value) => (typeof value === "boolean" ? value : undefined),
  Integer: (value) => (typeof value === "number" ? value : undefined),
  Long: (value) =>
    typeof value === "bigint" ? value : typeof value === "number" ? BigInt(value) : undefined,
  Double: (value) => {
    const decimal = decimalOf(value);
    return decimal === undefined ? undefined : new ApexDouble(decimal.toNumber());
  },
  Decimal: (value) => decimalOf(value),
  Date: (value) =>
    value instanceof ApexDate ? value : value instanceof ApexDatetime ? value.dateGmt : undefined,
  Datetime: (value) =>
    value instanceof ApexDatetime
      ? value
      : value instanceof ApexDate
        ? ApexDatetime.ofDate(value)
        : undefined,
  Time: (value) => (value instanceof ApexTime ? value : undefined),
  Blob: (value) => (value instanceof ApexBlob ? value : undefined),
  Object: (value) => value,
  Address: (value) => value,
  Location: (value) => value,
};

function decimalOf(value: unknown): ApexDecimal | undefined {
  if (value instanceof ApexDecimal) return value;
  if (value instanceof ApexDouble) return ApexDecimal.ofDouble(value.value);
  return typeof value === "number" || typeof value === "bigint"
    ? ApexDecimal.ofInteger(value)
    : undefined;
}

function idOrRaise(text: string): string {
  return toId18(text) ?? raise("System.StringException", `Invalid id: ${text}`);
}
