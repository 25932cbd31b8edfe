import { lowerExpression, lowerExpressionList } from "./expressions.js";
import { optional, positionOfTerminal, startOf, unknownConstruct } from "./tree.js";
import { lowerCreatedType } from "./types.js";
/** What follows `new`. `at` is the position of the word itself. */
export function lowerCreation(tree, at, report) {
    const array = optional(tree.arrayCreatorRest());
    if (array !== null) {
        return lowerArray(tree, array, at, report);
    }
    const type = lowerCreatedType(tree.createdName(), 0, report);
    const constructor = optional(tree.classCreatorRest());
    if (constructor !== null) {
        const list = optional(constructor.arguments().expressionList());
        return newObject(type, lowerExpressionList(list, report), at);
    }
    const map = optional(tree.mapCreatorRest());
    if (map !== null) {
        const entries = map.mapCreatorRestPair_list().map((pair) => ({
            key: lowerExpression(pair.expression(0), report),
            value: lowerExpression(pair.expression(1), report),
        }));
        return { kind: "newMap", type, entries, at };
    }
    const elements = optional(tree.setCreatorRest());
    if (elements !== null) {
        if (isMap(type)) {
            report(positionOfTerminal(elements.RBRACE()), "Expecting '=>' but was: '}'");
        }
        return {
            kind: "newListOrSet",
            type,
            elements: lowerAll(elements.expression_list(), report),
            at,
        };
    }
    if (optional(tree.noRest()) === null) {
        throw unknownConstruct(tree);
    }
    return isMap(type)
        ? { kind: "newMap", type, entries: [], at }
        : { kind: "newListOrSet", type, elements: [], at };
}
function lowerArray(tree, array, at, report) {
    const size = optional(array.expression());
    if (size !== null) {
        const type = lowerCreatedType(tree.createdName(), 0, report);
        return { kind: "newArray", type, size: lowerExpression(size, report), at };
    }
    const initializer = optional(array.arrayInitializer());
    const elements = initializer === null ? [] : initializer.expression_list();
    if (initializer === null) {
        report(startOf(array), "An array is created with a size or with its elements");
    }
    else if (elements.length > 0 && initializer.COMMA_list().length === elements.length) {
        report(positionOfTerminal(initializer.RBRACE()), "Unexpected token '}'.");
    }
    return {
        kind: "newListOrSet",
        type: lowerCreatedType(tree.createdName(), 1, report),
        elements: lowerAll(elements, report),
        at,
    };
}
/** `name = value` as an argument sets a field when every argument is one; among others it is an assignment like any other. */
function newObject(type, list, at) {
    const fields = [];
    for (const argument of list) {
        if (argument.kind !== "assignment" ||
            argument.operator !== null ||
            argument.target.kind !== "name") {
            return { kind: "newObject", type, arguments: list, fields: [], at };
        }
        fields.push({ name: argument.target.name, value: argument.value, at: argument.target.at });
    }
    return { kind: "newObject", type, arguments: [], fields, at };
}
function lowerAll(trees, report) {
    return trees.map((tree) => lowerExpression(tree, report));
}
function isMap(type) {
    return type.parts.at(-1)?.name.toLowerCase() === "map";
}
