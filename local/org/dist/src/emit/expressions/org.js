import * as js from "../js.js";
import { requiredExpression } from "../chain.js";
function all(nodes, context) {
    return nodes.map((node) => context.expression(node));
}
/**
 * What a class declares, or a class it extends; an inner class has nothing of the one around it. Outside classes stand triggers, which
 * run without sharing, and anonymous blocks, which run with it: the caller is asked to tell which.
 * Source: Apex Developer Guide, "Using the with sharing, without sharing, and inherited sharing Keywords".
 */
export function sharingOf(context) {
    let owner = context.scope.owner;
    while (owner !== null) {
        if (owner.sharing === "with" || owner.sharing === "without")
            return owner.sharing;
        if (owner.sharing === "inherited" || owner.superclass?.kind !== "class")
            return "caller";
        owner = owner.superclass.symbol;
    }
    return "caller";
}
/** `$.query(0, "with")` makes a function of the binds. */
export function soql(node, context) {
    return js.call(preparedQuery(node, node.shape, context), [js.array(all(node.binds, context))]);
}
export function preparedQuery(node, shape, context) {
    const index = context.queries.push(node.query) - 1;
    return context.bound(shape === "list" ? "query" : "countQuery", index, sharingOf(context));
}
export function sosl(node, context) {
    const index = context.searches.push(node.query) - 1;
    return js.call(context.bound("search", index, sharingOf(context)), [
        js.array(all(node.binds, context)),
    ]);
}
export function objectToken(node, context) {
    return context.bound("objectToken", node.object);
}
export function fieldToken(node, context) {
    return context.bound("fieldToken", node.object, node.field);
}
export function objectDescribe(node, context) {
    return context.bound("objectDescribe", node.object);
}
export function fieldDescribe(node, context) {
    return context.bound("fieldDescribe", node.object, node.field);
}
export function fieldSet(node, context) {
    return context.bound("fieldSet", node.object, node.name);
}
export function settingsCall(node, context) {
    return context.operate("settings", js.literal(node.object), js.literal(node.name), ...all(node.arguments, context));
}
export function label(node, context) {
    return context.operate("label", js.literal(node.name, context.place));
}
export function page(node, context) {
    return js.call(context.bound("constructor_", "System.PageReference", "new(String)"), [
        js.literal(`/apex/${node.name}`, context.place),
    ]);
}
export function triggerVariable(node, context) {
    return context.operate("triggerVariable", js.literal(node.name, context.place));
}
export function fieldAddError(node, context) {
    return context.operate("fieldAddError", requiredExpression(node.record, context), js.literal(node.field), ...all(node.arguments, context));
}
