import { displayType } from "../../types/display.js";
import { assigned } from "../conversions.js";
import { bindExpression } from "../expressions/expression.js";
import { fail } from "../report.js";
export function bindReturn(statement, context) {
    const { at } = statement;
    const { returns } = context;
    if (statement.value === null) {
        if (returns !== "nothing" && returns.kind !== "void") {
            fail(at, `Missing return statement required return type: ${displayType(returns)}`);
        }
        return { kind: "return", value: null, at };
    }
    if (returns === "nothing")
        fail(at, "Trigger bodies must not return a value");
    if (returns.kind === "void")
        fail(at, "Void method must not return a value");
    const value = bindExpression(statement.value, context);
    return {
        kind: "return",
        value: assigned(value, returns, context.compilation.hierarchy, at),
        at,
    };
}
export function bindBreak({ at }, context) {
    if (!context.isInLoop)
        fail(at, "Break statement must be in loop");
    return { kind: "break", at };
}
export function bindContinue({ at }, context) {
    if (!context.isInLoop)
        fail(at, "Continue statement must be in loop");
    return { kind: "continue", at };
}
export function bindThrow(statement, context) {
    const { at } = statement;
    const value = bindExpression(statement.value, context);
    if (!context.compilation.hierarchy.isException(value.type)) {
        fail(at, `Throw expression must be of type exception: ${displayType(value.type)}`);
    }
    return { kind: "throw", value, at };
}
