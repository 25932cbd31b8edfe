import * as js from "../js.js";
import { hasAccessors, slotKey, staticGetterKey } from "../keys.js";
export function literal(node, context) {
    const value = node.value;
    switch (value.kind) {
        case "null":
            return js.NULL;
        case "boolean":
        case "integer":
        case "string":
            return js.literal(value.value, context.place);
        case "long":
            return js.bigintLiteral(value.text, context.place);
        case "decimal":
            return context.bound("decimal", value.text);
        case "double":
            return context.bound("double", value.value);
    }
}
export function local(node, context) {
    return context.local(node.local);
}
export function gap(node, context) {
    return js.call(context.bound("gap", node.message), []);
}
export function self() {
    return js.THIS;
}
export function staticField(node, context) {
    const owner = context.classReference(node.field.owner.qualifiedName);
    if (!node.slot && node.field.property?.getter === "custom")
        return js.call(js.member(owner, staticGetterKey(node.field), context.place), []);
    return js.member(staticsOf(node, context), slotKeyOf(node), context.place);
}
/** The transaction's record of the class's statics; the first touch runs the static initialisers. */
export function staticsOf(node, context) {
    const owner = context.classReference(node.field.owner.qualifiedName);
    return js.call(js.member(owner, "$s", context.place), []);
}
export function slotKeyOf(node) {
    return hasAccessors(node.field) ? slotKey(node.field) : node.field.key;
}
export function enumConstant(node, context) {
    return js.member(context.classReference(node.symbol.qualifiedName), node.name, context.place);
}
export function platformEnumConstant(node, context) {
    return context.bound("platformEnumConstant", node.owner, node.name);
}
export function enumCall(node, context) {
    const values = node.arguments.map((argument) => context.expression(argument));
    return node.name === "values"
        ? context.operate("enumValues", context.type(node.enumType))
        : context.operate("enumValueOf", context.type(node.enumType), ...values);
}
export function classLiteral(node, context) {
    return context.operate("classLiteral", context.type(node.of));
}
export function targetValue(_node, context) {
    return context.targetValue;
}
