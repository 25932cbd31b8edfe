import type { SoqlExpression, SoslExpression } from "../../syntax/ast.ts";
import { INTEGER, listOf, SOBJECT } from "../../types/well-known.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import { bindQuery, bindSearch } from "../queries/bind-query.ts";

export function bindSoql(
  expression: SoqlExpression,
  context: BodyContext,
): Extract<BoundExpression, { readonly kind: "soql" }> {
  const { query, binds, object, shape, rowType } = bindQuery(expression.query, context);
  const type = shape === "count" ? INTEGER : listOf(rowType);
  return { kind: "soql", query, binds, shape, object, type, at: expression.at };
}

export function bindSosl(expression: SoslExpression, context: BodyContext): BoundExpression {
  const { query, binds } = bindSearch(expression.query, context);
  return { kind: "sosl", query, binds, type: listOf(listOf(SOBJECT)), at: expression.at };
}
