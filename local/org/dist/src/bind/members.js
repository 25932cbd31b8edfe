import { typeOfReference } from "../types/type-reference.js";
import { outermost } from "./compilation.js";
export function fieldNamed(name, type, compilation) {
    const key = name.toLowerCase();
    for (const ancestor of compilation.hierarchy.supertypesOf(type)) {
        if (ancestor.kind !== "class")
            continue;
        const found = ancestor.symbol.fields.find((field) => field.name.toLowerCase() === key);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
export function platformFieldNamed(name, type, compilation) {
    const key = name.toLowerCase();
    for (const ancestor of compilation.hierarchy.supertypesOf(type)) {
        const platform = compilation.hierarchy.platformTypeOf(ancestor);
        if (platform === null)
            continue;
        const signature = platform.type.fields.find((field) => field.name.toLowerCase() === key);
        if (signature !== undefined) {
            return {
                owner: platform.type.name,
                signature,
                type: typeOfReference(signature.type, platform.bindings),
            };
        }
    }
    return undefined;
}
/**
 * Private members are seen in the whole file; protected ones also by subclasses; @TestVisible ones also by test classes.
 * Source: Apex Developer Guide, "Access Modifiers".
 */
export function isVisible(member, from, visibility = member.visibility) {
    if (visibility === "public" || visibility === "global")
        return true;
    if (outermost(member.owner) === outermost(from))
        return true;
    if (member.annotations.some(({ name }) => name === "testvisible") && outermost(from).isTest)
        return true;
    return (visibility === "protected" && around(from).some((symbol) => isOrDescends(symbol, member.owner)));
}
function around(symbol) {
    return symbol.outer === null ? [symbol] : [symbol, ...around(symbol.outer)];
}
export function isOrDescends(symbol, ancestor) {
    if (symbol === ancestor)
        return true;
    return symbol.superclass?.kind === "class" && isOrDescends(symbol.superclass.symbol, ancestor);
}
export function isMethodVisible(method, from) {
    return method.owner.kind === "interface" || isVisible(method, from);
}
