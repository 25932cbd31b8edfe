import type { OrderBy } from "../syntax/query.ts";
import type { Operand } from "./operand.ts";
/**
 * Sorts by ORDER BY: nulls first unless told otherwise, texts without regard to case, picklists in the order of their values.
 * Source: SOQL and SOSL Reference, ORDER BY.
 */
export declare function orderRows<Subject>(subjects: readonly Subject[], orderBy: readonly OrderBy[], operandOf: (order: OrderBy) => Operand<Subject>): readonly Subject[];
/** @throws QueryError */
export declare function checkSortable<Subject>({ kind, field, name }: Operand<Subject>): void;
