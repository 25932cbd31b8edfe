import type { DmlContext } from "./dml-context.ts";
import type { Draft } from "./draft.ts";
/** A file kept in Salesforce needs content and a path; nothing is not content. Source: Object Reference, ContentVersion. */
export declare function checkContentVersion(draft: Draft): void;
/**
 * What the platform makes of a new ContentVersion: the ContentDocument it is a version of, and the links to its owner and to the record
 * it was first published on. Runs before the version is saved. Source: Object Reference, ContentVersion, ContentDocument.
 */
export declare function publishContentVersion(context: DmlContext, draft: Draft): void;
