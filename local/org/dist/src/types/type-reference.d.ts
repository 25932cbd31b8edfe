/** From a type written in a catalog signature to a static type, with the receiver's type arguments put in. */
import type { PlatformType, TypeRef } from "../signatures/catalog-types.ts";
import type { Type } from "./type.ts";
/** Type parameter letter → argument. */
export type TypeBindings = ReadonlyMap<string, Type>;
export declare const NO_BINDINGS: TypeBindings;
export declare function typeBindings(type: PlatformType, typeArguments: readonly Type[]): TypeBindings;
export declare function typeOfReference(reference: TypeRef, bindings: TypeBindings): Type;
