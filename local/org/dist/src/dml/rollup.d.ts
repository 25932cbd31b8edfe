import type { DmlError } from "../runtime/host.ts";
import type { FieldDescribe, RollupSummary, SObjectDescribe } from "../schema/schema.ts";
import type { RowValues, StoredValue } from "../store/row.ts";
import type { DmlContext } from "./dml-context.ts";
/**
 * Recalculates the roll-up summaries of the parents that these versions of child rows belong to. A parent that changes goes through its
 * own save, triggers and validation rules included; its refusal fails the children's transaction.
 */
export declare function refreshRollups(context: DmlContext, child: SObjectDescribe, versions: readonly RowValues[]): void;
/** A parent refused the new value of its roll-up. */
export declare class RollupFailure extends Error {
    private readonly error;
    constructor(error: DmlError);
    /** What the children's save fails with. */
    asSaveError(): DmlError;
}
/** The value of a roll-up over the live children. Counts and sums of nothing are 0, extremes null. */
export declare function rollupValue(context: DmlContext, field: FieldDescribe, rollup: RollupSummary, parentId: string): StoredValue;
