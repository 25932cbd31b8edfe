import { lowerExpression, lowerExpressionList } from "./expressions.js";
import { lowerBlock, lowerLocalVariables, lowerStatement } from "./statements.js";
import { identifier, optional, positionOfTerminal, startOf } from "./tree.js";
import { lowerType } from "./types.js";
export function lowerWhile(tree, report) {
    return {
        kind: "while",
        condition: lowerExpression(tree.parExpression().expression(), report),
        body: lowerBody(optional(tree.statement()), report),
        at: startOf(tree),
    };
}
export function lowerDoWhile(tree, report) {
    return {
        kind: "doWhile",
        body: lowerBlock(tree.block(), report),
        condition: lowerExpression(tree.parExpression().expression(), report),
        at: startOf(tree),
    };
}
export function lowerFor(tree, report) {
    const control = tree.forControl();
    const body = lowerBody(optional(tree.statement()), report);
    const at = startOf(tree);
    const each = optional(control.enhancedForControl());
    if (each !== null) {
        return {
            kind: "forEach",
            type: lowerType(each.typeRef(), report),
            name: identifier(each.id(), report),
            iterable: lowerExpression(each.expression(), report),
            body,
            at,
        };
    }
    return { kind: "for", ...lowerControl(control, report), body, at };
}
function lowerControl(tree, report) {
    const initializer = optional(tree.forInit());
    const condition = optional(tree.expression());
    const update = optional(tree.forUpdate());
    // Salesforce's grammar has a list of initialisers but only one update.
    const further = update?.expressionList().COMMA_list()[0];
    if (further !== undefined) {
        report(positionOfTerminal(further), "Expecting ')' but was: ','");
    }
    return {
        initializer: initializer === null ? null : lowerInitializer(initializer, report),
        condition: condition === null ? null : lowerExpression(condition, report),
        updates: update === null ? [] : lowerExpressionList(update.expressionList(), report),
    };
}
function lowerInitializer(tree, report) {
    const declaration = optional(tree.localVariableDeclaration());
    return declaration === null
        ? lowerExpressionList(tree.expressionList(), report)
        : lowerLocalVariables(declaration, report);
}
function lowerBody(tree, report) {
    return tree === null ? null : lowerStatement(tree, report);
}
