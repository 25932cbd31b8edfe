import type { SObjectDescribe } from "../schema/schema.ts";
import type { DmlContext, DmlSettings } from "./dml-context.ts";
import { type Draft } from "./draft.ts";
export declare function checkDuplicateRules(context: DmlContext, describe: SObjectDescribe, drafts: readonly Draft[], settings: DmlSettings): void;
