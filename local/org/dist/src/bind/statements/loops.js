import { inLoop } from "../body-context.js";
import { bindExpression } from "../expressions/expression.js";
import { bindCondition } from "./condition.js";
import { bindLocalVariables } from "./local-variables.js";
import { bindBranch } from "./statement.js";
export function bindWhile(statement, context) {
    const { at } = statement;
    const condition = context.report.attempt(() => bindCondition(statement.condition, context));
    const body = statement.body === null ? null : bindBranch(statement.body, inLoop(context));
    return condition === null ? [] : [{ kind: "while", condition, body, at }];
}
export function bindDoWhile(statement, context) {
    const body = bindBranch(statement.body, inLoop(context));
    const condition = bindCondition(statement.condition, context);
    return { kind: "doWhile", body, condition, at: statement.at };
}
export function bindFor(statement, context) {
    const { at } = statement;
    const loop = inLoop(context);
    const initializers = bindInitializers(statement.initializer, loop);
    const condition = statement.condition === null ? null : bindCondition(statement.condition, loop);
    const updates = statement.updates.map((update) => bindExpression(update, loop));
    const body = statement.body === null ? null : bindBranch(statement.body, loop);
    return { kind: "for", initializers, condition, updates, body, at };
}
function bindInitializers(initializer, context) {
    if (initializer === null)
        return [];
    if (isVariables(initializer))
        return bindLocalVariables(initializer, context);
    return initializer.map((expression) => ({
        kind: "expression",
        expression: bindExpression(expression, context),
        at: expression.at,
    }));
}
function isVariables(initializer) {
    return !Array.isArray(initializer);
}
