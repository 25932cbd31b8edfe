import type { SObjectDescribe } from "../schema/schema.ts";
import type { DmlContext } from "./dml-context.ts";
import { type Draft } from "./draft.ts";
/** Fields a save needs: those required in metadata and those the object cannot store without. */
export declare function checkRequired(describe: SObjectDescribe, draft: Draft): void;
/** Unique values, against the store and among the drafts themselves: the first of several keeps the value. */
export declare function checkUnique(context: DmlContext, describe: SObjectDescribe, drafts: readonly Draft[]): void;
