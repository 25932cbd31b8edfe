import type { TypeHierarchy } from "../types/type-hierarchy.ts";
import type { Type } from "../types/type.ts";
/**
 * An argument as overloads see it. A query is a set of rows: it may become a list, or one record.
 */
export interface Argument {
    readonly type: Type;
    readonly isQuery: boolean;
}
export type Resolution<T> = {
    readonly kind: "found";
    readonly candidate: T;
} | {
    readonly kind: "none";
} | {
    readonly kind: "ambiguous";
    readonly candidates: readonly T[];
};
interface Parameters {
    readonly parameters: readonly Type[];
}
/**
 * The exact match, else the most specific of those that fit strictly, else of those that fit loosely: the phases of Java's
 * method resolution (JLS 15.12.2), which Apex follows.
 */
export declare function resolveOverload<T extends Parameters>(candidates: readonly T[], callArguments: readonly Argument[], hierarchy: TypeHierarchy): Resolution<T>;
export {};
