import { futureAnnotation } from "../../bind/declarations/future-methods.js";
import { displayParameters } from "../../types/display.js";
import * as js from "../js.js";
import { futureBodyKey, methodKey } from "../keys.js";
import { localNameOf } from "../local-names.js";
import { neverNullLocals } from "../nullness.js";
import { statements } from "../statements/blocks.js";
import { hasStaticInitialization, touchStatics } from "./initializers.js";
export function methods(node, context) {
    return node.methods.flatMap((method) => [
        ...emitMethod(node, method, context),
        ...platformNames(method, context),
    ]);
}
function emitMethod(owner, node, context) {
    const { symbol, body } = node;
    if (body === null)
        return [];
    const frame = `Class.${owner.symbol.qualifiedName}.${symbol.name}`;
    const emitted = context.inFunction({
        frame,
        kind: "method",
        nonNull: neverNullLocals(body.statements),
        owner: owner.symbol,
        isStatic: symbol.isStatic,
        parameters: symbol.parameters,
    }, () => [
        ...(symbol.isStatic && hasStaticInitialization(owner) ? [touchStatics(owner, context)] : []),
        ...statements(body.statements, context),
    ]);
    const future = futureAnnotation(symbol);
    const key = future === undefined ? methodKey(symbol) : futureBodyKey(symbol);
    return [
        ...(future === undefined ? [] : [queueing(symbol, future, context)]),
        js.method(key, symbol.parameters.map(localNameOf), emitted, {
            isStatic: symbol.isStatic,
            place: { ...symbol.at, frame },
        }),
    ];
}
/** What a call of a @future method runs at once. */
function queueing(symbol, future, context) {
    const { qualifiedName } = symbol.owner;
    const types = symbol.parameters.map(({ type }) => type);
    const call = context.operate("enqueueFuture", js.literal(qualifiedName), js.literal(symbol.name), js.literal(`${qualifiedName}.${symbol.name}${displayParameters(types)}`), js.literal(futureBodyKey(symbol)), js.literal(future.arguments.get("callout")?.toLowerCase() === "true"), ...symbol.parameters.map((parameter) => js.name(localNameOf(parameter))));
    return js.method(methodKey(symbol), symbol.parameters.map(localNameOf), [js.statement(call)], {
        isStatic: true,
        place: null,
    });
}
/** `"System.Queueable.execute"(...values) { return this["execute(System.QueueableContext)"](...values) }`. */
function platformNames(node, context) {
    const key = methodKey(node.symbol);
    // A static method may implement an interface's too.
    const receiver = node.symbol.isStatic
        ? context.classReference(node.symbol.owner.qualifiedName)
        : js.THIS;
    const parameters = node.symbol.parameters.map((_parameter, index) => `$${index}`);
    return node.symbol.platformKeys
        .filter((platformKey) => node.symbol.isStatic || platformKey !== key)
        .map((platformKey) => js.method(platformKey, parameters, [
        js.give(js.call(js.member(receiver, key), parameters.map((parameter) => js.name(parameter)))),
    ], { place: null }));
}
