import type { Binary } from "../../syntax/ast.ts";
import { sameType } from "../../types/same-type.ts";
import { BOOLEAN } from "../../types/well-known.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import { fail } from "../report.ts";
import { bindOperation } from "./arithmetic.ts";
import { bindComparison, bindEquality, bindIdentity } from "./comparison.ts";
import { bindExpression } from "./expression.ts";

/** Every binary operator but `??`. */
export function bindBinary(expression: Binary, context: BodyContext): BoundExpression {
  const { at, operator } = expression;
  const left = bindExpression(expression.left, context);
  const right = bindExpression(expression.right, context);
  switch (operator) {
    case "&&":
    case "||":
      if (!sameType(left.type, BOOLEAN) || !sameType(right.type, BOOLEAN)) {
        fail(at, "Logical operator can only be applied to Boolean");
      }
      return { kind: "logical", operator, left, right, type: BOOLEAN, at };
    case "==":
    case "!=":
      return bindEquality(left, right, operator === "!=", at, context);
    case "===":
    case "!==":
      return bindIdentity(left, right, operator === "!==", at, context);
    case "<":
    case "<=":
    case ">":
    case ">=":
      return bindComparison(operator, left, right, at);
    case "??":
      throw new Error("`??` is bound as a choice");
    default:
      return bindOperation(operator, left, right, at);
  }
}
