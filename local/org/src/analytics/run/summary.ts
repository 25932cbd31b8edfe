/** What columns sum up to over rows. Nulls do not count. Source: Salesforce Help, "Summarize Report Data". */
import { ApexDecimal } from "../../runtime/decimal.ts";
import { distinctKey } from "../../soql/aggregate-function.ts";
import { comparisonKind } from "../../soql/comparison-kind.ts";
import type { FieldDescribe } from "../../schema/schema.ts";
import type { SummaryKind } from "../source/report-definition.ts";
import type { JoinedRow } from "./joined-rows.ts";
import { decimalOf } from "./number-of.ts";
import type { RunColumn } from "./run-column.ts";

const NUMBERS: ReadonlySet<string> = new Set(["int", "long", "double", "currency", "percent"]);

/** Checkboxes are counted; other columns can only be counted by their different values. */
export function canSummarize({ type }: Pick<FieldDescribe, "type">, kind: SummaryKind): boolean {
  if (kind === "Unique") return true;
  return NUMBERS.has(type) || (type === "boolean" && kind !== "Minimum" && kind !== "Maximum");
}

/** Of no values a sum is zero, and what is left is null. */
export function summaryOf(
  kind: SummaryKind,
  column: RunColumn,
  rows: readonly JoinedRow[],
): ApexDecimal | null {
  if (kind === "Unique") {
    const comparison = comparisonKind(column.field);
    const values = rows.map((row) => column.read(row)).filter((value) => value !== null);
    return ApexDecimal.ofInteger(
      new Set(values.map((value) => distinctKey(comparison, value))).size,
    );
  }
  const numbers = rows.map((row) => decimalOf(column.read(row))).filter((value) => value !== null);
  const [first] = numbers;
  switch (kind) {
    case "Sum":
      return total(numbers);
    case "Average":
      return first === undefined
        ? null
        : total(numbers).dividedBy(ApexDecimal.ofInteger(numbers.length));
    case "Minimum":
      return numbers.reduce<ApexDecimal | null>(
        (least, each) => (least === null || each.compare(least) < 0 ? each : least),
        null,
      );
    case "Maximum":
      return numbers.reduce<ApexDecimal | null>(
        (most, each) => (most === null || each.compare(most) > 0 ? each : most),
        null,
      );
  }
}

function total(numbers: readonly ApexDecimal[]): ApexDecimal {
  return numbers.reduce((sum, each) => sum.plus(each), ApexDecimal.ofInteger(0));
}
