import type { RuntimeType } from "./type.ts";
export interface FieldDefinition {
    /** As declared. */
    readonly name: string;
    /** The JavaScript property; reading it runs accessors. */
    readonly key: string;
    readonly type: RuntimeType;
    readonly isTransient: boolean;
    readonly isReadable: boolean;
    readonly isWritable: boolean;
    readonly visibility: "private" | "protected" | "public" | "global";
    readonly annotations: readonly string[];
}
export interface MethodDefinition {
    readonly name: string;
    readonly key: string;
    readonly isStatic: boolean;
    readonly parameters: readonly RuntimeType[];
    readonly parameterNames: readonly string[];
    readonly returns: RuntimeType | null;
    readonly visibility: "private" | "protected" | "public" | "global";
    /** Lower-cased annotation → lower-cased argument name → text. */
    readonly annotations: Readonly<Record<string, Readonly<Record<string, string>>>>;
    readonly isTest: boolean;
}
export interface ClassDefinition {
    readonly kind: "class" | "interface" | "enum";
    /** `Outer.Inner`, or the catalog name of a platform class. */
    readonly name: string;
    readonly isPlatform: boolean;
    readonly isAbstract: boolean;
    readonly isTest: boolean;
    readonly file: string | null;
    readonly apiVersion: number;
    /** What the class itself declares; null for nothing. */
    readonly sharing: "with" | "without" | "inherited" | null;
    readonly superclass: ClassDefinition | null;
    /** Itself and everything it descends from or implements, lower-cased, platform ones by catalog name without type arguments. */
    readonly ancestors: ReadonlySet<string>;
    /** Interfaces with their type arguments, own ones only. */
    readonly interfaces: readonly RuntimeType[];
    /** Own ones, instance only, in textual order. */
    readonly fields: readonly FieldDefinition[];
    readonly methods: readonly MethodDefinition[];
    /** JavaScript method to call on a fresh instance for `new Foo()`; null where there is none. */
    readonly defaultConstructor: string | null;
    readonly annotations: readonly string[];
}
export declare abstract class ApexObject {
    /** Set on the prototype of each emitted class. */
    readonly $class: ClassDefinition;
    /** Emitted classes fill their fields here; whoever makes an object calls it before a constructor. */
    $init(): this;
}
/** `object.clone()`: another object with the same fields; what they refer to is shared. */
export declare function cloneObject(object: ApexObject): ApexObject;
/** Calls a method of a project object by its JavaScript key, such as `System.Queueable.execute`. */
export declare function callMethod(target: ApexObject, key: string, ...values: readonly unknown[]): unknown;
export declare function hasMethod(target: ApexObject, key: string): boolean;
/** `is(value, "System.Queueable")`: by class, superclass or interface. */
export declare function isInstanceOfClass(value: unknown, name: string): boolean;
