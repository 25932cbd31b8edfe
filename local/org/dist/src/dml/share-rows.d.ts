import type { SObjectDescribe } from "../schema/schema.ts";
import type { DmlContext } from "./dml-context.ts";
import type { Draft } from "./draft.ts";
/** A share gives more than everybody has, and never all: that is the owner's. */
export declare function checkShare(context: DmlContext, describe: SObjectDescribe, draft: Draft): void;
/** A new owner makes manual shares void; those with an Apex sharing reason stay. */
export declare function dropManualShares(context: DmlContext, describe: SObjectDescribe, draft: Draft): void;
