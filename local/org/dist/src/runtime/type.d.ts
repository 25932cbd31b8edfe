/** Types at run time: plain data, printed and compared by Apex's own names. */
import type { PrimitiveName } from "../types/type.ts";
export type RuntimeType = {
    readonly kind: "primitive";
    readonly name: PrimitiveName;
}
/** A class, interface or enum of the project, by its qualified name. */
 | {
    readonly kind: "class";
    readonly name: string;
}
/** By its catalog name: `System.HttpRequest`. */
 | {
    readonly kind: "platform";
    readonly name: string;
    readonly arguments: readonly RuntimeType[];
} | {
    readonly kind: "list";
    readonly element: RuntimeType;
} | {
    readonly kind: "set";
    readonly element: RuntimeType;
} | {
    readonly kind: "map";
    readonly key: RuntimeType;
    readonly value: RuntimeType;
}
/** `SObject` itself, or one object by its API name. */
 | {
    readonly kind: "sobject";
    readonly name: string;
} | {
    readonly kind: "object";
};
export declare const OBJECT: RuntimeType;
export declare const SOBJECT: RuntimeType;
export declare function primitive(name: PrimitiveName): RuntimeType;
export declare function listOf(element: RuntimeType): RuntimeType;
export declare function setOf(element: RuntimeType): RuntimeType;
export declare function mapOf(key: RuntimeType, value: RuntimeType): RuntimeType;
export declare function sobjectType(name: string): RuntimeType;
export declare function platformTypeNamed(name: string, ...typeArguments: readonly RuntimeType[]): RuntimeType;
/** `void.class`, what a method returns that returns nothing. No value is of it. */
export declare const VOID: RuntimeType;
export declare const STRING: RuntimeType;
export declare const INTEGER: RuntimeType;
export declare const ID: RuntimeType;
/** As `Type.getName()` and messages print it: `Map<Id,List<Account>>`, `Foo.Bar`, `System.HttpRequest`. */
export declare function typeName(type: RuntimeType): string;
/** Platform types of the System namespace print without it in exception texts (`HttpRequest`). */
export declare function shortTypeName(type: RuntimeType): string;
export declare function sameRuntimeType(a: RuntimeType, b: RuntimeType): boolean;
