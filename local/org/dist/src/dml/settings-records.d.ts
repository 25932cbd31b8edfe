import type { SObjectDescribe } from "../schema/schema.ts";
import type { RecordStore } from "../store/record-store.ts";
/** Whom hierarchy custom settings are looked up for. */
export interface SettingsReader {
    readonly userId: string;
    readonly profileId: string;
    readonly organizationId: string;
}
type Call = "getInstance" | "getAll" | "getOrgDefaults" | "getValues";
/**
 * `Foo__mdt.getInstance('x')`, `Foo__c.getOrgDefaults()` and their kin.
 * Source: Apex Reference, Custom Settings Methods; Custom Metadata Type Methods.
 */
export declare function readSettings(store: RecordStore, describe: SObjectDescribe, call: Call, argument: unknown, reader: SettingsReader): unknown;
export {};
