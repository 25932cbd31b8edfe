import { displayType } from "../../types/display.js";
import { numericOf } from "../../types/numeric.js";
import { sameType } from "../../types/same-type.js";
import { BOOLEAN } from "../../types/well-known.js";
import { fail } from "../report.js";
import { bindExpression } from "./expression.js";
export function bindUnary(expression, context) {
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
            if (numeric === null)
                fail(at, "Unary negation must use a numeric argument");
            return { kind: "negate", numeric, operand, type, at };
        case "+":
            if (numeric === null)
                fail(at, "Unary negation must use a numeric argument");
            return operand;
    }
}
