/** Formulas of fields, validation rules, defaults and FormulaEval: evaluated over what their identifiers stand for, and checked. */
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import type { FieldDescribe } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";
import { storedText } from "../store/stored-text.ts";
import { checkNode } from "./check.ts";
import { evaluateNode } from "./evaluate.ts";
import type { FormulaMoment } from "./functions/function.ts";
import { type FormulaOperand, kindOfField, operandValue } from "./operand.ts";
import { parseFormula } from "./parse.ts";
import { FormulaFailure } from "./syntax.ts";
import {
  type FormulaKind,
  FormulaUndefined,
  type FormulaValue,
  Geolocation,
  plain,
} from "./value.ts";

/**
 * Evaluates a formula. `resolve` gives the value of an identifier (`Amount__c`, `Account__r.Name`, `$User.Id`; `$Is.New`,
 * `$Changed.Field` and `$Prior.Field` for the functions that look at the record's last version) and throws for one it does not know.
 * What has no answer, such as a division by zero, is null.
 * @throws FormulaFailure
 */
export function evaluateFormula(
  formula: string,
  resolve: (identifier: string) => FormulaOperand,
  { now, timeZone }: FormulaMoment,
): StoredValue {
  try {
    return asStored(
      evaluateNode(parseFormula(formula), {
        now,
        timeZone,
        valueOf: (identifier) => operandValue(resolve(withoutTypes(identifier))),
      }),
    );
  } catch (error) {
    if (error instanceof FormulaUndefined) return null;
    throw error;
  }
}

/**
 * The kind of a formula's value. `resolve` as in {@link evaluateFormula}; only its types are asked.
 * @throws FormulaFailure for what Salesforce's formula compiler refuses
 */
export function checkFormula(
  formula: string,
  resolve: (identifier: string) => Pick<FormulaOperand, "type">,
): FormulaKind {
  return checkNode(parseFormula(formula), (identifier) =>
    kindOfField(resolve(withoutTypes(identifier)).type),
  );
}

/** `Owner:User.Name` is the owner's name. */
function withoutTypes(identifier: string): string {
  return identifier.replace(/:\w+/gu, "");
}

function asStored(value: FormulaValue): StoredValue {
  if (value === "") return null;
  if (value instanceof Geolocation) throw new FormulaFailure("A formula cannot give a geolocation");
  return value instanceof ApexDecimal ? plain(value) : value;
}

/** A formula's result as the type of the field or default it is for. */
export function asFieldValue(value: StoredValue, field: FieldDescribe): StoredValue {
  if (value === null) return null;
  switch (field.apexType) {
    case "String":
    case "Id":
      return storedText(value);
    case "Decimal":
      return value instanceof ApexDecimal
        ? decimalAt(field.type === "percent" ? timesHundred(value) : value, field.scale)
        : value;
    case "Double":
      return value instanceof ApexDecimal ? new ApexDouble(value.toNumber()) : value;
    case "Integer":
      return value instanceof ApexDecimal ? Number(value.setScale(0, "HALF_UP").toBigInt()) : value;
    case "Long":
      return value instanceof ApexDecimal ? value.setScale(0, "HALF_UP").toBigInt() : value;
    case "Date":
      return value instanceof ApexDatetime ? value.dateGmt : value;
    case "Datetime":
      return value instanceof ApexDate ? ApexDatetime.ofDate(value) : value;
    case "Boolean":
    case "Time":
    case "Blob":
    case "Object":
    case "Address":
    case "Location":
      return value;
  }
}

/** A formula says 0.25 where a percent field holds 25. Source: Setup, "show percentages as decimals: (0.10)". */
function timesHundred(value: ApexDecimal): ApexDecimal {
  return value.scale >= 2
    ? new ApexDecimal(value.unscaled, value.scale - 2)
    : new ApexDecimal(value.unscaled * 100n, value.scale);
}

function decimalAt(value: ApexDecimal, scale: number): ApexDecimal {
  return value.scale > scale ? value.setScale(scale, "HALF_UP") : value;
}
