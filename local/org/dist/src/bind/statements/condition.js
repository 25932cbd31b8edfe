import { displayType } from "../../types/display.js";
import { sameType } from "../../types/same-type.js";
import { BOOLEAN } from "../../types/well-known.js";
import { bindExpression } from "../expressions/expression.js";
import { fail } from "../report.js";
export function bindCondition(expression, context) {
    const condition = bindExpression(expression, context);
    if (!sameType(condition.type, BOOLEAN)) {
        fail(expression.at, `Condition expression must be of type Boolean: ${displayType(condition.type)}`);
    }
    return condition;
}
