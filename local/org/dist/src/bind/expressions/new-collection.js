import { displayType } from "../../types/display.js";
import { sameType } from "../../types/same-type.js";
import { INTEGER, listOf, setOf } from "../../types/well-known.js";
import { convertedTo } from "../conversions.js";
import { fail } from "../report.js";
/** `new List<T>()`, `new List<T>(5)`, `new Set<T>(list)`, `new Map<Id, T>(records)` */
export function bindNewCollection(type, given, at, context) {
    const [source, ...more] = given;
    if (source === undefined)
        return emptyCollection(type, at);
    if (type.kind === "list" && sameType(source.type, INTEGER)) {
        return { kind: "sizedList", element: type.element, size: source, type, at };
    }
    if (more.length > 0 || !isSource(source, type, context))
        badInitializer(type, source, at);
    return { kind: "copyCollection", source, type, at };
}
function emptyCollection(type, at) {
    switch (type.kind) {
        case "list":
            return { kind: "newList", element: type.element, elements: [], type, at };
        case "set":
            return { kind: "newSet", element: type.element, elements: [], type, at };
        case "map":
            return { kind: "newMap", key: type.key, value: type.value, entries: [], type, at };
    }
}
function isSource(source, type, context) {
    const { hierarchy } = context.compilation;
    if (type.kind === "map") {
        if (source.type.kind === "map")
            return convertedTo(source, type, hierarchy, "argument") !== null;
        const isKeyed = type.key.kind === "primitive" && (type.key.name === "Id" || type.key.name === "String");
        return (isKeyed &&
            convertedTo(source, listOf(type.value), hierarchy, "argument") !== null &&
            type.value.kind === "sobject");
    }
    const { element } = type;
    return (convertedTo(source, listOf(element), hierarchy, "argument") !== null ||
        convertedTo(source, setOf(element), hierarchy, "argument") !== null);
}
function badInitializer(type, source, at) {
    const found = `Invalid initializer type ${displayType(source.type)} found for ${displayType(type)}: expected`;
    switch (type.kind) {
        case "list":
            return fail(at, `${found} an Integer or a List of type ${displayType(type.element)}`);
        case "set":
            return fail(at, `${found} a List or a Set of type: ${displayType(type.element)}`);
        case "map":
            return fail(at, `${found} a Map with the same key and value types, or a valid SObject List`);
    }
}
