/** The name of a type as Apex writes it in messages and in method keys: `Map<Id,List<Account>>`, `System.HttpRequest`, `Outer.Inner`. */
export function displayType(type) {
    switch (type.kind) {
        case "primitive":
        case "sobject":
            return type.name;
        case "class":
            return type.symbol.qualifiedName;
        case "platform":
            return type.arguments.length === 0
                ? type.name
                : `${type.name}<${type.arguments.map(displayType).join(",")}>`;
        case "list":
            return `List<${displayType(type.element)}>`;
        case "set":
            return `Set<${displayType(type.element)}>`;
        case "map":
            return `Map<${displayType(type.key)},${displayType(type.value)}>`;
        case "object":
            return "Object";
        case "null":
            return "null";
        case "void":
            return "void";
    }
}
/** `Integer,List<Account>` */
export function displayTypes(types) {
    return types.map(displayType).join(",");
}
/** `(Integer, List<Account>)`, the way messages list parameters. */
export function displayParameters(types) {
    return `(${types.map(displayType).join(", ")})`;
}
