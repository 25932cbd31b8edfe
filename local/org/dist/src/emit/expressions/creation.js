import * as js from "../js.js";
import { constructorKey, defaultConstructorKey, exceptionConstructorKey, INITIALIZE, } from "../keys.js";
function all(nodes, context) {
    return nodes.map((node) => context.expression(node));
}
export function newObject(node, context) {
    const bare = js.construct(context.classReference(node.symbol.qualifiedName), []);
    const fresh = js.call(js.member(bare, INITIALIZE, context.place), []);
    const key = node.constructor !== null
        ? constructorKey(node.symbol, node.constructor.key)
        : node.symbol.isException
            ? exceptionConstructorKey(node.symbol)
            : defaultConstructorKey(node.symbol);
    return js.call(js.member(fresh, key, context.place), all(node.arguments, context));
}
export function newPlatform(node, context) {
    return js.call(context.bound("constructor_", node.owner, node.signature), all(node.arguments, context));
}
const SETTERS = { field: "put", parent: "putParent", children: "putChildren" };
/** `new Account(Name = 'x')` fills the record in the order written. */
export function newRecord(node, context) {
    const fresh = js.call(context.bound("record", node.object), []);
    if (node.fields.length === 0)
        return fresh;
    const temporary = context.temporary();
    return js.sequence([
        js.assign(js.name(temporary), fresh),
        ...node.fields.map((field) => {
            const value = context.expression(field.value);
            // A nested record in the value may have used the same slot only if temporaries were shared; they are not.
            return js.call(js.member(js.name(temporary), SETTERS[field.kind]), [
                js.literal(field.name),
                value,
            ]);
        }),
        js.name(temporary),
    ]);
}
export function newListOrSet(node, context) {
    return context.operate(node.kind === "newList" ? "newList" : "newSet", context.type(node.element), js.array(all(node.elements, context)));
}
export function newMap(node, context) {
    return context.operate("newMap", context.type(node.key), context.type(node.value), js.array(node.entries.map((entry) => js.array([context.expression(entry.key), context.expression(entry.value)]))));
}
export function copyCollection(node, context) {
    return context.operate("copyCollection", context.type(node.type), context.expression(node.source));
}
export function sizedList(node, context) {
    return context.operate("sizedList", context.type(node.element), context.expression(node.size));
}
