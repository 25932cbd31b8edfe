/** The objects that the platform keeps beside one of the project's: its shares, history, feed and change events. */
import type { ObjectKind, SObjectDescribe } from "../schema.ts";
export type CompanionKind = Extract<ObjectKind, "share" | "history" | "feed" | "changeEvent">;
/** `Foo__c` → `Foo__Share`. */
export declare function companionName(object: string, kind: CompanionKind): string;
export declare function companionDescribe(parent: SObjectDescribe, kind: CompanionKind, keyPrefix: string | null, sharingReasons: readonly string[]): SObjectDescribe;
