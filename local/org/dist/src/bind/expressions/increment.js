import { displayType } from "../../types/display.js";
import { numericOf } from "../../types/numeric.js";
import { fail } from "../report.js";
import { bindTarget } from "./assignment.js";
export function bindIncrement(expression, context) {
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
