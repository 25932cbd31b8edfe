import type { SObjectDescribe } from "../schema/schema.ts";
import type { Row, StoredValue } from "../store/row.ts";
import type { Query, QueryOperand } from "../syntax/query.ts";
import { type Comparable } from "./comparison-kind.ts";
import type { ConditionScope } from "./condition.ts";
import type { FieldAccess } from "./field-access.ts";
import { type Aliases, type FieldPath } from "./field-path.ts";
import type { FilterEnvironment } from "./filter-value.ts";
import type { Operand } from "./operand.ts";
import type { QueryContext } from "./query-context.ts";
/** Runs a semi-join's query: the values of its only field. Given by the executor, which knows how to run a query. */
export type SemiJoin = (query: Query<number>, outer: Operand<Row>) => readonly Comparable[];
/** What the names of a query on one object mean. */
export declare class RowScope implements ConditionScope<Row> {
    readonly describe: SObjectDescribe;
    readonly context: QueryContext;
    private readonly aliases;
    private readonly access;
    private readonly semiJoin;
    constructor(describe: SObjectDescribe, aliases: Aliases, context: QueryContext, access: FieldAccess, semiJoin: SemiJoin);
    get environment(): FilterEnvironment;
    /** Resolves a path and notes what it reads. */
    path(path: readonly string[]): FieldPath;
    operand(operand: QueryOperand): Operand<Row>;
    subqueryValues(query: Query<number>, operand: Operand<Row>): readonly Comparable[];
    private fieldOperand;
    private functionOperand;
    private dateOperand;
}
/** A picklist value's label; any other value as it is. */
export declare function labelOf(operand: {
    readonly field: Operand<Row>["field"];
}, value: StoredValue): StoredValue;
