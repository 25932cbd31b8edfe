import type { SObjectDescribe } from "../schema/schema.ts";
import type { DmlContext } from "./dml-context.ts";
import { type Draft } from "./draft.ts";
/**
 * Rows of the object's history: `created` for a new record, else one per tracked field that changed. As on the platform, tests write none.
 */
export declare function recordHistory(context: DmlContext, describe: SObjectDescribe, draft: Draft): void;
