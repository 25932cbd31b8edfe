import type { SObjectValue } from "../runtime/sobject.ts";
import type { FieldDescribe } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";
import type { DmlContext } from "./dml-context.ts";
import type { Draft } from "./draft.ts";
/** Fills lookups from `Parent__r = new Parent__c(External__c = 'x')`; such a parent names the record by its external id. */
export declare function resolveParentReferences(context: DmlContext, draft: Draft, record: SObjectValue): void;
/** The id of the only live row with this value. */
export declare function findByField(context: DmlContext, field: FieldDescribe, value: StoredValue): string | undefined;
/** Lookups must name live records of the objects they refer to. Checked for changed lookups only. */
export declare function checkLookups(context: DmlContext, draft: Draft, fields: Iterable<FieldDescribe>): void;
