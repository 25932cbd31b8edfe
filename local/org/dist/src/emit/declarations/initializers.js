import * as js from "../js.js";
import { hasAccessors, INITIALIZE, slotKey } from "../keys.js";
import { neverNullLocals } from "../nullness.js";
import { body } from "../statements/blocks.js";
export function hasStaticInitialization(node) {
    return node.staticInitializers.length > 0;
}
/** The first use of a class runs its static initialisers, whatever is used of it. */
export function touchStatics(node, context) {
    return js.statement(js.call(js.member(context.classReference(node.symbol.qualifiedName), "$s"), []));
}
function emitInitializers(nodes, holder, context) {
    return nodes.flatMap((node) => context.at(node.at, () => {
        if (node.kind === "block")
            return [body(node.body, context)];
        context.markLine(node.at.line);
        const key = hasAccessors(node.field) ? slotKey(node.field) : node.field.key;
        const cell = {
            type: "MemberExpression",
            object: js.name("$l"),
            property: js.literal(node.at.line),
            computed: true,
            optional: false,
        };
        return [
            js.statement(js.assign(cell, js.literal(1))),
            js.statement(js.assign(js.member(holder, key), context.expression(node.value))),
        ];
    }));
}
function blocksOf(nodes) {
    return nodes.flatMap((node) => (node.kind === "block" ? node.body.statements : []));
}
/** `$init()`: fills the fields, the superclass's first, and gives the object back. */
export function initializers(node, context) {
    if (node.instanceInitializers.length === 0 && !hasStaticInitialization(node))
        return [];
    const frame = `Class.${node.symbol.qualifiedName}.<init>`;
    const emitted = context.inFunction({
        frame,
        kind: "body",
        nonNull: neverNullLocals(blocksOf(node.instanceInitializers)),
        owner: node.symbol,
        isStatic: false,
        parameters: [],
    }, () => [
        ...(hasStaticInitialization(node) ? [touchStatics(node, context)] : []),
        js.statement(js.call(js.member({ type: "Super" }, INITIALIZE), [])),
        ...emitInitializers(node.instanceInitializers, js.THIS, context),
        js.give(js.THIS),
    ]);
    return [js.method(INITIALIZE, [], emitted, { place: { ...node.symbol.at, frame } })];
}
/** `static $clinit($r)`: fills the transaction's record of this class. */
export function staticInitializer(node, context) {
    if (!hasStaticInitialization(node))
        return [];
    const frame = `Class.${node.symbol.qualifiedName}.<clinit>`;
    const emitted = context.inFunction({
        frame,
        kind: "body",
        nonNull: neverNullLocals(blocksOf(node.staticInitializers)),
        owner: node.symbol,
        isStatic: true,
        parameters: [],
    }, () => emitInitializers(node.staticInitializers, js.name("$r"), context));
    return [
        js.method("$clinit", ["$r"], emitted, { isStatic: true, place: { ...node.symbol.at, frame } }),
    ];
}
