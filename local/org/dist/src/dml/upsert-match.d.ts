import type { SObjectValue } from "../runtime/sobject.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import type { DmlContext } from "./dml-context.ts";
import type { Draft } from "./draft.ts";
/** Drafts of an upsert: an update where a record has the id, or the external id's value; else an insert. */
export declare function upsertDrafts(context: DmlContext, describe: SObjectDescribe, records: readonly SObjectValue[], externalIdField: string | null): readonly Draft[];
