import { required } from "../chain.js";
import * as js from "../js.js";
import { slotKey, staticSetterKey } from "../keys.js";
import { slotKeyOf, staticsOf } from "./names.js";
import { isNeverNull } from "../nullness.js";
export function assign(node, context) {
    const reference = referenceTo(node.target, context, false);
    return withPrepared(reference.prepare, reference.write(context.expression(node.value)));
}
export function compoundAssign(node, context) {
    const reference = referenceTo(node.target, context, true);
    const value = context.withTargetValue(reference.read, () => context.expression(node.operation));
    return withPrepared(reference.prepare, reference.write(value));
}
export function increment(node, context) {
    const reference = referenceTo(node.target, context, true);
    const current = required(node.target, reference.read, context);
    if (node.isPrefix)
        return withPrepared(reference.prepare, reference.write(step(current, node.operator, node.numeric, context)));
    const old = context.temporary();
    return js.sequence([
        ...reference.prepare,
        js.assign(js.name(old), current),
        reference.write(step(js.name(old), node.operator, node.numeric, context)),
        js.name(old),
    ]);
}
/** As a statement of its own the old value is not needed. */
export function effect(node, context) {
    return node.kind === "increment"
        ? context.expression({ ...node, isPrefix: true })
        : context.expression(node);
}
function step(value, operator, numeric, context) {
    switch (numeric) {
        case "Integer":
            return js.binary("|", js.binary(operator === "++" ? "+" : "-", value, js.literal(1)), js.literal(0));
        case "Long":
            return context.operate(operator === "++" ? "addLongs" : "subtractLongs", value, js.bigintLiteral("1", context.place));
        case "Double":
            return context.operate(operator === "++" ? "addDoubles" : "subtractDoubles", value, context.bound("double", 1));
        case "Decimal":
            return context.operate(operator === "++" ? "addDecimals" : "subtractDecimals", value, context.bound("decimal", "1"));
    }
}
function withPrepared(prepare, last) {
    return prepare.length === 0 ? last : js.sequence([...prepare, last]);
}
/** `readsToo`: the target's parts are needed twice, so they are kept in temporaries. */
function referenceTo(target, context, readsToo) {
    const prepare = [];
    const once = (node) => {
        const value = context.expression(node);
        if (!readsToo || node.kind === "this" || node.kind === "local")
            return value;
        const temporary = context.temporary();
        prepare.push(js.assign(js.name(temporary), value));
        return js.name(temporary);
    };
    const place = context.place;
    switch (target.kind) {
        case "local": {
            const variable = context.local(target.local);
            return { prepare, read: variable, write: (value) => js.assign(variable, value) };
        }
        case "field": {
            const key = target.slot ? slotKey(target.field) : target.field.key;
            const access = target.isSuper
                ? js.member({ type: "Super" }, key, place)
                : js.member(once(target.target), key, place);
            return { prepare, read: access, write: (value) => js.assign(access, value) };
        }
        case "staticField": {
            const read = context.expression(target);
            const isCalled = !target.slot && target.field.property?.setter === "custom";
            return {
                prepare,
                read,
                write: (value) => isCalled
                    ? js.call(js.member(context.classReference(target.field.owner.qualifiedName), staticSetterKey(target.field), place), [value])
                    : js.assign(js.member(staticsOf(target, context), slotKeyOf(target), place), value),
            };
        }
        case "recordField": {
            const record = once(target.target);
            return {
                prepare,
                read: js.call(js.member(record, "get", place), [js.literal(target.field)]),
                write: (value) => js.call(js.member(record, "put", place), [js.literal(target.field), value]),
            };
        }
        case "recordParent": {
            const record = once(target.target);
            return {
                prepare,
                read: js.call(js.member(record, "parent", place), [js.literal(target.relationship)]),
                write: (value) => js.call(js.member(record, "putParent", place), [js.literal(target.relationship), value]),
            };
        }
        case "index": {
            const list = once(target.target);
            const index = once(target.index);
            return {
                prepare,
                read: js.call(js.member(list, "get", place), [index]),
                write: (value) => js.call(js.member(list, "set", place), [index, value]),
            };
        }
        case "platformField": {
            if (target.target === null)
                return {
                    prepare,
                    read: js.call(context.bound("staticGetter", target.owner, target.name), []),
                    write: (value) => js.call(context.bound("staticSetter", target.owner, target.name), [value]),
                };
            const receiver = once(target.target);
            const checked = isNeverNull(target.target, context.scope.nonNull)
                ? receiver
                : js.logical("??", receiver, context.operate("nullPointer"));
            return {
                prepare,
                read: js.call(context.bound("getter", target.owner, target.name), [checked]),
                write: (value) => js.call(context.bound("setter", target.owner, target.name), [checked, value]),
            };
        }
    }
}
