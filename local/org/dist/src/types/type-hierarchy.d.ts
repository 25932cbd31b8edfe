import type { PlatformCatalog, PlatformType } from "../signatures/catalog-types.ts";
import { type TypeBindings } from "./type-reference.ts";
import type { Type } from "./type.ts";
/** Who extends and implements whom, over project and platform types alike. */
export declare class TypeHierarchy {
    #private;
    constructor(catalog: PlatformCatalog);
    /** The catalog's description of a type and the arguments its parameters stand for; null for project types and Object. */
    platformTypeOf(type: Type): {
        readonly type: PlatformType;
        readonly bindings: TypeBindings;
    } | null;
    superclassOf(type: Type): Type | null;
    interfacesOf(type: Type): readonly Type[];
    /** The type itself, then its superclasses, nearest first. Object is not listed. */
    classesOf(type: Type): readonly Type[];
    /** The type itself, its superclasses and every interface of any of them. */
    supertypesOf(type: Type): readonly Type[];
    isException(type: Type): boolean;
    isInterface(type: Type): boolean;
    isEnum(type: Type): boolean;
}
