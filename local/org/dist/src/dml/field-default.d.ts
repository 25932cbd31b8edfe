import type { FieldDescribe, SObjectDescribe } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";
import type { DmlContext } from "./dml-context.ts";
import type { Draft } from "./draft.ts";
/** Gives a new record the defaults of the fields it does not set. A field set to null keeps null, except a checkbox. */
export declare function applyDefaults(context: DmlContext, describe: SObjectDescribe, draft: Draft): void;
/** The default that does not depend on other fields; undefined for a field without one. */
export declare function defaultOf(field: FieldDescribe): StoredValue | undefined;
