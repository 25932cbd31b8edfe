import type {
  ComparisonOperatorContext,
  ConditionalExpressionContext,
  FieldExpressionContext,
  LogicalExpressionContext,
  ValueContext,
  WhereConditionalExpressionContext,
  WhereLogicalExpressionContext,
} from "@apexdevtools/apex-parser";
import type { Expression } from "../ast.ts";
import type { Comparison, Condition } from "../query.ts";
import { lowerFieldOrFunction } from "./query-operands.ts";
import { lowerValue } from "./query-values.ts";
import { optional, startOf, unknownConstruct, type Report } from "./tree.ts";

/** A WHERE clause; unlike HAVING it admits FORMULA(). */
export function lowerWhere(
  tree: WhereLogicalExpressionContext,
  report: Report,
): Condition<Expression> {
  const conditions = tree
    .whereConditionalExpression_list()
    .map((condition) => lowerWhereCondition(condition, report));
  return combine(tree, conditions);
}

function lowerWhereCondition(
  tree: WhereConditionalExpressionContext,
  report: Report,
): Condition<Expression> {
  const nested = optional(tree.whereLogicalExpression());
  if (nested !== null) return lowerWhere(nested, report);
  const where = tree.whereFieldExpression();
  const field = optional(where.fieldExpression());
  if (field !== null) return lowerComparison(field, report);
  const at = startOf(where);
  report(at, "SOQL function is not supported: FORMULA", "gap");
  return {
    kind: "comparison",
    operand: { kind: "function", name: "FORMULA", arguments: [], at },
    operator: lowerOperator(where.comparisonOperator()),
    value: lowerValue(where.value(), report),
    at,
  };
}

export function lowerCondition(
  tree: LogicalExpressionContext,
  report: Report,
): Condition<Expression> {
  const conditions = tree
    .conditionalExpression_list()
    .map((condition) => lowerSimpleCondition(condition, report));
  return combine(tree, conditions);
}

function lowerSimpleCondition(
  tree: ConditionalExpressionContext,
  report: Report,
): Condition<Expression> {
  const nested = optional(tree.logicalExpression());
  return nested === null
    ? lowerComparison(tree.fieldExpression(), report)
    : lowerCondition(nested, report);
}

function combine(
  tree: WhereLogicalExpressionContext | LogicalExpressionContext,
  conditions: readonly Condition<Expression>[],
): Condition<Expression> {
  const [only] = conditions;
  if (only === undefined) throw unknownConstruct(tree);
  if (optional(tree.NOT()) !== null) return { kind: "not", condition: only };
  if (conditions.length === 1) return only;
  return { kind: tree.SOQLAND_list().length > 0 ? "and" : "or", conditions };
}

function lowerComparison(tree: FieldExpressionContext, report: Report): Condition<Expression> {
  const operator = lowerOperator(tree.comparisonOperator());
  if (operator === "INCLUDES" || operator === "EXCLUDES") refuseUnlisted(tree.value(), report);
  return {
    kind: "comparison",
    operand: lowerFieldOrFunction(tree, report),
    operator,
    value: lowerValue(tree.value(), report),
    at: startOf(tree),
  };
}

/** What INCLUDES and EXCLUDES compare with stands in parentheses, a bind too; no query does. */
function refuseUnlisted(value: ValueContext, report: Report): void {
  const subquery = optional(value.subQuery());
  if (subquery !== null) report(startOf(subquery), `Unexpected token '${subquery.start.text}'.`);
  else if (optional(value.valueList()) === null) {
    const found = value.start.text.replace(/^'([^]*)'$/, "$1");
    report(startOf(value), `Missing '(' at '${found}'`);
  }
}

function lowerOperator(tree: ComparisonOperatorContext): Comparison {
  const orEqual = optional(tree.ASSIGN()) !== null;
  if (optional(tree.LT()) !== null) return orEqual ? "<=" : "<";
  if (optional(tree.GT()) !== null) return orEqual ? ">=" : ">";
  if (orEqual) return "=";
  if (optional(tree.LIKE()) !== null) return "LIKE";
  if (optional(tree.IN()) !== null) return optional(tree.NOT()) === null ? "IN" : "NOT IN";
  if (optional(tree.INCLUDES()) !== null) return "INCLUDES";
  return optional(tree.EXCLUDES()) === null ? "!=" : "EXCLUDES";
}
