/**
 * The currency of a record where the org has several: one of the active ones, the corporate one unless the record says.
 * Source: Object Reference, "CurrencyType"; Salesforce Help, "About Using Multiple Currencies".
 */
import type { SObjectDescribe } from "../schema/schema.ts";
import type { DmlContext } from "./dml-context.ts";
import type { Draft } from "./draft.ts";
/** Before the triggers, which see it. */
export declare function applyCurrency(context: DmlContext, describe: SObjectDescribe, draft: Draft): void;
export declare function checkCurrency(context: DmlContext, describe: SObjectDescribe, draft: Draft): void;
