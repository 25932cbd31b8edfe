import type { SObjectDescribe } from "../schema/schema.ts";
import type { DmlContext } from "./dml-context.ts";
import type { Draft } from "./draft.ts";
/** Fills the text from the code or the code from the text, and refuses what the lists do not have. */
export declare function settleAddresses({ schema }: DmlContext, describe: SObjectDescribe, draft: Draft): void;
