import type { SObjectDescribe } from "../schema/schema.ts";
import type { DmlContext } from "./dml-context.ts";
import { type Draft } from "./draft.ts";
/** Runs the object's active validation rules: a condition that is true refuses the record. */
export declare function checkValidationRules(context: DmlContext, describe: SObjectDescribe, draft: Draft): void;
