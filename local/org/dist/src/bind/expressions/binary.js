import { sameType } from "../../types/same-type.js";
import { BOOLEAN } from "../../types/well-known.js";
import { fail } from "../report.js";
import { bindOperation } from "./arithmetic.js";
import { bindComparison, bindEquality, bindIdentity } from "./comparison.js";
import { bindExpression } from "./expression.js";
/** Every binary operator but `??`. */
export function bindBinary(expression, context) {
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
