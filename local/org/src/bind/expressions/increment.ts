import type { Increment } from "../../syntax/ast.ts";
import { displayType } from "../../types/display.ts";
import { numericOf } from "../../types/numeric.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import { fail } from "../report.ts";
import { bindTarget } from "./assignment.ts";

export function bindIncrement(expression: Increment, context: BodyContext): BoundExpression {
  const { at, operator, isPrefix } = expression;
  const target = bindTarget(expression.operand, context);
  const { type } = target;
  const numeric = numericOf(type);
  if (numeric === null) {
    const what = isPrefix
      ? `Unary prefix ${operator === "++" ? "increment" : "decrement"}`
      : "Unary postfix increment/decrement";
    fail(at, `${what} can only be applied to numeric expressions: ${displayType(type)}`);
  }
  return { kind: "increment", operator, isPrefix, numeric, target, type, at };
}
