import type { FieldDescribe, Schema, SObjectDescribe } from "../schema/schema.ts";
import type { RecordStore } from "../store/record-store.ts";
import type { Row, StoredValue } from "../store/row.ts";
import { type FieldPath } from "./field-path.ts";
import type { RowVisibility } from "./query-context.ts";
/** What reading a row needs beyond the row: parents, and for formulas the time and the user. */
export interface ReadEnvironment {
    readonly schema: Schema;
    readonly store: RecordStore;
    /** Epoch ms. */
    readonly now: number;
    readonly timeZone: string;
    readonly userId: string;
}
/** A field of a row as queries see it: formulas are evaluated on every read. */
export declare function readField(environment: ReadEnvironment, row: Row, field: FieldDescribe): StoredValue;
/** The record behind a lookup; undefined for none, and for one in the recycle bin. */
export declare function parentRow(environment: ReadEnvironment, row: Row, lookup: FieldDescribe): Row | undefined;
/** The record behind a lookup, where sharing shows it. */
export declare function shownParent(environment: ReadEnvironment & {
    readonly sharing: RowVisibility | null;
}, row: Row, lookup: FieldDescribe): Row | undefined;
/** Reads a path; null as soon as a parent is missing, or hidden by sharing. Formulas, which have none, see every parent. */
export declare function pathReader(environment: ReadEnvironment & {
    readonly sharing?: RowVisibility | null;
}, path: FieldPath): (row: Row) => StoredValue;
/** The describe of a row's object. */
export declare function describeOfRow(environment: ReadEnvironment, row: Row): SObjectDescribe;
