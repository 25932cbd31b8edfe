import { lowerIsFinal, lowerModifiers } from "./modifiers.js";
import { lowerBlock, lowerDeclarators } from "./statements.js";
import { endOf, identifier, optional, positionOfTerminal, startOf } from "./tree.js";
import { lowerType } from "./types.js";
export function lowerFields(tree, modifiers, report) {
    const type = lowerType(tree.typeRef(), report);
    return lowerDeclarators(tree.variableDeclarators(), report).map((variable) => ({
        kind: "field",
        modifiers,
        type,
        ...variable,
    }));
}
export function lowerMethod(tree, modifiers, report) {
    const body = optional(tree.block());
    return {
        ...lowerSignature(tree, modifiers, report),
        body: body === null ? null : lowerBlock(body, report),
    };
}
export function lowerInterfaceMethod(tree, report) {
    const [modifier] = tree.modifier_list();
    if (modifier !== undefined) {
        report(startOf(modifier), `Missing '}' at '${modifier.start.text}'`);
    }
    return {
        ...lowerSignature(tree, lowerModifiers(tree.modifier_list(), report), report),
        body: null,
    };
}
function lowerSignature(tree, modifiers, report) {
    const returns = optional(tree.typeRef());
    return {
        kind: "method",
        name: identifier(tree.id(), report),
        modifiers,
        returns: returns === null ? null : lowerType(returns, report),
        parameters: lowerParameters(tree.formalParameters(), report),
        at: startOf(tree.id()),
        end: endOf(tree),
    };
}
export function lowerConstructor(tree, modifiers, report) {
    const names = tree.qualifiedName().id_list();
    const [first] = names;
    if (first === undefined || names.length > 1) {
        report(startOf(tree), `Invalid constructor name: ${tree.qualifiedName().getText()}`);
    }
    return {
        kind: "constructor",
        name: first === undefined ? "" : identifier(first, report),
        modifiers,
        parameters: lowerParameters(tree.formalParameters(), report),
        body: lowerBlock(tree.block(), report),
        at: startOf(tree),
        end: endOf(tree),
    };
}
function lowerParameters(tree, report) {
    const list = optional(tree.formalParameterList());
    return list === null
        ? []
        : list.formalParameter_list().map((parameter) => ({
            name: identifier(parameter.id(), report),
            type: lowerType(parameter.typeRef(), report),
            isFinal: lowerIsFinal(parameter.modifier_list(), report),
            at: startOf(parameter.id()),
        }));
}
export function lowerProperty(tree, modifiers, report) {
    let getter = null;
    let setter = null;
    if (tree.propertyBlock_list().length === 0) {
        report(positionOfTerminal(tree.RBRACE()), "Unexpected token '}'.");
    }
    for (const accessor of tree.propertyBlock_list()) {
        const isGetter = optional(accessor.getter()) !== null;
        if ((isGetter ? getter : setter) !== null) {
            report(startOf(accessor), `Missing '}' at '${isGetter ? "get" : "set"}'`);
        }
        const lowered = lowerAccessor(accessor, report);
        if (isGetter) {
            getter = lowered;
        }
        else {
            setter = lowered;
        }
    }
    return {
        kind: "property",
        modifiers,
        type: lowerType(tree.typeRef(), report),
        name: identifier(tree.id(), report),
        getter,
        setter,
        at: startOf(tree.id()),
    };
}
function lowerAccessor(tree, report) {
    const accessor = optional(tree.getter()) ?? tree.setter();
    const body = optional(accessor.block());
    return {
        modifiers: lowerModifiers(tree.modifier_list(), report),
        body: body === null ? null : lowerBlock(body, report),
        at: startOf(accessor),
    };
}
