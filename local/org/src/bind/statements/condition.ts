import type { Expression } from "../../syntax/ast.ts";
import { displayType } from "../../types/display.ts";
import { sameType } from "../../types/same-type.ts";
import { BOOLEAN } from "../../types/well-known.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import { bindExpression } from "../expressions/expression.ts";
import { fail } from "../report.ts";

export function bindCondition(expression: Expression, context: BodyContext): BoundExpression {
  const condition = bindExpression(expression, context);
  if (!sameType(condition.type, BOOLEAN)) {
    fail(
      expression.at,
      `Condition expression must be of type Boolean: ${displayType(condition.type)}`,
    );
  }
  return condition;
}
