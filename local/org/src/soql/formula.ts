import formulon, { type FormulaLiteral } from "formulon";
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import { ApexTime } from "../runtime/time.ts";
import type { FieldDescribe, FieldType } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";
import { storedText } from "../store/stored-text.ts";

/** A value that a formula's identifier stands for, with what decides how functions take it. */
export interface FormulaOperand {
  readonly type: FieldType;
  readonly value: StoredValue;
  readonly picklistValues: readonly string[];
  /** Whether an empty number counts as 0. */
  readonly blankAsZero: boolean;
}

/** A formula that cannot be evaluated: its text is wrong, or uses what is not supported. */
export class FormulaFailure extends Error {}

/** `$Is.New`, `$Changed.Field`, `$Prior.Field`: what the functions that look at the record's last version are read as. */
const VERSION_FUNCTIONS: readonly (readonly [RegExp, string])[] = [
  [/\bISNEW\s*\(\s*\)/giu, "$Is.New"],
  [/\bISCLONE\s*\(\s*\)/giu, "$Is.Clone"],
  [/\bISCHANGED\s*\(\s*([\w.]+)\s*\)/giu, "$Changed.$1"],
  [/\bPRIORVALUE\s*\(\s*([\w.]+)\s*\)/giu, "$Prior.$1"],
];

const prepared = new Map<
  string,
  { readonly text: string; readonly identifiers: readonly string[] }
>();

function prepare(formula: string): {
  readonly text: string;
  readonly identifiers: readonly string[];
} {
  const known = prepared.get(formula);
  if (known !== undefined) return known;
  let text = formula.replace(/\/\*[^]*?\*\//gu, " ").trim();
  for (const [pattern, replacement] of VERSION_FUNCTIONS) {
    text = text.replace(pattern, replacement);
  }
  let identifiers: readonly string[];
  try {
    identifiers = formulon.extract(text);
  } catch (error) {
    throw new FormulaFailure(`Syntax error in formula: ${formula}`, { cause: error });
  }
  const result = { text, identifiers };
  prepared.set(formula, result);
  return result;
}

/**
 * Evaluates a formula. `resolve` gives the value of an identifier (`Amount__c`, `Account__r.Name`, `$User.Id`) and throws for one it
 * does not know. A wrong combination of an empty value gives null, as Salesforce does.
 * @throws FormulaFailure
 */
export function evaluateFormula(
  formula: string,
  resolve: (identifier: string) => FormulaOperand,
): StoredValue {
  const { text, identifiers } = prepare(formula);
  const substitutions: Record<string, FormulaLiteral> = {};
  let hasBlank = false;
  for (const identifier of identifiers) {
    const literal = literalOf(resolve(identifier));
    hasBlank ||= literal.dataType === "null";
    substitutions[identifier] = literal;
  }
  const result = formulon.parse(text, substitutions);
  if (result.type === "literal") return storedValue(result);
  if (hasBlank && result.errorType === "ArgumentError") return null;
  throw new FormulaFailure(`${result.errorType}: ${result.message} (${formula})`);
}

/** A formula's result as the type of the field or default it is for. */
export function asFieldValue(value: StoredValue, field: FieldDescribe): StoredValue {
  if (value === null) return null;
  switch (field.apexType) {
    case "String":
    case "Id":
      return storedText(value);
    case "Decimal":
      return value instanceof ApexDecimal ? decimalAt(value, field.scale) : value;
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

function decimalAt(value: ApexDecimal, scale: number): ApexDecimal {
  return value.scale > scale ? value.setScale(scale, "HALF_UP") : value;
}

function literalOf(operand: FormulaOperand): FormulaLiteral {
  const { value } = operand;
  if (value === null) return blank(operand);
  if (typeof value === "boolean") return literal("checkbox", value);
  if (typeof value === "number") return numberLiteral(value, operand);
  if (typeof value === "bigint") return numberLiteral(Number(value), operand);
  if (typeof value === "string") return textLiteral(value, operand);
  if (value instanceof ApexDecimal) return numberLiteral(value.toNumber(), operand);
  if (value instanceof ApexDouble) return numberLiteral(value.value, operand);
  if (value instanceof ApexDate) return literal("date", new Date(value.epochMs));
  if (value instanceof ApexDatetime) return literal("datetime", new Date(value.epochMs));
  if (value instanceof ApexTime) return literal("time", new Date(value.ms));
  return literal("null", null);
}

function blank(operand: FormulaOperand): FormulaLiteral {
  switch (operand.type) {
    case "int":
    case "long":
    case "double":
    case "currency":
    case "percent":
      return operand.blankAsZero ? numberLiteral(0, operand) : literal("null", null);
    case "boolean":
      return literal("checkbox", false);
    case "picklist":
      return literal("picklist", "", { values: operand.picklistValues });
    case "multipicklist":
      return literal("multipicklist", [], { values: operand.picklistValues });
    case "date":
    case "datetime":
    case "time":
    case "base64":
    case "address":
    case "location":
      return literal("null", null);
    case "id":
    case "string":
    case "textarea":
    case "email":
    case "phone":
    case "url":
    case "combobox":
    case "reference":
    case "encryptedstring":
    case "anyType":
    case "complexvalue":
      return literal("text", "", { length: 0 });
  }
}

function textLiteral(value: string, operand: FormulaOperand): FormulaLiteral {
  if (operand.type === "picklist")
    return literal("picklist", value, { values: operand.picklistValues });
  if (operand.type === "multipicklist")
    return literal("multipicklist", value.split(";"), { values: operand.picklistValues });
  return literal("text", value, { length: value.length });
}

function numberLiteral(value: number, operand: FormulaOperand): FormulaLiteral {
  const fraction = String(value).split(".")[1] ?? "";
  // Percent fields hold 12.5 and stand for 0.125 in formulas.
  return operand.type === "percent"
    ? literal("number", value / 100, { length: 18, scale: fraction.length + 2 })
    : literal("number", value, { length: 18, scale: fraction.length });
}

function literal(
  dataType: FormulaLiteral["dataType"],
  value: unknown,
  options: FormulaLiteral["options"] = {},
): FormulaLiteral {
  return { type: "literal", dataType, value, options };
}

/** Without the `.0` that a whole double has, and never in scientific notation. */
function plainDecimal(value: number): ApexDecimal {
  const decimal = ApexDecimal.ofDouble(value).stripTrailingZeros();
  return decimal.scale < 0 ? decimal.setScale(0) : decimal;
}

function storedValue(result: FormulaLiteral): StoredValue {
  const { value } = result;
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number") return Number.isFinite(value) ? plainDecimal(value) : null;
  if (typeof value === "boolean" || typeof value === "string") return value;
  if (value instanceof Date) {
    if (result.dataType === "date") return new ApexDate(Math.floor(value.getTime() / 86_400_000));
    return result.dataType === "time"
      ? new ApexTime(value.getTime())
      : new ApexDatetime(value.getTime());
  }
  if (Array.isArray(value)) return value.join(";");
  throw new FormulaFailure(`unexpected result of type ${result.dataType}`);
}
