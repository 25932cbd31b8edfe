import type { FieldDescribe } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";
import type { FunctionItem, Query, QueryOperand } from "../syntax/query.ts";
import {
  aggregate,
  aggregateKind,
  checkAggregate,
  isAggregateFunction,
} from "./aggregate-function.ts";
import type { Comparable } from "./comparison-kind.ts";
import type { ConditionScope } from "./condition.ts";
import { inCorporateCurrency } from "./corporate-currency.ts";
import { formattedValue } from "./formatted-value.ts";
import type { FilterEnvironment } from "./filter-value.ts";
import type { Operand } from "./operand.ts";
import { malformed } from "./query-error.ts";
import type { RowGroup } from "./row-group.ts";
import type { RowScope } from "./row-scope.ts";

/** What the names of a grouped query mean after the grouping: grouped columns, aggregates and their aliases. */
export class GroupScope implements ConditionScope<RowGroup> {
  private readonly rows: RowScope;
  private readonly columns: readonly QueryOperand[];
  private readonly aliased: ReadonlyMap<string, QueryOperand>;

  constructor(
    rows: RowScope,
    columns: readonly QueryOperand[],
    aliased: ReadonlyMap<string, QueryOperand>,
  ) {
    this.rows = rows;
    this.columns = columns;
    this.aliased = aliased;
  }

  get environment(): FilterEnvironment {
    return this.rows.environment;
  }

  operand(operand: QueryOperand): Operand<RowGroup> {
    if (operand.kind === "literal") throw malformed(`unexpected token: '${operand.value}'`);
    if (operand.kind === "function" && isAggregateFunction(operand.name))
      return this.aggregateOperand(operand);
    if (operand.kind === "function" && operand.name === "GROUPING")
      return this.groupingOperand(operand);
    if (operand.kind === "function" && operand.name === "FORMAT")
      return this.formatOperand(operand);
    const aliased =
      operand.kind === "field" && operand.path.length === 1
        ? this.aliased.get(operand.path[0]?.toLowerCase() ?? "")
        : undefined;
    if (aliased !== undefined && this.indexOf(operand) < 0) return this.operand(aliased);
    return this.columnOperand(operand);
  }

  subqueryValues(query: Query<number>): readonly Comparable[] {
    throw malformed(
      `unexpected token: 'SELECT' (a semi-join on ${query.from[0]?.path.join(".") ?? ""} in HAVING)`,
    );
  }

  private aggregateOperand(item: Pick<FunctionItem, "name" | "arguments">): Operand<RowGroup> {
    const [argument] = item.arguments;
    const operand = argument === undefined ? null : this.rows.operand(argument);
    checkAggregate(item.name, operand);
    const { describe, context } = this.rows;
    const amounts =
      operand === null ? null : inCorporateCurrency(operand, describe.name, context.store);
    return {
      name: `${item.name}(${operand?.name ?? ""})`,
      kind: aggregateKind(item.name, operand),
      field: null,
      read: (group) => aggregate(item.name, amounts, group.rows),
    };
  }

  private formatOperand(item: Pick<FunctionItem, "arguments">): Operand<RowGroup> {
    const [argument] = item.arguments;
    if (argument === undefined) throw malformed("unexpected token: 'FORMAT'");
    const inner = this.operand(argument);
    const field = inner.field ?? this.amountField(argument);
    const { locale, timeZone } = this.rows.context;
    return {
      name: inner.name,
      kind: "text",
      field: null,
      read: (group) => formattedValue(field, inner.read(group), locale, timeZone),
    };
  }

  /** Whose form the values of an aggregate have; none of a count. */
  private amountField(operand: QueryOperand): FieldDescribe | null {
    if (operand.kind !== "function" || operand.name.startsWith("COUNT")) return null;
    const [argument] = operand.arguments;
    return argument === undefined ? null : this.rows.operand(argument).field;
  }

  private groupingOperand(item: Pick<FunctionItem, "arguments">): Operand<RowGroup> {
    const index = item.arguments[0] === undefined ? -1 : this.indexOf(item.arguments[0]);
    if (index < 0) throw malformed("GROUPING needs a field of the GROUP BY clause");
    return {
      name: "GROUPING",
      kind: "number",
      field: null,
      read: (group) => (group.isGrouped[index] === true ? 0 : 1),
    };
  }

  private columnOperand(operand: QueryOperand): Operand<RowGroup> {
    const column = this.rows.operand(operand);
    const index = this.indexOf(operand);
    if (index < 0) throw malformed(`Field must be grouped or aggregated: ${column.name}`);
    const read = (group: RowGroup): StoredValue => group.keys[index] ?? null;
    return { name: column.name, kind: column.kind, field: column.field, read };
  }

  private indexOf(operand: QueryOperand): number {
    const wanted = signature(operand);
    return this.columns.findIndex((column) => signature(column) === wanted);
  }
}

function signature(operand: QueryOperand): string {
  switch (operand.kind) {
    case "field":
      return operand.path.join(".").toLowerCase();
    case "function":
      return `${operand.name}(${operand.arguments.map(signature).join(",")})`;
    case "literal":
      return JSON.stringify(operand.value);
  }
}
