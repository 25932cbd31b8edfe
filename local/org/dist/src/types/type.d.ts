/** The static types of Apex. Types are compared with `sameType`, never by identity. */
import type { ClassSymbol } from "./symbols.ts";
export type PrimitiveName = "Boolean" | "Integer" | "Long" | "Double" | "Decimal" | "String" | "Id" | "Date" | "Datetime" | "Time" | "Blob";
export type Type = {
    readonly kind: "primitive";
    readonly name: PrimitiveName;
}
/** A class, interface or enum of the project. */
 | {
    readonly kind: "class";
    readonly symbol: ClassSymbol;
}
/** A platform class, interface or enum, by its catalog name (`System.HttpRequest`), with type arguments. */
 | {
    readonly kind: "platform";
    readonly name: string;
    readonly arguments: readonly Type[];
} | {
    readonly kind: "list";
    readonly element: Type;
} | {
    readonly kind: "set";
    readonly element: Type;
} | {
    readonly kind: "map";
    readonly key: Type;
    readonly value: Type;
}
/** `SObject` itself, or one object by its canonical API name. */
 | {
    readonly kind: "sobject";
    readonly name: string;
} | {
    readonly kind: "object";
} | {
    readonly kind: "null";
} | {
    readonly kind: "void";
};
