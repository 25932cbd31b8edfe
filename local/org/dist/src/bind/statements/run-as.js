import { bindExpression } from "../expressions/expression.js";
import { fail } from "../report.js";
import { bindBlock } from "./statement.js";
export function bindRunAs(statement, context) {
    const { at } = statement;
    const bound = statement.arguments.map((argument) => bindExpression(argument, context));
    if (bound.length !== 1 || !bound.every(isUserOrVersion)) {
        fail(at, "runAs requires a single argument of type 'User' or 'Version'");
    }
    return { kind: "runAs", arguments: bound, body: bindBlock(statement.body, context), at };
}
function isUserOrVersion({ type }) {
    return ((type.kind === "sobject" && (type.name === "User" || type.name === "SObject")) ||
        (type.kind === "platform" && type.name === "System.Version"));
}
