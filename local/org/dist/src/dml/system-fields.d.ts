import type { SObjectDescribe } from "../schema/schema.ts";
import type { DmlContext } from "./dml-context.ts";
import type { Draft } from "./draft.ts";
/** Owner of a new record, when nobody was named; of a hierarchy custom setting the whole organization. Visible to before triggers. */
export declare function applyOwner(context: DmlContext, describe: SObjectDescribe, draft: Draft): void;
/** Created by, modified by, auto-numbers and computed names: what the platform writes on every save. */
export declare function stampSystemFields(context: DmlContext, describe: SObjectDescribe, draft: Draft, id: string): void;
