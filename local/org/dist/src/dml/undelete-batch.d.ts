import type { SObjectDescribe } from "../schema/schema.ts";
import type { DmlContext } from "./dml-context.ts";
import { type Draft } from "./draft.ts";
/** Takes at most 200 records out of the recycle bin, with what went into it along with them, and runs after undelete triggers. */
export declare function undeleteBatch(context: DmlContext, describe: SObjectDescribe, drafts: readonly Draft[]): void;
