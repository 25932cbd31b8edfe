import type { Condition, FunctionItem, Query, QueryOperand } from "../syntax/query.ts";
import { isAggregateFunction } from "./aggregate-function.ts";

/**
 * Whether a query aggregates and by COUNT(field) alone: then each of its results counts against the limit of query rows, and else each row that is
 * aggregated. Source: Apex Developer Guide, "Working with SOQL Aggregate Functions".
 */
export function aggregatesByCountAlone({ select, having, orderBy }: Query<number>): boolean {
  const names = [
    ...select.flatMap((item) => (item.kind === "function" ? aggregatesIn(item) : [])),
    ...(having === null ? [] : aggregatesOf(having)),
    ...orderBy.flatMap(({ operand }) => aggregatesIn(operand)),
  ];
  return names.length > 0 && names.every((name) => name === "COUNT");
}

function aggregatesOf(condition: Condition<number>): readonly string[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.conditions.flatMap(aggregatesOf);
    case "not":
      return aggregatesOf(condition.condition);
    case "comparison":
      return aggregatesIn(condition.operand);
  }
}

/** Also those that FORMAT() shows. */
function aggregatesIn(operand: QueryOperand | FunctionItem): readonly string[] {
  if (operand.kind !== "function") return [];
  return [
    ...(isAggregateFunction(operand.name) ? [operand.name] : []),
    ...operand.arguments.flatMap(aggregatesIn),
  ];
}
