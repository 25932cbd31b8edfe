import { lowerConstructor, lowerFields, lowerInterfaceMethod, lowerMethod, lowerProperty, } from "./members.js";
import { lowerModifiers } from "./modifiers.js";
import { lowerBlock } from "./statements.js";
import { endOf, identifier, optional, startOf, unknownConstruct } from "./tree.js";
import { lowerType } from "./types.js";
export function lowerTypeDeclaration(tree, report) {
    const declaration = lowerNestedType(tree, tree.modifier_list(), report);
    if (declaration === null)
        throw unknownConstruct(tree);
    return declaration;
}
/** One declaration; `Integer a, b;` declares two fields. Empty when the rule is none of these. */
export function lowerMember(tree, modifierTrees, report) {
    const type = lowerNestedType(tree, modifierTrees, report);
    if (type !== null)
        return [type];
    const modifiers = lowerModifiers(modifierTrees, report);
    const method = optional(tree.methodDeclaration());
    if (method !== null)
        return [lowerMethod(method, modifiers, report)];
    const property = optional(tree.propertyDeclaration());
    if (property !== null)
        return [lowerProperty(property, modifiers, report)];
    const fields = optional(tree.fieldDeclaration());
    return fields === null ? [] : lowerFields(fields, modifiers, report);
}
function lowerNestedType(tree, modifierTrees, report) {
    const asClass = optional(tree.classDeclaration());
    if (asClass !== null)
        return lowerClass(asClass, lowerModifiers(modifierTrees, report), report);
    const asInterface = optional(tree.interfaceDeclaration());
    if (asInterface !== null) {
        return lowerInterface(asInterface, lowerModifiers(modifierTrees, report), report);
    }
    const asEnum = optional(tree.enumDeclaration());
    return asEnum === null ? null : lowerEnum(asEnum, lowerModifiers(modifierTrees, report), report);
}
function lowerClass(tree, modifiers, report) {
    const superclass = optional(tree.typeRef());
    return {
        kind: "class",
        name: identifier(tree.id(), report),
        modifiers,
        superclass: superclass === null ? null : lowerType(superclass, report),
        interfaces: lowerTypes(optional(tree.typeList()), report),
        members: tree
            .classBody()
            .classBodyDeclaration_list()
            .flatMap((member) => lowerClassMember(member, report)),
        at: startOf(tree.id()),
        end: endOf(tree),
    };
}
function lowerClassMember(tree, report) {
    const block = optional(tree.block());
    if (block !== null) {
        const isStatic = optional(tree.STATIC()) !== null;
        return [{ kind: "initializer", isStatic, body: lowerBlock(block, report), at: startOf(tree) }];
    }
    const member = optional(tree.memberDeclaration());
    if (member === null) {
        report(startOf(tree), "Extra '}', at ';'.");
        return [];
    }
    const constructor = optional(member.constructorDeclaration());
    return constructor === null
        ? lowerMember(member, tree.modifier_list(), report)
        : [lowerConstructor(constructor, lowerModifiers(tree.modifier_list(), report), report)];
}
function lowerInterface(tree, modifiers, report) {
    return {
        kind: "interface",
        name: identifier(tree.id(), report),
        modifiers,
        interfaces: lowerTypes(optional(tree.typeList()), report),
        methods: tree
            .interfaceBody()
            .interfaceMethodDeclaration_list()
            .map((method) => lowerInterfaceMethod(method, report)),
        at: startOf(tree.id()),
        end: endOf(tree),
    };
}
function lowerEnum(tree, modifiers, report) {
    const constants = optional(tree.enumConstants());
    return {
        kind: "enum",
        name: identifier(tree.id(), report),
        modifiers,
        constants: constants === null
            ? []
            : constants.id_list().map((id) => ({ name: identifier(id, report), at: startOf(id) })),
        at: startOf(tree.id()),
        end: endOf(tree),
    };
}
function lowerTypes(tree, report) {
    return tree === null ? [] : tree.typeRef_list().map((type) => lowerType(type, report));
}
