import type { Unary } from "../../syntax/ast.ts";
import { displayType } from "../../types/display.ts";
import { numericOf } from "../../types/numeric.ts";
import { sameType } from "../../types/same-type.ts";
import { BOOLEAN } from "../../types/well-known.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import { fail } from "../report.ts";
import { bindExpression } from "./expression.ts";

export function bindUnary(expression: Unary, context: BodyContext): BoundExpression {
  const { at, operator } = expression;
  const operand = bindExpression(expression.operand, context);
  const { type } = operand;
  const numeric = numericOf(type);
  switch (operator) {
    case "!":
      if (!sameType(type, BOOLEAN)) {
        fail(at, "! operator can only be applied to boolean expressions");
      }
      return { kind: "not", operand, type, at };
    case "~":
      if (numeric !== "Integer" && numeric !== "Long") {
        fail(at, `Invalid type for bitwise negate: ${displayType(type)}`);
      }
      return { kind: "complement", numeric, operand, type, at };
    case "-":
      if (numeric === null) fail(at, "Unary negation must use a numeric argument");
      return { kind: "negate", numeric, operand, type, at };
    // Of anything, and leaves it as it is: found out from Salesforce's own compiler, and relied on by twilio-salesforce.
    case "+":
      return operand;
  }
}
