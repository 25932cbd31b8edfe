/** Whoever calls an action has values of a kind (numbers, texts, records); the action's variable has a type. */
import { ApexDecimal } from "../../runtime/decimal.ts";
import { ApexDouble } from "../../runtime/double.ts";
import { toId18 } from "../../runtime/id.ts";
import { ApexList } from "../../runtime/list.ts";
import type { RuntimeType } from "../../runtime/type.ts";

/** The value as the type has it, where it is of the same kind; else as it is. */
export function fitted(value: unknown, type: RuntimeType): unknown {
  if (type.kind === "list" && value instanceof ApexList) {
    return new ApexList(
      type.element,
      value.items.map((item) => fitted(item, type.element)),
    );
  }
  if (type.kind !== "primitive") return value;
  if (type.name === "Id" && typeof value === "string") return toId18(value) ?? value;
  const number = numberOf(value);
  if (number === null) return value;
  switch (type.name) {
    case "Integer":
      return Number(number.setScale(0, "HALF_UP").toBigInt());
    case "Long":
      return number.setScale(0, "HALF_UP").toBigInt();
    case "Double":
      return new ApexDouble(number.toNumber());
    case "Decimal":
      return number;
    default:
      return value;
  }
}

function numberOf(value: unknown): ApexDecimal | null {
  if (value instanceof ApexDecimal) return value;
  if (typeof value === "number" || typeof value === "bigint") return ApexDecimal.ofInteger(value);
  return value instanceof ApexDouble ? ApexDecimal.ofDouble(value.value) : null;
}
