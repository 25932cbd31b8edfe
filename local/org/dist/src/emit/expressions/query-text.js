import * as js from "../js.js";
import { hasAccessors, slotKey, staticGetterKey } from "../keys.js";
const CALLS = new Set(["query", "countQuery", "getQueryLocator", "getCursor"]
    .map((name) => `System.Database.${name}`)
    .concat("System.Search.query"));
export function takesQueryText(node) {
    const first = node.arguments[0];
    return (CALLS.has(`${node.owner}.${node.name}`) &&
        first?.type.kind === "primitive" &&
        // A text without variables in it needs none.
        !(first.kind === "literal" && first.value.kind === "string" && !first.value.value.includes(":")));
}
/** `withQueryVariables((n) => n === "ids" ? ids : … undefined, () => call)`. */
export function withVariables(call, context) {
    return context.operate("withQueryVariables", resolver(context), arrow([], call));
}
function arrow(parameters, body) {
    return {
        type: "ArrowFunctionExpression",
        params: parameters.map((parameter) => js.name(parameter)),
        body,
        expression: true,
        async: false,
    };
}
function resolver(context) {
    const values = new Map();
    for (const [name, value] of fieldValues(context))
        values.set(name, value);
    // Locals hide fields, inner ones come last.
    for (const local of context.visibleLocals)
        values.set(local.name.toLowerCase(), context.local(local));
    let chain = js.unary("void", js.literal(0));
    for (const [name, value] of values)
        chain = js.conditional(js.binary("===", js.name("$n"), js.literal(name)), value, chain);
    return arrow(["$n"], chain);
}
function fieldValues(context) {
    const { owner, isStatic } = context.scope;
    const found = [];
    for (let at = owner; at !== null; at = at.outer)
        for (const of of ancestry(at).toReversed())
            for (const field of of.fields) {
                if (field.isStatic)
                    found.push([field.name.toLowerCase(), staticValue(field, context)]);
                else if (at === owner && !isStatic)
                    found.push([field.name.toLowerCase(), js.member(js.THIS, field.key)]);
            }
    return found;
}
function ancestry(symbol) {
    const above = symbol.superclass;
    return above?.kind === "class" ? [symbol, ...ancestry(above.symbol)] : [symbol];
}
function staticValue(field, context) {
    const owner = context.classReference(field.owner.qualifiedName);
    if (field.property?.getter === "custom")
        return js.call(js.member(owner, staticGetterKey(field)), []);
    const key = hasAccessors(field) ? slotKey(field) : field.key;
    return js.member(js.call(js.member(owner, "$s"), []), key);
}
