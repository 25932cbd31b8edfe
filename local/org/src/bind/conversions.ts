import type { Position } from "../syntax/ast.ts";
import { assignability, type Purpose } from "../types/assignability.ts";
import { displayType } from "../types/display.ts";
import { sameType } from "../types/same-type.ts";
import type { TypeHierarchy } from "../types/type-hierarchy.ts";
import type { Type } from "../types/type.ts";
import type { BoundExpression } from "./bound.ts";
import type { Conversion } from "../types/conversion.ts";
import { fail } from "./report.ts";

/** Statically a list, but Apex lets it become one record: `[SELECT …]` and `Database.query(…)`. */
export function isQuery(expression: BoundExpression): boolean {
  if (expression.kind === "soql") return expression.shape === "list";
  return (
    expression.kind === "platformCall" &&
    expression.owner === "System.Database" &&
    (expression.name === "query" || expression.name === "queryWithBinds")
  );
}

/** The expression as a value of the type, or null when no implicit conversion leads there. */
export function convertedTo(
  expression: BoundExpression,
  to: Type,
  hierarchy: TypeHierarchy,
  purpose: Purpose,
): BoundExpression | null {
  const result = assignability(expression.type, to, hierarchy, purpose);
  if (result.isAssignable) return withConversion(expression, result.conversion, to);
  if (to.kind !== "sobject" || !isQuery(expression)) return null;
  const row = singleRow(expression);
  if (sameType(row.type, to) || to.name === "SObject") return row;
  return row.type.kind === "sobject" && row.type.name === "SObject"
    ? withConversion(row, { kind: "cast", to }, to)
    : null;
}

/** The only row of a query, as a record. */
export function singleRow(query: BoundExpression, orNull = false): BoundExpression {
  const type = query.type.kind === "list" ? query.type.element : query.type;
  return {
    kind: "convert",
    conversion: { kind: "singleRow", orNull },
    value: query,
    type,
    at: query.at,
  };
}

/** @throws to the report: "Illegal assignment from String to Integer" */
export function assigned(
  expression: BoundExpression,
  to: Type,
  hierarchy: TypeHierarchy,
  at: Position,
): BoundExpression {
  const converted = convertedTo(expression, to, hierarchy, "assignment");
  return (
    converted ??
    fail(at, `Illegal assignment from ${displayType(expression.type)} to ${displayType(to)}`)
  );
}

export function withConversion(
  expression: BoundExpression,
  conversion: Conversion | null,
  to: Type,
): BoundExpression {
  if (conversion === null || isIdentity(conversion)) return expression;
  return { kind: "convert", conversion, value: expression, type: to, at: expression.at };
}

function isIdentity(conversion: Conversion): boolean {
  return conversion.kind === "numeric" && conversion.from === conversion.to;
}
