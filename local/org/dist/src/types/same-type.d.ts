import type { Type } from "./type.ts";
export declare function sameType(a: Type, b: Type): boolean;
export declare function sameTypes(a: readonly Type[], b: readonly Type[]): boolean;
