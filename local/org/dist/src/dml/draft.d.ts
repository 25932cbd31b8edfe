import type { DmlError } from "../runtime/host.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import type { Row, RowValues, StoredValue } from "../store/row.ts";
import type { DmlContext } from "./dml-context.ts";
/** One record on its way through a save. */
export interface Draft {
    /** Position in the records given to the operation. */
    readonly index: number;
    /** What the caller gave; gets the id. */
    readonly source: SObjectValue;
    /** The version before; null in an insert. */
    readonly before: Row | null;
    /** The version to save; before triggers change it. */
    values: Record<string, StoredValue>;
    id: string | null;
    readonly errors: DmlError[];
    /** Whether the store has been changed for it: a failure after that has to be taken back. */
    isWritten: boolean;
}
/** Of a record that is not stored yet. */
export declare function freshDraft(source: SObjectValue, index: number): Draft;
export declare function hasFailed(draft: Draft): boolean;
/** A row as triggers see it: every field that has a value, formulas among them. */
export declare function triggerRecord(context: DmlContext, describe: SObjectDescribe, row: Omit<Row, "id"> & {
    readonly id: string | null;
}): SObjectValue;
/** Values of a record that the field describes let a save write. */
export declare function writableValues(describe: SObjectDescribe, record: SObjectValue, write: "create" | "update"): Map<string, unknown>;
export declare function sameValue(left: StoredValue | undefined, right: StoredValue | undefined): boolean;
export declare function rowOf(describe: SObjectDescribe, id: string, values: RowValues): Row;
