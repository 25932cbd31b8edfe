import { declareLocal } from "../body-context.js";
import { assigned } from "../conversions.js";
import { mentionType } from "../expressions/casts.js";
import { gapExpression } from "../gaps.js";
import { bindExpression } from "../expressions/expression.js";
import { resolveTypeName } from "../type-names.js";
/** The variable is declared after its initialiser is bound, and also when that does not compile. */
export function bindLocalVariables(statement, context) {
    const { report, compilation } = context;
    const type = resolveTypeName(statement.type, context.owner, compilation);
    mentionType(type, context);
    return statement.variables.map(({ name, initializer, at }) => {
        const value = initializer === null
            ? null
            : report.attemptOrGap(() => assigned(bindExpression(initializer, context), type, compilation.hierarchy, at), (place, message) => gapExpression(place, message, type));
        return { kind: "local", local: declareLocal(context, name, type, at), value, at };
    });
}
