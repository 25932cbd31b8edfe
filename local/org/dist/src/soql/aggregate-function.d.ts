import type { Row, StoredValue } from "../store/row.ts";
import { type ComparisonKind } from "./comparison-kind.ts";
import type { Operand } from "./operand.ts";
export declare function isAggregateFunction(name: string): boolean;
/** The kind of an aggregate's own values, for HAVING and ORDER BY. */
export declare function aggregateKind(name: string, argument: Operand<Row> | null): ComparisonKind;
/** @throws QueryError when the function does not take such values */
export declare function checkAggregate(name: string, argument: Operand<Row> | null): void;
/**
 * An aggregate over the rows of a group. Nulls do not count; without any value SUM, AVG, MIN and MAX are null.
 * Source: SOQL and SOSL Reference, Aggregate Functions.
 */
export declare function aggregate(name: string, argument: Operand<Row> | null, rows: readonly Row[]): StoredValue;
/** A text that is the same for values that GROUP BY and COUNT_DISTINCT take as one. */
export declare function distinctKey(kind: ComparisonKind, value: StoredValue): string;
