import { ApexDecimal } from "../runtime/decimal.ts";
import type { FieldDescribe } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";
/** How the values of an operand compare. */
export type ComparisonKind = "text" | "caseSensitiveText" | "id" | "number" | "boolean" | "date" | "datetime" | "time" | "multipicklist" | "unfilterable";
/** A value in the form in which values of its kind compare; null for Apex's null. */
export type Comparable = string | number | boolean | ApexDecimal | null;
export declare function comparisonKind(field: FieldDescribe): ComparisonKind;
/** @throws Error when the value is not one the kind can hold: rows are checked when they are written. */
export declare function comparable(kind: ComparisonKind, value: StoredValue | undefined): Comparable;
/** Negative, zero, positive; both of one kind and neither null. */
export declare function compare(left: Comparable, right: Comparable): number;
