import { VOID } from "../../types/well-known.js";
import { inNestedScope } from "../body-context.js";
import { gapExpression } from "../gaps.js";
import { bindDml } from "./dml.js";
import { bindExpressionStatement } from "./expression-statement.js";
import { bindForEach } from "./for-each.js";
import { bindIf } from "./if.js";
import { bindBreak, bindContinue, bindReturn, bindThrow } from "./jumps.js";
import { bindLocalVariables } from "./local-variables.js";
import { bindDoWhile, bindFor, bindWhile } from "./loops.js";
import { bindRunAs } from "./run-as.js";
import { bindSwitch } from "./switch.js";
import { bindTry } from "./try.js";
const VISITORS = {
    block: bindBlock,
    localVariables: bindLocalVariables,
    if: bindIf,
    while: bindWhile,
    doWhile: bindDoWhile,
    for: bindFor,
    forEach: bindForEach,
    switch: bindSwitch,
    return: bindReturn,
    break: bindBreak,
    continue: bindContinue,
    throw: bindThrow,
    try: bindTry,
    dml: bindDml,
    runAs: bindRunAs,
    expressionStatement: bindExpressionStatement,
};
/** What does not compile is reported and left out: a unit with errors is never emitted. A gap stays, as a statement that fails. */
export function bindStatement(statement, context) {
    // The table's key is the node's own kind, so the visitor takes exactly this node.
    const visit = VISITORS[statement.kind];
    return (context.report.attemptOrGap(() => {
        const bound = visit(statement, context);
        return isOne(bound) ? [bound] : bound;
    }, (at, message) => [
        { kind: "expression", expression: gapExpression(at, message, VOID), at: statement.at },
    ]) ?? []);
}
function isOne(bound) {
    return !Array.isArray(bound);
}
export function bindBlock(block, context) {
    return bindStatementsOf(block, inNestedScope(context));
}
/** The statements of a body whose scope the caller has made, with its parameters in it. */
export function bindStatementsOf(block, context) {
    return {
        kind: "block",
        statements: block.statements.flatMap((statement) => bindStatement(statement, context)),
        at: block.at,
    };
}
/** The branch of an `if`, the body of a loop: one statement, in a scope of its own. */
export function bindBranch(statement, context) {
    if (statement.kind === "block")
        return bindBlock(statement, context);
    const bound = bindStatement(statement, inNestedScope(context));
    const [only] = bound;
    return only !== undefined && bound.length === 1 && only.kind !== "local"
        ? only
        : { kind: "block", statements: bound, at: statement.at };
}
