/** The JavaScript names under which members of project classes live. */
import type { ClassSymbol, FieldSymbol, MethodSymbol } from "../types/symbols.ts";
/** A private method is never overridden: its name carries its class, so that a descendant's namesake does not hide it. */
export declare function methodKey(method: MethodSymbol): string;
/** The body of a @future method: its own key only puts it into the queue. */
export declare function futureBodyKey(method: MethodSymbol): string;
/** Constructors are ordinary methods of a fresh object; the class's name keeps `this(…)` from meeting a descendant's. */
export declare function constructorKey(owner: ClassSymbol, key: string): string;
export declare function defaultConstructorKey(owner: ClassSymbol): string;
/** The four constructors every exception class has, in one. */
export declare function exceptionConstructorKey(owner: ClassSymbol): string;
/** Runs the field initialisers and initialiser blocks of a fresh object and gives it back: before any constructor. */
export declare const INITIALIZE = "$init";
/** The storage behind a property whose own key is a pair of accessors. */
export declare function slotKey(field: FieldSymbol): string;
/** Whether reading or writing the field's key runs code. */
export declare function hasAccessors(field: FieldSymbol): boolean;
export declare function staticGetterKey(field: FieldSymbol): string;
export declare function staticSetterKey(field: FieldSymbol): string;
