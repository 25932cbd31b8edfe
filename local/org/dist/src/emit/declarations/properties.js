import * as js from "../js.js";
import { hasAccessors, slotKey, staticGetterKey, staticSetterKey } from "../keys.js";
import { localNameOf } from "../local-names.js";
import { neverNullLocals } from "../nullness.js";
import { statements } from "../statements/blocks.js";
import { hasStaticInitialization, touchStatics } from "./initializers.js";
export function accessors(node, context) {
    return node.symbol.fields
        .filter(hasAccessors)
        .flatMap((field) => [
        ...accessor(node, field, "get", context),
        ...accessor(node, field, "set", context),
    ]);
}
function accessor(node, field, kind, context) {
    const custom = node.accessors.find((candidate) => candidate.field === field && candidate.kind === kind);
    if (custom !== undefined)
        return [customAccessor(node, custom, context)];
    if (field.isStatic)
        return [];
    const slot = js.member(js.THIS, slotKey(field));
    return [
        kind === "get"
            ? js.method(field.key, [], [js.give(slot)], { kind, place: null })
            : js.method(field.key, ["$v"], [js.statement(js.assign(slot, js.name("$v")))], {
                kind,
                place: null,
            }),
    ];
}
function customAccessor(owner, node, context) {
    const { field, kind, value } = node;
    const frame = `Class.${owner.symbol.qualifiedName}.${field.name}`;
    const parameters = kind === "set" ? [value === null ? "$v" : localNameOf(value)] : [];
    const emitted = context.inFunction({
        frame,
        kind: "method",
        nonNull: neverNullLocals(node.body.statements),
        owner: owner.symbol,
        isStatic: field.isStatic,
        parameters: value === null ? [] : [value],
    }, () => [
        ...(field.isStatic && hasStaticInitialization(owner) ? [touchStatics(owner, context)] : []),
        ...statements(node.body.statements, context),
    ]);
    const place = { ...node.body.at, frame };
    if (!field.isStatic)
        return js.method(field.key, parameters, emitted, { kind, place });
    const key = kind === "get" ? staticGetterKey(field) : staticSetterKey(field);
    return js.method(key, parameters, emitted, { isStatic: true, place });
}
