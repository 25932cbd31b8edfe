import type { Expression } from "../../syntax/ast.ts";
import { VOID } from "../../types/well-known.ts";
import { sameType } from "../../types/same-type.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import { fail } from "../report.ts";
import { bindAssignment } from "./assignment.ts";
import { bindBinary } from "./binary.ts";
import { bindMethodCall } from "./calls.ts";
import { bindCast, bindClassLiteral, bindInstanceOf } from "./casts.ts";
import { bindCoalesce, bindConditional } from "./choices.ts";
import { bindNewArray, bindNewListOrSet, bindNewMap } from "./collections.ts";
import { bindNewObject } from "./construction.ts";
import { checkReadable } from "./fields.ts";
import { bindIncrement } from "./increment.ts";
import { bindIndex } from "./index-access.ts";
import { bindLiteral } from "./literals.ts";
import { valueOf } from "../names.ts";
import { bindThis } from "./self.ts";
import { bindSoql, bindSosl } from "./soql.ts";
import { bindUnary } from "./unary.ts";

type Visitors = {
  readonly [K in Expression["kind"]]: (
    expression: Extract<Expression, { readonly kind: K }>,
    context: BodyContext,
  ) => BoundExpression;
};

const VISITORS: Visitors = {
  literal: bindLiteral,
  name: valueOf,
  fieldAccess: valueOf,
  this: bindThis,
  super: ({ at }) => fail(at, "Unexpected token 'super'."),
  methodCall: bindMethodCall,
  constructorCall: ({ at, of }) =>
    fail(at, `Call to '${of}()' must be the first statement in a constructor method`),
  index: bindIndex,
  unary: bindUnary,
  increment: bindIncrement,
  binary: (expression, context) =>
    expression.operator === "??"
      ? bindCoalesce(expression, context)
      : bindBinary(expression, context),
  conditional: bindConditional,
  assignment: bindAssignment,
  instanceOf: bindInstanceOf,
  cast: bindCast,
  newObject: bindNewObject,
  newArray: bindNewArray,
  newListOrSet: bindNewListOrSet,
  newMap: bindNewMap,
  classLiteral: bindClassLiteral,
  soql: bindSoql,
  sosl: bindSosl,
};

/** @throws to the report of the statement around it */
export function bindExpression(expression: Expression, context: BodyContext): BoundExpression {
  // The table's key is the node's own kind, so the visitor takes exactly this node.
  const visit = VISITORS[expression.kind] as (
    node: Expression,
    context: BodyContext,
  ) => BoundExpression;
  const bound = visit(expression, context);
  checkReadable(bound, context);
  return bound;
}

/** An expression whose value is used: not the call of a void method. */
export function bindValue(expression: Expression, context: BodyContext): BoundExpression {
  const bound = bindExpression(expression, context);
  if (sameType(bound.type, VOID)) fail(expression.at, "Variables cannot be of type void");
  return bound;
}
