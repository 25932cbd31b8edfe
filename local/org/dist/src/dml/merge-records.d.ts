import type { SObjectValue } from "../runtime/sobject.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import type { DmlContext, DmlSettings } from "./dml-context.ts";
import type { Draft } from "./draft.ts";
/** Updates the master, moves the losers' children to it and deletes the losers. The outcome is the master's. */
export declare function mergeRecords(context: DmlContext, describe: SObjectDescribe, master: SObjectValue, losers: readonly SObjectValue[], settings: DmlSettings): Draft;
