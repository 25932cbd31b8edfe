import type { Condition, Query, QueryOperand, QueryValue } from "../syntax/query.ts";
import { type Comparable } from "./comparison-kind.ts";
import { type FilterEnvironment } from "./filter-value.ts";
import type { Operand } from "./operand.ts";
export type Predicate<Subject> = (subject: Subject) => boolean;
/** What conditions are compiled with: WHERE stands on rows, HAVING on groups. */
export interface ConditionScope<Subject> {
    readonly environment: FilterEnvironment;
    operand(operand: QueryOperand): Operand<Subject>;
    /** The values of the only field of a semi-join or anti-join, in the form of the operand's kind. */
    subqueryValues(query: Query<number>, operand: Operand<Subject>): readonly Comparable[];
}
/**
 * A condition as a test. SOQL's logic has two values: null fails every ordering comparison, and `!=` and NOT IN hold for null.
 * Source: SOQL and SOSL Reference, Comparison Operators; Using null in a SOQL Query.
 */
export declare function compileCondition<Subject>(condition: Condition<number>, scope: ConditionScope<Subject>): Predicate<Subject>;
/** The values of an IN list, in the form of the operand's kind. */
export declare function valuesOf<Subject>(operand: Operand<Subject>, value: QueryValue<number>, scope: ConditionScope<Subject>): readonly Comparable[];
