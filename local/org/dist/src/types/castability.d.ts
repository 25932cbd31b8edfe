import { type Assignability } from "./assignability.ts";
import type { TypeHierarchy } from "./type-hierarchy.ts";
import type { Type } from "./type.ts";
/** Whether `(to) value` may be written at all; the run time checks the value itself. Source: Apex Developer Guide, "Casting". */
export declare function castability(from: Type, to: Type, hierarchy: TypeHierarchy): Assignability;
/** Whether a value of static type `from` could, at run time, be a `to`. */
export declare function canHold(from: Type, to: Type, hierarchy: TypeHierarchy): boolean;
