import type { Schema } from "../schema/schema.ts";
import type { WriteRights } from "./write-rights.ts";
import type { ReadRights } from "../soql/query-context.ts";
import type { RecordStore } from "../store/record-store.ts";
/**
 * What a user may do by profile and permission sets. Of profiles the org knows the administrator's, who may do everything, the standard
 * ones, with all of the standard objects, and others, who have what permission sets give them.
 */
export declare class UserRights implements ReadRights, WriteRights {
    private readonly schema;
    private readonly profileName;
    private readonly assigned;
    private knownSets;
    constructor(schema: Schema, store: RecordStore, userId: string);
    /** Read when first asked for: most code runs as an administrator, for whom they do not matter. */
    private get permissionSets();
    get isAdministrator(): boolean;
    hasUserPermission(name: string): boolean;
    hasCustomPermission(name: string): boolean;
    hasClassAccess(name: string): boolean;
    /** Reads every record of the object, whatever is shared. Source: Salesforce Help, "View All and Modify All Permissions". */
    seesAllOf(object: string): boolean;
    /** Reads, changes, deletes, transfers and shares every record of the object. */
    modifiesAllOf(object: string): boolean;
    private isGiven;
    canReadObject(object: string): boolean;
    canCreateObject(object: string): boolean;
    canEditObject(object: string): boolean;
    canDeleteObject(object: string): boolean;
    canReadField(object: string, field: string): boolean;
    canEditField(object: string, field: string): boolean;
    private hasObjectRight;
    private hasFieldRight;
    /** A part of a compound field (ShippingStreet) has the permission of the whole (ShippingAddress). Lower-cased. */
    private permissionNames;
    private profileGrants;
    /** Required, name and system fields follow their object; field-level security cannot hide them. */
    private hasNoPermission;
}
