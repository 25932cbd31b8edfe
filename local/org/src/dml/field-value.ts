import { ApexBlob } from "../runtime/blob.ts";
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import { ApexTime } from "../runtime/time.ts";
import type { DmlError } from "../runtime/host.ts";
import { toId18 } from "../runtime/id.ts";
import type { FieldDescribe } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";
import {
  badRestrictedPicklistValue,
  invalidEmail,
  malformedId,
  numberOutOfRange,
  saveError,
  stringTooLong,
} from "./save-error.ts";

/** A value as the field stores it, or why it cannot. */
export type FieldValueResult = { readonly value: StoredValue } | { readonly error: DmlError };

/** Text that field-level checks allow to be cut instead of refused. */
export interface FieldValueOptions {
  readonly allowFieldTruncation: boolean;
}

/**
 * Brings an Apex value into the form the field stores: texts trimmed, empty ones null, datetimes in whole seconds, numbers rounded to the
 * field's scale; and checks length, range, email form and restricted picklists.
 */
export function fieldValue(
  field: FieldDescribe,
  value: unknown,
  options: FieldValueOptions,
): FieldValueResult {
  if (value === null || value === undefined) return { value: null };
  if (typeof value === "string") return textValue(field, value, options);
  if (typeof value === "boolean") return { value };
  if (typeof value === "number" || typeof value === "bigint")
    return numberValue(field, ApexDecimal.ofInteger(value));
  if (value instanceof ApexDecimal) return numberValue(field, value);
  if (value instanceof ApexDouble) return numberValue(field, ApexDecimal.ofDouble(value.value));
  if (value instanceof ApexDatetime) return { value: dateOrDatetime(field, value) };
  if (value instanceof ApexDate)
    return { value: field.apexType === "Datetime" ? ApexDatetime.ofDate(value) : value };
  if (value instanceof ApexTime || value instanceof ApexBlob) return { value };
  return {
    error: saveError(
      "INVALID_TYPE_ON_FIELD_IN_RECORD",
      `${field.label}: value not of required type: ${typeof value}`,
      [field.name],
    ),
  };
}

function dateOrDatetime(field: FieldDescribe, value: ApexDatetime): StoredValue {
  return field.apexType === "Date"
    ? value.dateGmt
    : new ApexDatetime(Math.floor(value.epochMs / 1000) * 1000);
}

function textValue(
  field: FieldDescribe,
  value: string,
  options: FieldValueOptions,
): FieldValueResult {
  if (field.type === "id" || field.type === "reference") {
    if (value === "") return { value: null };
    const id = toId18(value);
    return id === null ? { error: malformedId(field, value) } : { value: id };
  }
  const text = value.trim();
  if (text === "") return { value: null };
  if (field.length > 0 && text.length > field.length) {
    return options.allowFieldTruncation
      ? { value: text.slice(0, field.length) }
      : { error: stringTooLong(field, text) };
  }
  if (field.type === "email" && !EMAIL.test(text)) return { error: invalidEmail(field, text) };
  if (field.type === "picklist" || field.type === "multipicklist")
    return picklistValue(field, text);
  return { value: text };
}

const EMAIL = /^[^\s@<>()[\]\\,;:"]+@[^\s@.]+(?:\.[^\s@.]+)+$/u;

/** A restricted picklist takes its active values only, in any case, and stores them in their own. */
function picklistValue(field: FieldDescribe, text: string): FieldValueResult {
  const words =
    field.type === "multipicklist" ? text.split(";").map((word) => word.trim()) : [text];
  const stored: string[] = [];
  for (const word of words) {
    const known = field.picklistValues.find(
      (entry) => entry.value.toLowerCase() === word.toLowerCase(),
    );
    if (known === undefined && field.isRestrictedPicklist)
      return { error: badRestrictedPicklistValue(field, word) };
    stored.push(known?.value ?? word);
  }
  return { value: stored.join(";") };
}

/** Amounts of standard fields without decimals of their own (Account.AnnualRevenue) keep what is written: public suites read it back. */
function keepsDecimals(field: FieldDescribe): boolean {
  return field.type === "currency" && field.scale === 0 && !field.isCustom;
}

/** A currency with decimals comes back with all of them, 15 as 15.00. Source: RollupFullRecalcTests of apex-rollup, which passes on real orgs. */
function hasItsScale(field: FieldDescribe): boolean {
  return field.type === "currency" && field.scale > 0;
}

function numberValue(field: FieldDescribe, value: ApexDecimal): FieldValueResult {
  switch (field.apexType) {
    case "Integer":
      return { value: Number(value.setScale(0, "HALF_UP").toBigInt()) };
    case "Long":
      return { value: value.setScale(0, "HALF_UP").toBigInt() };
    case "Double":
    case "Decimal": {
      const rounded =
        (value.scale > field.scale && !keepsDecimals(field)) || hasItsScale(field)
          ? value.setScale(field.scale, "HALF_UP")
          : value;
      const wholeDigits = rounded.isZero ? 0 : rounded.precision - rounded.scale;
      if (field.precision > 0 && wholeDigits > field.precision - field.scale) {
        return { error: numberOutOfRange(field, value.toPlainString()) };
      }
      return { value: field.apexType === "Double" ? new ApexDouble(rounded.toNumber()) : rounded };
    }
    case "String":
    case "Id":
    case "Boolean":
    case "Date":
    case "Datetime":
    case "Time":
    case "Blob":
    case "Object":
    case "Address":
    case "Location":
      return {
        error: saveError(
          "INVALID_TYPE_ON_FIELD_IN_RECORD",
          `${field.label}: value not of required type: ${value.toString()}`,
          [field.name],
        ),
      };
  }
}
