import * as js from "../js.js";
import { constructorKey, defaultConstructorKey, exceptionConstructorKey } from "../keys.js";
import { localNameOf } from "../local-names.js";
import { neverNullLocals } from "../nullness.js";
import { statements } from "../statements/blocks.js";
export function constructors(node, context) {
    const declared = node.constructors.map((constructor) => emitConstructor(node, constructor, context));
    const implicit = node.constructors.length === 0 && !node.symbol.isException
        ? [implicitConstructor(node, context)]
        : [];
    return [
        ...declared,
        ...implicit,
        ...(node.symbol.isException ? [exceptionConstructor(node)] : []),
    ];
}
function onThis(key, values) {
    return js.statement(js.call(js.member(js.THIS, key), values));
}
/** The project class above, if there is one. */
function projectSuperclass(symbol) {
    return symbol.superclass?.kind === "class" ? symbol.superclass.symbol : null;
}
function emitConstructor(node, constructor, context) {
    const frame = `Class.${node.symbol.qualifiedName}.<init>`;
    const { symbol, body } = constructor;
    const emitted = context.inFunction({
        frame,
        kind: "constructor",
        nonNull: neverNullLocals(body.statements),
        owner: node.symbol,
        isStatic: false,
        parameters: symbol.parameters,
    }, () => [
        ...context.at(constructor.chained.at, () => chained(node, constructor, context)),
        ...statements(body.statements, context),
        js.give(js.THIS),
    ]);
    return js.method(constructorKey(node.symbol, symbol.key), symbol.parameters.map(localNameOf), emitted, { place: { ...symbol.at, frame } });
}
function chained(node, constructor, context) {
    const { of, target } = constructor.chained;
    const values = constructor.chained.arguments.map((argument) => context.expression(argument));
    if (target !== null)
        return [onThis(constructorKey(target.owner, target.key), values)];
    if (of === "this")
        return [onThis(exceptionConstructorKey(node.symbol), values)];
    const above = projectSuperclass(node.symbol);
    if (above === null)
        return node.symbol.isException ? [onThis("$exception", values)] : [];
    return [
        onThis(above.isException ? exceptionConstructorKey(above) : defaultConstructorKey(above), values),
    ];
}
function implicitConstructor(node, context) {
    const frame = `Class.${node.symbol.qualifiedName}.<init>`;
    const above = projectSuperclass(node.symbol);
    const emitted = context.inFunction({
        frame,
        kind: "constructor",
        nonNull: new Set(),
        owner: node.symbol,
        isStatic: false,
        parameters: [],
    }, () => [...(above === null ? [] : [onThis(defaultConstructorKey(above), [])]), js.give(js.THIS)]);
    return js.method(defaultConstructorKey(node.symbol), [], emitted, {
        place: { ...node.symbol.at, frame },
    });
}
function exceptionConstructor(node) {
    const above = projectSuperclass(node.symbol);
    const frame = `Class.${node.symbol.qualifiedName}.<init>`;
    return js.method(exceptionConstructorKey(node.symbol), ["$first", "$second"], [
        onThis(above === null ? "$exception" : exceptionConstructorKey(above), [
            js.name("$first"),
            js.name("$second"),
        ]),
        js.give(js.THIS),
    ], { place: { ...node.symbol.at, frame } });
}
