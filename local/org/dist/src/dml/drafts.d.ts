import type { SObjectValue } from "../runtime/sobject.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import type { DmlContext } from "./dml-context.ts";
import { type Draft } from "./draft.ts";
/** A new record with its defaults. */
export declare function insertDraft(context: DmlContext, describe: SObjectDescribe, source: SObjectValue, index: number): Draft;
/** The stored version with the record's fields over it. */
export declare function updateDraft(context: DmlContext, describe: SObjectDescribe, source: SObjectValue, index: number): Draft;
/** The stored version, which must be live; for undelete, in the recycle bin. */
export declare function existingDraft(context: DmlContext, describe: SObjectDescribe, source: SObjectValue, index: number, operation: "update" | "delete" | "undelete" | "merge"): Draft;
