export const OBJECT = { kind: "object" };
export const SOBJECT = { kind: "sobject", name: "SObject" };
export function primitive(name) {
    return { kind: "primitive", name };
}
export function listOf(element) {
    return { kind: "list", element };
}
export function setOf(element) {
    return { kind: "set", element };
}
export function mapOf(key, value) {
    return { kind: "map", key, value };
}
export function sobjectType(name) {
    return { kind: "sobject", name };
}
export function platformTypeNamed(name, ...typeArguments) {
    return { kind: "platform", name, arguments: typeArguments };
}
/** `void.class`, what a method returns that returns nothing. No value is of it. */
export const VOID = platformTypeNamed("void");
export const STRING = primitive("String");
export const INTEGER = primitive("Integer");
export const ID = primitive("Id");
/** As `Type.getName()` and messages print it: `Map<Id,List<Account>>`, `Foo.Bar`, `System.HttpRequest`. */
export function typeName(type) {
    switch (type.kind) {
        case "primitive":
        case "class":
        case "sobject":
            return type.name;
        case "platform":
            return type.arguments.length === 0
                ? type.name
                : `${type.name}<${type.arguments.map(typeName).join(",")}>`;
        case "list":
            return `List<${typeName(type.element)}>`;
        case "set":
            return `Set<${typeName(type.element)}>`;
        case "map":
            return `Map<${typeName(type.key)},${typeName(type.value)}>`;
        case "object":
            return "Object";
    }
}
/** Platform types of the System namespace print without it in exception texts (`HttpRequest`). */
export function shortTypeName(type) {
    const name = typeName(type);
    return name.startsWith("System.") ? name.slice("System.".length) : name;
}
export function sameRuntimeType(a, b) {
    return a === b || typeName(a).toLowerCase() === typeName(b).toLowerCase();
}
