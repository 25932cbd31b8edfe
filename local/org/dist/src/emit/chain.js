import * as js from "./js.js";
import { isNeverNull } from "./nullness.js";
const CHAIN_KINDS = new Set([
    "field",
    "recordField",
    "recordParent",
    "recordChildren",
    "index",
    "platformField",
    "call",
    "platformCall",
]);
export function isChainNode(node) {
    return CHAIN_KINDS.has(node.kind);
}
/** The whole chain, guarded. */
export function chain(node, context, visit) {
    const guards = [];
    const value = visit(node, context, guards);
    const [first, ...rest] = guards;
    if (first === undefined)
        return value;
    return js.conditional(rest.reduce((all, guard) => js.logical("||", all, guard), first), js.NULL, value);
}
/** A link's target, possibly null: what dereferences it raises the error. */
export function target(node, isSafe, context, guards, visit) {
    const value = isChainNode(node)
        ? context.at(node.at, () => visit(node, context, guards))
        : context.expression(node);
    if (!isSafe)
        return value;
    const temporary = context.temporary();
    guards.push(js.binary("===", js.assign(js.name(temporary), value), js.NULL));
    return js.name(temporary);
}
/** A value that must not be null: raises NullPointerException where it is, in the words for a receiver or for an argument. */
export function required(node, value, context, refusal = "nullPointer") {
    return isNeverNull(node, context.scope.nonNull)
        ? value
        : js.logical("??", value, context.operate(refusal));
}
export function requiredExpression(node, context) {
    return required(node, context.expression(node), context);
}
