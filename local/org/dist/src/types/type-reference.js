import { listOf, mapOf, OBJECT, platformType, primitiveNamed, setOf, sobjectType, VOID, } from "./well-known.js";
export const NO_BINDINGS = new Map();
export function typeBindings(type, typeArguments) {
    return new Map(type.typeParameters.map((parameter, index) => [parameter, typeArguments[index] ?? OBJECT]));
}
export function typeOfReference(reference, bindings) {
    const bound = bindings.get(reference.name);
    if (bound !== undefined)
        return bound;
    const typeArguments = reference.args.map((argument) => typeOfReference(argument, bindings));
    const [first = OBJECT, second = OBJECT] = typeArguments;
    switch (reference.name) {
        case "void":
            return VOID;
        case "Object":
            return OBJECT;
        case "List":
            return listOf(first);
        case "Set":
            return setOf(first);
        case "Map":
            return mapOf(first, second);
        default:
            return (primitiveNamed(reference.name) ??
                // Standard objects are the only other unqualified names (catalog-types.ts).
                (reference.name.includes(".")
                    ? platformType(reference.name, ...typeArguments)
                    : sobjectType(reference.name)));
    }
}
