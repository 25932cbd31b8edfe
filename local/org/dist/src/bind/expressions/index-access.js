import { displayType } from "../../types/display.js";
import { sameType } from "../../types/same-type.js";
import { INTEGER } from "../../types/well-known.js";
import { fail } from "../report.js";
import { bindExpression } from "./expression.js";
export function bindIndex(expression, context) {
    const { at } = expression;
    const target = bindExpression(expression.target, context);
    if (target.type.kind !== "list") {
        fail(at, `Expression must be a list type: ${displayType(target.type)}`);
    }
    const index = bindExpression(expression.index, context);
    if (!sameType(index.type, INTEGER)) {
        fail(at, `List index must be of type Integer: ${displayType(index.type)}`);
    }
    return { kind: "index", target, index, type: target.type.element, at };
}
