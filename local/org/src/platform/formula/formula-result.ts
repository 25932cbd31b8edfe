/** A formula's value as the type its builder asked for. */
import { ApexDate } from "../../runtime/date.ts";
import { ApexDatetime } from "../../runtime/datetime.ts";
import { ApexDecimal } from "../../runtime/decimal.ts";
import { ApexDouble } from "../../runtime/double.ts";
import { raise } from "../../runtime/exception.ts";
import { toId18 } from "../../runtime/id.ts";
import { ApexTime } from "../../runtime/time.ts";
import type { StoredValue } from "../../store/row.ts";

/** `returnType` is a constant of FormulaEval.FormulaReturnType. Throws System.FormulaEvaluationException where the value is of another kind. */
export function resultAs(value: StoredValue, returnType: string): StoredValue {
  if (value === null) return returnType === "BOOLEAN" ? false : null;
  return converted(value, returnType) ?? mismatch(value, returnType);
}

function converted(value: StoredValue, returnType: string): StoredValue {
  switch (returnType) {
    case "BOOLEAN":
      return typeof value === "boolean" ? value : null;
    case "DATE":
      return value instanceof ApexDate ? value : null;
    case "DATETIME":
      if (value instanceof ApexDate) return ApexDatetime.ofDate(value);
      return value instanceof ApexDatetime ? value : null;
    case "TIME":
      return value instanceof ApexTime ? value : null;
    case "STRING":
      return typeof value === "string" ? value : null;
    case "ID":
      return typeof value === "string" ? toId18(value) : null;
    default:
      return value instanceof ApexDecimal ? numberAs(value, returnType) : null;
  }
}

function numberAs(value: ApexDecimal, returnType: string): StoredValue {
  switch (returnType) {
    case "DOUBLE":
      return new ApexDouble(value.toNumber());
    case "INTEGER":
      return Number(BigInt.asIntN(32, value.toBigInt()));
    case "LONG":
      return BigInt.asIntN(64, value.toBigInt());
    default:
      return value;
  }
}

/** As the formula editor names types. */
const KINDS: Readonly<Record<string, string>> = {
  BOOLEAN: "true or false",
  DATE: "Date",
  DATETIME: "Date/Time",
  TIME: "Time",
  STRING: "Text",
  ID: "Text",
};

function kindOf(value: StoredValue): string {
  if (typeof value === "boolean") return "Boolean";
  if (typeof value === "string") return "Text";
  if (value instanceof ApexDate) return "Date";
  if (value instanceof ApexDatetime) return "Date/Time";
  return value instanceof ApexTime ? "Time" : "Number";
}

function mismatch(value: StoredValue, returnType: string): never {
  return raise(
    "System.FormulaEvaluationException",
    `Formula result is data type (${kindOf(value)}), incompatible with expected data type (${KINDS[returnType] ?? "Number"}).`,
  );
}
