import { ApexDecimal } from "../../runtime/decimal.ts";
import { ApexDouble } from "../../runtime/double.ts";
import type { StoredValue } from "../../store/row.ts";

/** null for what is no number. */
export function numberOf(value: StoredValue | undefined): number | null {
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  if (value instanceof ApexDecimal) return value.toNumber();
  return value instanceof ApexDouble ? value.value : null;
}

/** A checkbox counts as one when it is set. */
export function decimalOf(value: StoredValue | undefined): ApexDecimal | null {
  if (value instanceof ApexDecimal) return value;
  if (typeof value === "boolean") return ApexDecimal.ofInteger(value ? 1 : 0);
  if (typeof value === "bigint") return ApexDecimal.ofInteger(value);
  if (typeof value === "number") return ApexDecimal.ofInteger(value);
  return value instanceof ApexDouble ? ApexDecimal.ofDouble(value.value) : null;
}
