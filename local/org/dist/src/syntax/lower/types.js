import { identifier, optional, startOf } from "./tree.js";
export function lowerType(tree, report) {
    return {
        at: startOf(tree),
        parts: tree.typeName_list().map((part) => lowerTypePart(part, report)),
        arrayDepth: tree.arraySubscripts().LBRACK_list().length,
    };
}
function lowerTypePart(tree, report) {
    const id = optional(tree.id());
    const typeArguments = optional(tree.typeArguments());
    return {
        name: id === null ? tree.start.text : identifier(id, report),
        arguments: typeArguments === null
            ? []
            : typeArguments
                .typeList()
                .typeRef_list()
                .map((argument) => lowerType(argument, report)),
    };
}
/** A type named without type arguments, as in `catch (System.DmlException e)`. */
export function lowerQualifiedType(tree, report) {
    return {
        at: startOf(tree),
        parts: tree.id_list().map((id) => ({ name: identifier(id, report), arguments: [] })),
        arrayDepth: 0,
    };
}
/** The type after `new`. */
export function lowerCreatedType(tree, arrayDepth, report) {
    return {
        at: startOf(tree),
        parts: tree.idCreatedNamePair_list().map((pair) => {
            const typeList = optional(pair.typeList());
            return {
                name: identifier(pair.anyId(), report),
                arguments: typeList === null
                    ? []
                    : typeList.typeRef_list().map((argument) => lowerType(argument, report)),
            };
        }),
        arrayDepth,
    };
}
