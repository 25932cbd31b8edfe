import type { Row } from "../store/row.ts";
import type { Table } from "../store/table.ts";
import type { Condition } from "../syntax/query.ts";
import type { RowScope } from "./row-scope.ts";
/**
 * The rows a condition can hold for: found through an index when one of its AND-ed parts pins an indexed field to values, else all.
 * The condition itself is still tested on each.
 */
export declare function candidateRows(table: Table, condition: Condition<number> | null, scope: RowScope): Iterable<Row>;
export declare function conjuncts(condition: Condition<number> | null): readonly Condition<number>[];
