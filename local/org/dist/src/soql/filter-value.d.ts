import type { QueryValue } from "../syntax/query.ts";
import { type Comparable, type ComparisonKind } from "./comparison-kind.ts";
/** The right-hand side of a comparison, made ready for the kind of its left-hand side. */
export type FilterValue = {
    readonly kind: "scalar";
    readonly value: Comparable;
}
/** From start up to, not including, end: what a date literal stands for. */
 | {
    readonly kind: "range";
    readonly start: number;
    readonly end: number;
};
/** What a filter value is read with. */
export interface FilterEnvironment {
    readonly binds: readonly unknown[];
    /** Epoch ms. */
    readonly now: number;
    readonly timeZone: string;
}
/** What the value is compared with: its name for messages, its kind. */
interface Compared {
    readonly name: string;
    readonly kind: ComparisonKind;
}
/** @throws QueryError when the value is not of the operand's type. */
export declare function filterValue(value: QueryValue<number>, compared: Compared, environment: FilterEnvironment): FilterValue;
/** The elements of a bound List or Set; null for a bound single value. */
export declare function boundElements(bind: unknown): readonly unknown[] | null;
/** A bound Apex value as the operand's kind compares. @throws QueryError when it is of another kind. */
export declare function bindValue(value: unknown, compared: Compared): Comparable;
export {};
