/**
 * What may stand where a type is wanted, and what the value must go through on the way.
 * Sources: Apex Developer Guide, "Data Types and Variables" and "Rules of Conversion"; behaviour of collections as
 * public test suites rely on it.
 */
import type { Conversion } from "./conversion.ts";
import type { TypeHierarchy } from "./type-hierarchy.ts";
import type { Type } from "./type.ts";
/**
 * `assignment` is also `return`: there Set<X> takes only Set<X>. `argument` is a method's or a constructor's. `strict` is the first round of
 * overload resolution: no Object, no numeric mixing beyond Integer → Long → Decimal.
 */
export type Purpose = "assignment" | "argument" | "strict";
/** `null` conversion: the value goes as it is. */
export type Assignability = {
    readonly isAssignable: true;
    readonly conversion: Conversion | null;
} | {
    readonly isAssignable: false;
};
export declare function assignability(from: Type, to: Type, hierarchy: TypeHierarchy, purpose: Purpose): Assignability;
export declare function isAssignable(from: Type, to: Type, hierarchy: TypeHierarchy, purpose: Purpose): boolean;
