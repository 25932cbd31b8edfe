import type { Query, QueryOperand } from "../syntax/query.ts";
import type { Comparable } from "./comparison-kind.ts";
import type { ConditionScope } from "./condition.ts";
import type { FilterEnvironment } from "./filter-value.ts";
import type { Operand } from "./operand.ts";
import type { RowGroup } from "./row-group.ts";
import type { RowScope } from "./row-scope.ts";
/** What the names of a grouped query mean after the grouping: grouped columns, aggregates and their aliases. */
export declare class GroupScope implements ConditionScope<RowGroup> {
    private readonly rows;
    private readonly columns;
    private readonly aliased;
    constructor(rows: RowScope, columns: readonly QueryOperand[], aliased: ReadonlyMap<string, QueryOperand>);
    get environment(): FilterEnvironment;
    operand(operand: QueryOperand): Operand<RowGroup>;
    subqueryValues(query: Query<number>): readonly Comparable[];
    private aggregateOperand;
    private groupingOperand;
    private columnOperand;
    private indexOf;
}
