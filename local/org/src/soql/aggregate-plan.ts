import { SObjectValue } from "../runtime/sobject.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import type { Row } from "../store/row.ts";
import type { Query, QueryOperand, SelectItem } from "../syntax/query.ts";
import { isAggregate } from "./aggregate-function.ts";
import { compileCondition } from "./condition.ts";
import { GroupScope } from "./group-scope.ts";
import type { Operand } from "./operand.ts";
import { aggregateResultDescribe } from "./query-column.ts";
import { malformed, QueryError } from "./query-error.ts";
import { groupRows, type RowGroup } from "./row-group.ts";
import { orderRows } from "./row-order.ts";
import type { RowScope } from "./row-scope.ts";

export function isCountQuery(query: Query<number>): boolean {
  const [item] = query.select;
  return (
    query.select.length === 1 &&
    item?.kind === "function" &&
    item.name === "COUNT" &&
    item.arguments.length === 0
  );
}

export function isAggregateQuery(query: Query<number>): boolean {
  return (
    query.groupBy !== null ||
    query.select.some((item) => item.kind === "function" && isAggregate(item))
  );
}

/** Groups rows into AggregateResults. @throws QueryError when the SELECT list holds what is neither grouped nor aggregated. */
export function aggregatePlan(
  query: Query<number>,
  rowScope: RowScope,
): (rows: readonly Row[]) => readonly SObjectValue[] {
  const columns = groupColumns(query);
  const groupOperands = columns.map((column) => groupOperand(column, rowScope));
  const scope = new GroupScope(rowScope, columns, aliasesOf(query));
  const results = resultColumns(query.select, scope);
  const describe = aggregateResultDescribe(results.map((column) => column.name));
  const having = query.having === null ? () => true : compileCondition(query.having, scope);
  const orders = new Map(
    query.orderBy.map((order) => [order, orderOperand(order.operand, scope)] as const),
  );
  return (rows) => {
    const kind = query.groupBy?.kind ?? "plain";
    const grouped = groupRows(rows, kind, groupOperands);
    // Aggregates over nothing are one row; groups of nothing are none.
    const groups =
      grouped.length === 0 && query.groupBy === null
        ? [{ rows: [], isGrouped: [], keys: [] }]
        : grouped;
    const ordered = orderRows(
      groups.filter(having),
      query.orderBy,
      (order) => orders.get(order) ?? orderOperand(order.operand, scope),
    );
    return ordered.map((group) => aggregateResult(describe, results, group));
  };
}

/** Source: SOQL and SOSL Reference, "Considerations for GROUP BY". */
function groupOperand(column: QueryOperand, rowScope: RowScope): Operand<Row> {
  const operand = rowScope.operand(column);
  if (column.kind === "field" && operand.field?.isGroupable === false)
    throw new QueryError(
      "INVALID_FIELD",
      `field '${operand.name}' can not be grouped in a query call`,
    );
  return operand;
}

function orderOperand(operand: QueryOperand, scope: GroupScope): Operand<RowGroup> {
  try {
    return scope.operand(operand);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new QueryError(
      error.code,
      error.message.replace(/^Field must be grouped/u, "Ordered field must be grouped"),
    );
  }
}

function groupColumns(query: Query<number>): readonly QueryOperand[] {
  const aliased = aliasesOf(query);
  return (query.groupBy?.by ?? []).map((column) =>
    column.kind === "field" && column.path.length === 1
      ? (aliased.get(column.path[0]?.toLowerCase() ?? "") ?? column)
      : column,
  );
}

/** Lower-cased alias → what it stands for. */
function aliasesOf(query: Query<number>): ReadonlyMap<string, QueryOperand> {
  const aliases = new Map<string, QueryOperand>();
  for (const item of query.select) {
    if ((item.kind === "field" || item.kind === "function") && item.alias !== null)
      aliases.set(item.alias.toLowerCase(), operandOf(item));
  }
  return aliases;
}

interface ResultColumn {
  readonly name: string;
  readonly operand: Operand<RowGroup>;
}

function resultColumns(
  items: readonly SelectItem<number>[],
  scope: GroupScope,
): readonly ResultColumn[] {
  let unnamed = 0;
  return items.map((item) => {
    if (item.kind !== "field" && item.kind !== "function")
      throw malformed("Grouped query cannot use child relationships in the SELECT list");
    const operand = scope.operand(operandOf(item));
    if (item.alias !== null) return { name: item.alias, operand };
    if (item.kind === "field") return { name: operand.field?.name ?? operand.name, operand };
    const name = `expr${unnamed}`;
    unnamed += 1;
    return { name, operand };
  });
}

function operandOf(item: SelectItem<number> & { kind: "field" | "function" }): QueryOperand {
  return item.kind === "field"
    ? { kind: "field", path: item.path, at: item.at }
    : { kind: "function", name: item.name, arguments: item.arguments, at: item.at };
}

function aggregateResult(
  describe: SObjectDescribe,
  columns: readonly ResultColumn[],
  group: RowGroup,
): SObjectValue {
  const record = new SObjectValue(describe);
  for (const { name, operand } of columns) record.values.set(name, operand.read(group));
  return record;
}
