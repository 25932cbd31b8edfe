export function sameType(a, b) {
    switch (a.kind) {
        case "primitive":
        case "sobject":
            return b.kind === a.kind && b.name === a.name;
        case "class":
            return b.kind === "class" && b.symbol === a.symbol;
        case "platform":
            return b.kind === "platform" && b.name === a.name && sameTypes(a.arguments, b.arguments);
        case "list":
        case "set":
            return b.kind === a.kind && sameType(a.element, b.element);
        case "map":
            return b.kind === "map" && sameType(a.key, b.key) && sameType(a.value, b.value);
        case "object":
        case "null":
        case "void":
            return b.kind === a.kind;
    }
}
export function sameTypes(a, b) {
    return (a.length === b.length &&
        a.every((type, index) => {
            const other = b[index];
            return other !== undefined && sameType(type, other);
        }));
}
