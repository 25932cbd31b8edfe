import type { ChildRelationship, FieldDescribe, SObjectDescribe } from "../schema/schema.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import type { Row } from "../store/row.ts";
import type { DmlContext, DmlSettings } from "./dml-context.ts";
import { type Draft } from "./draft.ts";
/**
 * Puts at most 200 records into the recycle bin: before triggers, children (deleted, cut loose, or in the way), the records, after
 * triggers, roll-ups of their parents. Drafts carry the row in `before`.
 */
export declare function deleteBatch(context: DmlContext, describe: SObjectDescribe, drafts: readonly Draft[], settings: DmlSettings, deletedWith: string | null): void;
export declare function draftOfRow(describe: SObjectDescribe, row: Row, index: number, source?: SObjectValue): Draft;
interface ChildRows {
    readonly relationship: ChildRelationship;
    readonly field: FieldDescribe;
    readonly child: SObjectDescribe;
    readonly rows: readonly Row[];
}
/** Live rows that refer to a record, by relationship. Objects that never had a row are not asked. */
export declare function childRows(context: DmlContext, describe: SObjectDescribe, parent: Row): readonly ChildRows[];
export {};
