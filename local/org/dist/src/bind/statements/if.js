import { bindCondition } from "./condition.js";
import { bindBranch } from "./statement.js";
export function bindIf(statement, context) {
    const { report } = context;
    const condition = report.attempt(() => bindCondition(statement.condition, context));
    const then = bindBranch(statement.then, context);
    const otherwise = statement.otherwise === null ? null : bindBranch(statement.otherwise, context);
    return condition === null ? then : { kind: "if", condition, then, otherwise, at: statement.at };
}
