import { ApexDecimal } from "../runtime/decimal.ts";
import type { FieldDescribe } from "../schema/schema.ts";
import { foldsCase } from "../store/index-key.ts";
import type { Row } from "../store/row.ts";
import type { Table } from "../store/table.ts";
import type { Condition } from "../syntax/query.ts";
import type { comparable } from "./comparison-kind.ts";
import { valuesOf } from "./condition.ts";
import { filterValue } from "./filter-value.ts";
import type { RowScope } from "./row-scope.ts";

/** Rows an index leads to. */
interface Found {
  /** How many there are at most. */
  readonly size: number;
  ids(): Iterable<string>;
}

type Comparison = Extract<Condition<number>, { readonly kind: "comparison" }>;

/**
 * The rows a condition can hold for: found through the index, its own or a parent's, that leads to the fewest, else all. The condition
 * itself is still tested on each.
 */
export function candidateRows(condition: Condition<number> | null, scope: RowScope): Iterable<Row> {
  const table = scope.context.store.table(scope.describe.name);
  const found = condition === null ? undefined : foundBy(condition, scope);
  return found === undefined || found.size >= table.size ? table.rows() : rowsById(table, found);
}

export function conjuncts(condition: Condition<number> | null): readonly Condition<number>[] {
  if (condition === null) return [];
  return condition.kind === "and" ? condition.conditions.flatMap(conjuncts) : [condition];
}

/** undefined: no index helps. */
function foundBy(condition: Condition<number>, scope: RowScope): Found | undefined {
  switch (condition.kind) {
    case "not":
      return undefined;
    case "and": {
      const found = condition.conditions.flatMap((part) => foundBy(part, scope) ?? []);
      return found.reduce<Found | undefined>(
        (least, each) => (least === undefined || each.size < least.size ? each : least),
        undefined,
      );
    }
    case "or": {
      const found = condition.conditions.map((part) => foundBy(part, scope));
      const each = found.filter((part) => part !== undefined);
      return each.length < found.length ? undefined : unionOf(each);
    }
    case "comparison":
      return foundByComparison(condition, scope);
  }
}

function unionOf(parts: readonly Found[]): Found {
  return {
    size: parts.reduce((sum, { size }) => sum + size, 0),
    *ids() {
      for (const part of parts) yield* part.ids();
    },
  };
}

function foundByComparison(condition: Comparison, scope: RowScope): Found | undefined {
  if (condition.operand.kind !== "field") return undefined;
  const { steps, field, object } = scope.path(condition.operand.path);
  const { store } = scope.context;
  // Behind a polymorphic lookup a parent may be of any object.
  if (steps.some(({ referenceTo }) => referenceTo.length !== 1)) return undefined;
  const table = store.table(steps.length === 0 ? scope.describe.name : object);
  let found = foundInTable(condition, table, field, scope);
  for (const step of steps.toReversed()) {
    if (found === undefined) return undefined;
    found = childrenOf(found, store.table(step.object), step);
  }
  return found;
}

function foundInTable(
  condition: Comparison,
  table: Table,
  field: FieldDescribe,
  scope: RowScope,
): Found | undefined {
  switch (condition.operator) {
    case "=":
    case "IN":
      return foundByValues(condition, table, field, scope);
    case "<":
    case "<=":
    case ">":
    case ">=":
      return foundByTime(condition, table, field, scope);
    default:
      return undefined;
  }
}

function foundByValues(
  condition: Comparison,
  table: Table,
  field: FieldDescribe,
  scope: RowScope,
): Found | undefined {
  const isId = field.type === "id";
  if (condition.value.kind === "dateLiteral" || (!isId && !table.hasIndex(field.name)))
    return undefined;
  const values = valuesOf(scope.operand(condition.operand), condition.value, scope);
  const keys = new Set<string>();
  for (const value of values) {
    // Rows without a value are not filed.
    if (value === null) return undefined;
    keys.add(keyOf(value, foldsCase(field)));
  }
  if (isId) return { size: keys.size, ids: () => keys };
  let size = 0;
  for (const key of keys) size += table.count(field.name, key);
  return {
    size,
    *ids() {
      for (const key of keys) for (const { id } of table.find(field.name, key)) yield id;
    },
  };
}

function foundByTime(
  { operator, operand, value }: Comparison,
  table: Table,
  field: FieldDescribe,
  scope: RowScope,
): Found | undefined {
  const index = table.timeIndex(field.name);
  if (index === undefined) return undefined;
  const bound = filterValue(value, scope.operand(operand), scope.environment);
  const [start, end] =
    bound.kind === "range" ? [bound.start, bound.end] : [bound.value, bound.value];
  if (typeof start !== "number" || typeof end !== "number") return undefined;
  const hours = operator.startsWith("<")
    ? index.within(Number.NEGATIVE_INFINITY, end)
    : index.within(start, Number.POSITIVE_INFINITY);
  return {
    size: hours.reduce((sum, ids) => sum + ids.size, 0),
    *ids() {
      for (const ids of hours) yield* ids;
    },
  };
}

/** The rows of a table that look up to those found. */
function childrenOf(parents: Found, table: Table, lookup: FieldDescribe): Found | undefined {
  if (!table.hasIndex(lookup.name)) return undefined;
  const ids = [...parents.ids()];
  return {
    size: ids.reduce((sum, id) => sum + table.count(lookup.name, id), 0),
    *ids() {
      for (const id of ids) for (const child of table.find(lookup.name, id)) yield child.id;
    },
  };
}

function keyOf(value: Exclude<ReturnType<typeof comparable>, null>, folds: boolean): string {
  if (typeof value === "string") return folds ? value.toLowerCase() : value;
  if (typeof value === "number")
    return ApexDecimal.ofDouble(value).stripTrailingZeros().toPlainString();
  return typeof value === "object" ? value.stripTrailingZeros().toPlainString() : String(value);
}

/** In the order of ids, which is that of insertion, as a scan gives them. */
function* rowsById(table: Table, found: Found): Iterable<Row> {
  for (const id of [...new Set(found.ids())].sort(compareIds)) {
    const row = table.get(id);
    if (row !== undefined) yield row;
  }
}

/** Ids order by their characters' codes. */
function compareIds(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
