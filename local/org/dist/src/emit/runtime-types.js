import { VOID } from "../runtime/type.js";
export function runtimeType(type) {
    switch (type.kind) {
        case "primitive":
            return { kind: "primitive", name: type.name };
        case "class":
            return { kind: "class", name: type.symbol.qualifiedName };
        case "platform":
            return { kind: "platform", name: type.name, arguments: type.arguments.map(runtimeType) };
        case "list":
            return { kind: "list", element: runtimeType(type.element) };
        case "set":
            return { kind: "set", element: runtimeType(type.element) };
        case "map":
            return { kind: "map", key: runtimeType(type.key), value: runtimeType(type.value) };
        case "sobject":
            return { kind: "sobject", name: type.name };
        case "void":
            return VOID;
        case "object":
        case "null":
            return { kind: "object" };
    }
}
