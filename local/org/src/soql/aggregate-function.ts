import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import type { Row, StoredValue } from "../store/row.ts";
import type { FunctionItem, QueryOperand } from "../syntax/query.ts";
import { comparable, compare, type ComparisonKind } from "./comparison-kind.ts";
import type { Operand } from "./operand.ts";
import { malformed, QueryError } from "./query-error.ts";

const AGGREGATES = new Set(["COUNT", "COUNT_DISTINCT", "SUM", "AVG", "MIN", "MAX"]);

/** Source: SOQL and SOSL Reference, Support for Field Types in Aggregate Functions: no function at all. */
const UNAGGREGATED: ReadonlySet<string> = new Set(["address", "base64", "boolean", "time"]);

export function isAggregateFunction(name: string): boolean {
  return AGGREGATES.has(name);
}

/** Also what FORMAT() shows of one. Source: SOQL and SOSL Reference, "FORMAT ()": `SELECT FORMAT(MIN(closedate)) Amt FROM opportunity`. */
export function isAggregate(item: Pick<FunctionItem, "name" | "arguments">): boolean {
  if (isAggregateFunction(item.name)) return true;
  const [argument] = item.arguments;
  return item.name === "FORMAT" && isNamedAggregate(argument);
}

function isNamedAggregate(operand: QueryOperand | undefined): boolean {
  return operand?.kind === "function" && isAggregateFunction(operand.name);
}

/** The kind of an aggregate's own values, for HAVING and ORDER BY. */
export function aggregateKind(name: string, argument: Operand<Row> | null): ComparisonKind {
  return (name === "MIN" || name === "MAX") && argument !== null ? argument.kind : "number";
}

/** @throws QueryError when the function does not take such values */
export function checkAggregate(name: string, argument: Operand<Row> | null): void {
  if (argument !== null && UNAGGREGATED.has(argument.field?.type ?? ""))
    throw noSuchAggregate(name, argument);
  if ((name === "SUM" || name === "AVG") && argument !== null && argument.kind !== "number")
    throw noSuchAggregate(name, argument);
  // An activity's date is computed by the platform (apex-rollup keeps from aggregating it).
  const isOfActivity = argument?.field?.name === "ActivityDate" && !argument.field.isCustom;
  if ((name === "MIN" || name === "MAX") && argument !== null && isOfActivity)
    throw noSuchAggregate(name, argument);
}

function noSuchAggregate(name: string, argument: Operand<Row>): QueryError {
  return new QueryError(
    "INVALID_FIELD",
    `field ${argument.name} does not support aggregate operator ${name}`,
  );
}

/**
 * An aggregate over the rows of a group. Nulls do not count; without any value SUM, AVG, MIN and MAX are null.
 * Source: SOQL and SOSL Reference, Aggregate Functions.
 */
export function aggregate(
  name: string,
  argument: Operand<Row> | null,
  rows: readonly Row[],
): StoredValue {
  if (argument === null) return rows.length;
  const values = rows.map((row) => argument.read(row)).filter((value) => value !== null);
  switch (name) {
    case "COUNT":
      return values.length;
    case "COUNT_DISTINCT":
      return new Set(values.map((value) => distinctKey(argument.kind, value))).size;
    case "SUM":
      return values.length === 0 ? null : sum(argument, values);
    case "AVG":
      return average(argument, values);
    case "MIN":
    case "MAX":
      return extreme(name, argument.kind, values);
    default:
      throw malformed(`unexpected token: '${name}'`);
  }
}

/** A text that is the same for values that GROUP BY and COUNT_DISTINCT take as one. */
export function distinctKey(kind: ComparisonKind, value: StoredValue): string {
  const key = comparable(kind, value);
  if (key instanceof ApexDecimal) return key.stripTrailingZeros().toPlainString();
  return `${typeof key}:${String(key)}`;
}

function sum(argument: Operand<Row>, values: readonly StoredValue[]): StoredValue {
  const total = values
    .map((value) => decimalOf(argument, value))
    .reduce((left, right) => left.plus(right));
  return argument.field?.apexType === "Integer" ? Number(total.toBigInt()) : total;
}

function average(argument: Operand<Row>, values: readonly StoredValue[]): StoredValue {
  if (values.length === 0) return null;
  const total = values
    .map((value) => decimalOf(argument, value))
    .reduce((left, right) => left.plus(right));
  return total.dividedBy(ApexDecimal.ofInteger(values.length));
}

function decimalOf(argument: Operand<Row>, value: StoredValue): ApexDecimal {
  if (value instanceof ApexDecimal) return value;
  if (value instanceof ApexDouble) return ApexDecimal.ofDouble(value.value);
  if (typeof value === "number" || typeof value === "bigint") return ApexDecimal.ofInteger(value);
  throw noSuchAggregate("SUM", argument);
}

function extreme(
  name: "MIN" | "MAX",
  kind: ComparisonKind,
  values: readonly StoredValue[],
): StoredValue {
  let best: StoredValue = null;
  for (const value of values) {
    const order = best === null ? -1 : compare(comparable(kind, value), comparable(kind, best));
    if (best === null || (name === "MIN" ? order < 0 : order > 0)) best = value;
  }
  return best;
}
