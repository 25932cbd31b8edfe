import type { Schema, SObjectDescribe } from "../../schema/schema.ts";
/** The object that holds an object's shares: `Job__Share`, `AccountShare`. */
export interface ShareObject {
    readonly name: string;
    /** The field with the record shared: `ParentId`, `AccountId`. */
    readonly recordField: string;
    /** `AccessLevel`, `AccountAccessLevel`. */
    readonly levelField: string;
}
/** undefined for an object whose records are not shared one by one. Source: Apex Developer Guide, "Sharing a Record Using Apex". */
export declare function shareObjectOf(schema: Schema, object: string): ShareObject | undefined;
/** The object whose records a share object shares. */
export declare function sharedObjectOf(schema: Schema, share: SObjectDescribe): SObjectDescribe | undefined;
export declare function namesOf(share: SObjectDescribe, object: string): ShareObject;
