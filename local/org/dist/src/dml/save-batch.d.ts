import type { SObjectDescribe } from "../schema/schema.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { DmlContext, DmlSettings } from "./dml-context.ts";
import { type Draft } from "./draft.ts";
/**
 * Saves at most 200 new or changed records in the platform's order of execution: before triggers, system validation, validation rules,
 * save, after triggers, roll-ups. Failures are left in the drafts. With `allOrNone` it stops after the step that had one.
 * Source: Apex Developer Guide, Triggers and Order of Execution.
 */
export declare function saveBatch(context: DmlContext, describe: SObjectDescribe, drafts: readonly Draft[], settings: DmlSettings): void;
/** Takes what `addError` left on a trigger's record. */
export declare function takeErrors(draft: Draft, record: SObjectValue): void;
