import { requiredExpression } from "../chain.js";
import * as js from "../js.js";
import { localNameOf } from "../local-names.js";
import { body, bodyWith } from "./blocks.js";
export function ifElse(node, context) {
    return [
        js.when(requiredExpression(node.condition, context), body(node.then, context), node.otherwise === null ? null : body(node.otherwise, context)),
    ];
}
/** Not a JavaScript switch: `break` inside belongs to the loop around it. */
export function switchValues(node, context) {
    const subject = context.temporary();
    const test = (value) => js.binary("===", js.name(subject), context.expression(value));
    let chain = node.otherwise === null ? null : body(node.otherwise, context);
    for (const branch of node.cases.toReversed()) {
        const [first, ...rest] = branch.values.map(test);
        if (first === undefined)
            continue;
        const condition = rest.reduce((any, next) => js.logical("||", any, next), first);
        chain = js.when(condition, body(branch.body, context), chain);
    }
    return [
        js.statement(js.assign(js.name(subject), context.expression(node.subject))),
        ...(chain === null ? [] : [chain]),
    ];
}
export function switchTypes(node, context) {
    const subject = context.temporary();
    let chain = node.otherwise === null ? null : body(node.otherwise, context);
    for (const branch of node.cases.toReversed()) {
        const inner = bodyWith(branch.local, branch.body, context);
        chain = js.when(context.operate("instanceOf", js.name(subject), context.type(branch.type)), js.block([js.declare("let", localNameOf(branch.local), js.name(subject)), ...inner.body]), chain);
    }
    if (node.nullCase !== null)
        chain = js.when(js.binary("===", js.name(subject), js.NULL), body(node.nullCase, context), chain);
    return [
        js.statement(js.assign(js.name(subject), context.expression(node.subject))),
        ...(chain === null ? [] : [chain]),
    ];
}
