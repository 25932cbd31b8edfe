/** What an identifier of a formula stands for: a field's value, with the type that decides how it is taken. */
import { ApexBlob } from "../runtime/blob.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import type { FieldType } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";
import { FormulaFailure } from "./syntax.ts";
import type { FormulaKind, FormulaValue } from "./value.ts";

export interface FormulaOperand {
  readonly type: FieldType;
  readonly value: StoredValue;
  /** Whether an empty number counts as 0. */
  readonly blankAsZero: boolean;
}

export function kindOfField(type: FieldType): FormulaKind {
  switch (type) {
    case "int":
    case "long":
    case "double":
    case "currency":
    case "percent":
      return "number";
    case "boolean":
    case "picklist":
    case "multipicklist":
    case "date":
    case "datetime":
    case "time":
    case "location":
      return type;
    case "address":
    case "base64":
    case "anyType":
    case "complexvalue":
      return "any";
    case "id":
    case "string":
    case "textarea":
    case "email":
    case "phone":
    case "url":
    case "combobox":
    case "reference":
    case "encryptedstring":
      return "text";
  }
}

/** Percent fields hold 12.5 and stand for 0.125. */
export function operandValue(operand: FormulaOperand): FormulaValue {
  const { value, type } = operand;
  if (value === null) return blankValue(operand);
  if (typeof value === "number") return asPercent(ApexDecimal.ofInteger(value), type);
  if (typeof value === "bigint") return asPercent(ApexDecimal.ofInteger(value), type);
  if (value instanceof ApexDouble) return asPercent(ApexDecimal.ofDouble(value.value), type);
  if (value instanceof ApexDecimal) return asPercent(value, type);
  if (value instanceof ApexBlob) throw new FormulaFailure("A binary field cannot be used");
  return value;
}

function asPercent(value: ApexDecimal, type: FieldType): ApexDecimal {
  return type === "percent" ? new ApexDecimal(value.unscaled, value.scale + 2) : value;
}

function blankValue({ type, blankAsZero }: FormulaOperand): FormulaValue {
  switch (kindOfField(type)) {
    case "number":
      return blankAsZero ? ApexDecimal.ofInteger(0) : null;
    case "boolean":
      return false;
    case "text":
    case "picklist":
      return "";
    default:
      return null;
  }
}
