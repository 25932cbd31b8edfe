import { bindExpression } from "../expressions/expression.js";
import { fail } from "../report.js";
export function bindExpressionStatement({ expression, at }, context) {
    switch (expression.kind) {
        case "assignment":
        case "increment":
        case "methodCall":
        case "newObject":
        case "newListOrSet":
        case "newMap":
        case "newArray":
        case "soql":
        case "sosl":
        case "constructorCall":
            return { kind: "expression", expression: bindExpression(expression, context), at };
        default:
            fail(at, "Expression cannot be a statement.");
    }
}
