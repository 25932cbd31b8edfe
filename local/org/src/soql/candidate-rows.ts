import { ApexDecimal } from "../runtime/decimal.ts";
import { foldsCase } from "../store/index-key.ts";
import type { Row } from "../store/row.ts";
import type { Table } from "../store/table.ts";
import type { Condition } from "../syntax/query.ts";
import type { comparable } from "./comparison-kind.ts";
import { valuesOf } from "./condition.ts";
import type { RowScope } from "./row-scope.ts";

/**
 * The rows a condition can hold for: found through an index when one of its AND-ed parts pins an indexed field to values, else all.
 * The condition itself is still tested on each.
 */
export function candidateRows(
  table: Table,
  condition: Condition<number> | null,
  scope: RowScope,
): Iterable<Row> {
  for (const part of conjuncts(condition)) {
    const rows = indexedRows(table, part, scope);
    if (rows !== undefined) return rows;
  }
  return table.rows();
}

export function conjuncts(condition: Condition<number> | null): readonly Condition<number>[] {
  if (condition === null) return [];
  return condition.kind === "and" ? condition.conditions.flatMap(conjuncts) : [condition];
}

function indexedRows(
  table: Table,
  condition: Condition<number>,
  scope: RowScope,
): Iterable<Row> | undefined {
  if (
    condition.kind !== "comparison" ||
    (condition.operator !== "=" && condition.operator !== "IN")
  )
    return undefined;
  if (condition.operand.kind !== "field" || condition.value.kind === "dateLiteral")
    return undefined;
  const path = scope.path(condition.operand.path);
  if (path.steps.length > 0) return undefined;
  const { field } = path;
  const isId = field.type === "id";
  if (!isId && !table.hasIndex(field.name)) return undefined;
  const values = valuesOf(scope.operand(condition.operand), condition.value, scope);
  const keys = new Set<string>();
  for (const value of values) {
    // Rows without a value are not filed.
    if (value === null) return undefined;
    keys.add(keyOf(value, foldsCase(field)));
  }
  return isId ? rowsById(table, keys) : rowsByKey(table, field.name, keys);
}

function keyOf(value: Exclude<ReturnType<typeof comparable>, null>, folds: boolean): string {
  if (typeof value === "string") return folds ? value.toLowerCase() : value;
  if (typeof value === "number")
    return ApexDecimal.ofDouble(value).stripTrailingZeros().toPlainString();
  return typeof value === "object" ? value.stripTrailingZeros().toPlainString() : String(value);
}

function* rowsById(table: Table, ids: ReadonlySet<string>): Iterable<Row> {
  for (const id of [...ids].sort(compareIds)) {
    const row = table.get(id);
    if (row !== undefined) yield row;
  }
}

function* rowsByKey(table: Table, fieldName: string, keys: ReadonlySet<string>): Iterable<Row> {
  const rows = [...keys].flatMap((key) => [...table.find(fieldName, key)]);
  yield* rows.sort((left, right) => compareIds(left.id, right.id));
}

/** Ids order by their characters' codes: the order of insertion, as a scan gives it. */
function compareIds(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
