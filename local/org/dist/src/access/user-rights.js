import { assignedPermissionSets } from "./granted-permissions.js";
/** Objects of the platform itself, which every user may read. */
const READABLE_BY_ALL = new Set("User Profile Organization RecordType Group GroupMember UserRole PermissionSet PermissionSetAssignment CustomPermission QueueSobject ApexClass ApexTrigger AsyncApexJob CronTrigger CronJobDetail EntityDefinition StaticResource".split(" "));
/** Fields without a permission of their own. */
const SYSTEM_FIELDS = new Set("Id IsDeleted CreatedDate CreatedById LastModifiedDate LastModifiedById SystemModstamp OwnerId RecordTypeId LastViewedDate LastReferencedDate ReplayId EventUuid".split(" "));
/** Standard profiles that may work with all standard objects. */
const STANDARD_PROFILES = new Set([
    "Standard User",
    "Marketing User",
    "Contract Manager",
    "Solution Manager",
]);
/** Standard profiles that may look at all standard objects. */
const READING_PROFILES = new Set(["Read Only"]);
/** What the standard profiles may not delete, though they may write it. */
const KEPT_FROM_DELETION = new Set(["case"]);
/** Fields of Data.com, which standard profiles do not show. Source: Object Reference, "Account". */
const DATA_COM_FIELDS = new Set("Account.DandbCompanyId Account.DunsNumber Account.NaicsCode Account.NaicsDesc Account.Tradestyle Account.YearStarted"
    .toLowerCase()
    .split(" "));
/**
 * What a user may do by profile and permission sets. Of profiles the org knows the administrator's, who may do everything, the standard
 * ones, with all of the standard objects, and others, who have what permission sets give them.
 */
export class UserRights {
    schema;
    profileName;
    assigned;
    knownSets = null;
    constructor(schema, store, userId) {
        this.schema = schema;
        this.profileName = profileNameOf(store, userId);
        this.assigned = () => assignedPermissionSets(schema, store, userId);
    }
    /** Read when first asked for: most code runs as an administrator, for whom they do not matter. */
    get permissionSets() {
        this.knownSets ??= this.assigned();
        return this.knownSets;
    }
    get isAdministrator() {
        return this.profileName === "System Administrator" || this.hasUserPermission("ModifyAllData");
    }
    hasUserPermission(name) {
        return this.permissionSets.some((set) => set.userPermissions.some((permission) => permission.toLowerCase() === name.toLowerCase()));
    }
    hasCustomPermission(name) {
        return this.permissionSets.some((set) => set.customPermissions.some((permission) => permission.toLowerCase() === name.toLowerCase()));
    }
    hasClassAccess(name) {
        return (this.isAdministrator ||
            this.permissionSets.some((set) => set.classAccesses.some((each) => each.toLowerCase() === name.toLowerCase())));
    }
    /** Reads every record of the object, whatever is shared. Source: Salesforce Help, "View All and Modify All Permissions". */
    seesAllOf(object) {
        return (this.modifiesAllOf(object) ||
            this.hasUserPermission("ViewAllData") ||
            this.isGiven(object, "viewAll"));
    }
    /** Reads, changes, deletes, transfers and shares every record of the object. */
    modifiesAllOf(object) {
        return this.isAdministrator || this.isGiven(object, "modifyAll");
    }
    isGiven(object, right) {
        return this.permissionSets.some((set) => set.objects.some((permission) => permission.object.toLowerCase() === object.toLowerCase() && permission[right]));
    }
    canReadObject(object) {
        if (this.isAdministrator ||
            READABLE_BY_ALL.has(object) ||
            this.hasUserPermission("ViewAllData"))
            return true;
        const kind = this.schema.object(object)?.kind;
        if (kind === "customMetadata" ||
            kind === "hierarchyCustomSetting" ||
            kind === "listCustomSetting")
            return true;
        return this.hasObjectRight(object, "read");
    }
    canCreateObject(object) {
        return this.isAdministrator || this.hasObjectRight(object, "create");
    }
    canEditObject(object) {
        return this.isAdministrator || this.hasObjectRight(object, "edit");
    }
    canDeleteObject(object) {
        // Nobody deletes users, whatever they may do.
        if (this.schema.object(object)?.isDeletable === false)
            return false;
        return this.isAdministrator || this.hasObjectRight(object, "delete");
    }
    canReadField(object, field) {
        return (this.canReadObject(object) &&
            (this.hasNoPermission(object, field) || this.hasFieldRight(object, field, "read")));
    }
    canEditField(object, field) {
        return this.hasNoPermission(object, field) || this.hasFieldRight(object, field, "edit");
    }
    hasObjectRight(object, right) {
        if (this.profileGrants(object, right))
            return true;
        return this.permissionSets.some((set) => set.objects.some((permission) => permission.object.toLowerCase() === object.toLowerCase() && grants(permission, right)));
    }
    hasFieldRight(object, field, right) {
        if (this.isAdministrator || (right === "read" && this.hasUserPermission("ViewAllFields")))
            return true;
        if (this.profileGrants(object, right) &&
            !field.endsWith("__c") &&
            !DATA_COM_FIELDS.has(`${object}.${field}`.toLowerCase()))
            return true;
        const names = this.permissionNames(object, field);
        return this.permissionSets.some((set) => set.fields.some((permission) => permission.object.toLowerCase() === object.toLowerCase() &&
            names.includes(permission.field.toLowerCase()) &&
            (permission.edit || (right === "read" && permission.read))));
    }
    /** A part of a compound field (ShippingStreet) has the permission of the whole (ShippingAddress). Lower-cased. */
    permissionNames(object, field) {
        const compound = this.schema.object(object)?.fields.get(field.toLowerCase())?.compoundField;
        return [field, compound ?? field].map((name) => name.toLowerCase());
    }
    profileGrants(object, right) {
        if (/__\w+$/u.test(object))
            return false;
        if (right === "delete" && KEPT_FROM_DELETION.has(object.toLowerCase()))
            return false;
        return (STANDARD_PROFILES.has(this.profileName) ||
            (right === "read" && READING_PROFILES.has(this.profileName)));
    }
    /** Required, name and system fields follow their object; field-level security cannot hide them. */
    hasNoPermission(object, field) {
        const describe = this.schema.object(object);
        if (describe === undefined || SYSTEM_FIELDS.has(field) || READABLE_BY_ALL.has(object))
            return true;
        if (describe.kind === "customMetadata" || describe.kind === "platformEvent")
            return true;
        const fieldDescribe = describe.fields.get(field.toLowerCase());
        if (fieldDescribe === undefined)
            return true;
        return (fieldDescribe.isRequired ||
            fieldDescribe.isNameField ||
            fieldDescribe.relationship === "masterDetail" ||
            isPersonName(describe, field));
    }
}
function isPersonName(describe, field) {
    return (describe.fields.has("lastname") &&
        (field === "FirstName" || field === "LastName" || field === "Name"));
}
/** Every right but none at all includes the right to read. */
function grants(permission, right) {
    if (permission.modifyAll || (right === "read" && permission.viewAll))
        return true;
    return permission[right];
}
function profileNameOf(store, userId) {
    const profileId = store.get("User", userId)?.values["ProfileId"];
    const name = typeof profileId === "string" ? store.get("Profile", profileId)?.values["Name"] : undefined;
    return typeof name === "string" ? name : "";
}
