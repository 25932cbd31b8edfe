/** Fields and properties by name, and who may see what. */
import type { FieldSignature } from "../signatures/catalog-types.ts";
import type { ClassSymbol, FieldSymbol, MethodSymbol, Visibility } from "../types/symbols.ts";
import type { AnnotationSymbol } from "../types/symbols.ts";
import type { Type } from "../types/type.ts";
import { type Compilation } from "./compilation.ts";
export declare function fieldNamed(name: string, type: Type, compilation: Compilation): FieldSymbol | undefined;
export interface PlatformField {
    readonly owner: string;
    readonly signature: FieldSignature;
    readonly type: Type;
}
export declare function platformFieldNamed(name: string, type: Type, compilation: Compilation): PlatformField | undefined;
interface Member {
    readonly owner: ClassSymbol;
    readonly visibility: Visibility;
    readonly annotations: readonly AnnotationSymbol[];
}
/**
 * Private members are seen in the whole file; protected ones also by subclasses; @TestVisible ones also by test classes.
 * Source: Apex Developer Guide, "Access Modifiers".
 */
export declare function isVisible(member: Member, from: ClassSymbol, visibility?: Visibility): boolean;
export declare function isOrDescends(symbol: ClassSymbol, ancestor: ClassSymbol): boolean;
export declare function isMethodVisible(method: MethodSymbol, from: ClassSymbol): boolean;
export {};
