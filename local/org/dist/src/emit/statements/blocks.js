import { effect } from "../expressions/assignment.js";
import { localNameOf } from "../local-names.js";
import * as js from "../js.js";
/** Statements that are executable lines themselves; a block is not, its statements are. */
function isExecutable(node) {
    return node.kind !== "block" && !(node.kind === "local" && node.value === null);
}
/** The statements of a body, each preceded by its coverage mark where its line differs from the one before. */
export function statements(nodes, context) {
    return context.inBlock(() => {
        const emitted = [];
        let lastLine = 0;
        for (const node of nodes) {
            if (isExecutable(node) && node.at.line !== lastLine) {
                lastLine = node.at.line;
                emitted.push(mark(node.at.line, context));
            }
            emitted.push(...context.statement(node));
        }
        return emitted;
    });
}
/** `$l[12] = 1`. */
function mark(line, context) {
    context.markLine(line);
    const cell = {
        type: "MemberExpression",
        object: js.name("$l"),
        property: js.literal(line),
        computed: true,
        optional: false,
    };
    return js.statement(js.assign(cell, js.literal(1)));
}
/** A body as a block, whatever statement it is. */
export function body(node, context) {
    if (node === null)
        return js.block([]);
    return js.block(statements(node.kind === "block" ? node.statements : [node], context));
}
export function blockStatement(node, context) {
    return [body(node, context)];
}
export function local(node, context) {
    const value = node.value === null ? js.NULL : context.expression(node.value);
    context.declareLocal(node.local);
    return [js.declare("let", localNameOf(node.local), value)];
}
/** The body of something that declares a variable in front of it: a loop, a catch clause, a branch of a switch. */
export function bodyWith(variable, node, context) {
    return context.inBlock(() => {
        context.declareLocal(variable);
        return body(node, context);
    });
}
export function expression(node, context) {
    return [js.statement(effect(node.expression, context))];
}
export function giveBack(node, context) {
    if (node.value !== null)
        return [js.give(context.expression(node.value))];
    return [js.give(context.scope.kind === "constructor" ? js.THIS : null)];
}
export function throwIt(node, context) {
    return [js.raise(context.operate("thrown", context.expression(node.value)))];
}
