import type { RecordStore } from "./record-store.ts";
/**
 * The groups by which records are shared with a role, and with a role and those below it.
 * Source: Object Reference, "Group", Type and RelatedId.
 */
export declare function addRoleGroups(store: RecordStore, roleId: string, developerName: string): void;
