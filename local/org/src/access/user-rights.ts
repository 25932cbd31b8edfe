import type {
  ObjectPermission,
  PermissionSetMetadata,
  Schema,
  SObjectDescribe,
  TabVisibility,
} from "../schema/schema.ts";
import type { WriteRights } from "./write-rights.ts";
import type { ReadRights } from "../soql/query-context.ts";
import type { RecordStore } from "../store/record-store.ts";
import { assignedPermissionSets } from "./granted-permissions.ts";
import { tabVisibility } from "./tab-visibility.ts";

type ObjectRight = "read" | "create" | "edit" | "delete";

/** Objects of the platform itself, which every user may read. */
const READABLE_BY_ALL = new Set(
  "User Profile Organization RecordType Group GroupMember UserRole PermissionSet PermissionSetAssignment CustomPermission QueueSobject ApexClass ApexTrigger AsyncApexJob CronTrigger CronJobDetail EntityDefinition FieldDefinition StaticResource Report Dashboard Folder".split(
    " ",
  ),
);

/**
 * Without object permissions: who may access activities at all works with them, and every standard profile may. Their fields have permissions.
 * Source: Salesforce Help, "Access Activities"; soql-lib's suite.
 */
const ACTIVITIES: ReadonlySet<string> = new Set(["Task", "Event"]);

/** Fields without a permission of their own. */
const SYSTEM_FIELDS = new Set(
  "Id IsDeleted CreatedDate CreatedById LastModifiedDate LastModifiedById SystemModstamp OwnerId RecordTypeId LastViewedDate LastReferencedDate ReplayId EventUuid".split(
    " ",
  ),
);

/** Standard profiles that may work with all standard objects. */
const STANDARD_PROFILES = new Set([
  "Standard User",
  "Marketing User",
  "Contract Manager",
  "Solution Manager",
]);

/** Standard profiles that may look at all standard objects. */
const READING_PROFILES = new Set(["Read Only"]);

/** User permissions that these profiles come with, of those the org asks for. */
const PERMISSIONS_OF_PROFILES: ReadonlySet<string> = new Set(["runreports", "exportreport"]);

/** What the standard profiles may not delete, though they may write it. */
const KEPT_FROM_DELETION = new Set(["case"]);

/** What standard profiles do not show: fields of Data.com, and whom not to call. Source: Object Reference, "Account"; PMM's suite. */
const HIDDEN_FIELDS = new Set(
  "Account.DandbCompanyId Account.DunsNumber Account.NaicsCode Account.NaicsDesc Account.Tradestyle Account.YearStarted Contact.DoNotCall"
    .toLowerCase()
    .split(" "),
);

/**
 * What a user may do by profile and permission sets. Of profiles the org knows the administrator's, who may do everything, the standard
 * ones, with all of the standard objects, and others, who have what permission sets give them.
 */
export class UserRights implements ReadRights, WriteRights {
  private readonly schema: Schema;
  private readonly profileName: string;
  /** Salesforce itself, where triggers on platform events run: its access is not limited, in user mode either. */
  private readonly isAutomatedProcess: boolean;
  private readonly assigned: () => readonly PermissionSetMetadata[];
  private knownSets: readonly PermissionSetMetadata[] | null = null;
  /** Answers: every query of a user asks for the same fields. */
  private readonly fieldRights = new Map<string, boolean>();

  constructor(schema: Schema, store: RecordStore, userId: string) {
    this.schema = schema;
    this.profileName = profileNameOf(store, userId);
    this.isAutomatedProcess = store.get("User", userId)?.values["UserType"] === "AutomatedProcess";
    this.assigned = () => assignedPermissionSets(schema, store, userId);
  }

  /** Read when first asked for: most code runs as an administrator, for whom they do not matter. */
  private get permissionSets(): readonly PermissionSetMetadata[] {
    this.knownSets ??= this.assigned();
    return this.knownSets;
  }

  get isAdministrator(): boolean {
    return (
      this.profileName === "System Administrator" ||
      this.isAutomatedProcess ||
      this.hasUserPermission("ModifyAllData")
    );
  }

  private get isOfStandardProfile(): boolean {
    return STANDARD_PROFILES.has(this.profileName) || READING_PROFILES.has(this.profileName);
  }

  hasUserPermission(name: string): boolean {
    if (
      PERMISSIONS_OF_PROFILES.has(name.toLowerCase()) &&
      (this.profileName === "System Administrator" || this.isOfStandardProfile)
    )
      return true;
    return this.permissionSets.some((set) =>
      set.userPermissions.some((permission) => permission.toLowerCase() === name.toLowerCase()),
    );
  }

  hasCustomPermission(name: string): boolean {
    return this.permissionSets.some((set) =>
      set.customPermissions.some((permission) => permission.toLowerCase() === name.toLowerCase()),
    );
  }

  hasClassAccess(name: string): boolean {
    return (
      this.isAdministrator ||
      this.permissionSets.some((set) =>
        set.classAccesses.some((each) => each.toLowerCase() === name.toLowerCase()),
      )
    );
  }

  tabVisibility(tab: string): TabVisibility {
    const hasProfile = this.profileName === "System Administrator" || this.isOfStandardProfile;
    return tabVisibility(
      tab,
      this.schema.profiles.get(this.profileName),
      this.permissionSets,
      hasProfile ? "DefaultOn" : "Hidden",
    );
  }

  /** Reads every record of the object, whatever is shared. Source: Salesforce Help, "View All and Modify All Permissions". */
  seesAllOf(object: string): boolean {
    return (
      this.modifiesAllOf(object) ||
      this.hasUserPermission("ViewAllData") ||
      this.isGiven(object, "viewAll")
    );
  }

  /** Reads, changes, deletes, transfers and shares every record of the object. */
  modifiesAllOf(object: string): boolean {
    return this.isAdministrator || this.isGiven(object, "modifyAll");
  }

  private isGiven(object: string, right: "viewAll" | "modifyAll"): boolean {
    return this.permissionSets.some((set) =>
      set.objects.some(
        (permission) =>
          permission.object.toLowerCase() === object.toLowerCase() && permission[right],
      ),
    );
  }

  canReadObject(object: string): boolean {
    if (
      this.isAdministrator ||
      READABLE_BY_ALL.has(object) ||
      this.hasUserPermission("ViewAllData")
    )
      return true;
    const kind = this.schema.object(object)?.kind;
    if (
      kind === "customMetadata" ||
      kind === "hierarchyCustomSetting" ||
      kind === "listCustomSetting"
    )
      return true;
    return this.hasObjectRight(object, "read");
  }

  canCreateObject(object: string): boolean {
    return this.isAdministrator || this.hasObjectRight(object, "create");
  }

  canEditObject(object: string): boolean {
    return this.isAdministrator || this.hasObjectRight(object, "edit");
  }

  canDeleteObject(object: string): boolean {
    // Nobody deletes users, whatever they may do.
    if (this.schema.object(object)?.isDeletable === false) return false;
    return this.isAdministrator || this.hasObjectRight(object, "delete");
  }

  canReadField(object: string, field: string): boolean {
    return (
      this.canReadObject(object) &&
      (this.hasNoPermission(object, field) || this.hasFieldRight(object, field, "read"))
    );
  }

  canEditField(object: string, field: string): boolean {
    return this.hasNoPermission(object, field) || this.hasFieldRight(object, field, "edit");
  }

  private hasObjectRight(object: string, right: ObjectRight): boolean {
    if (ACTIVITIES.has(object)) return true;
    if (this.profileGrants(object, right)) return true;
    return this.permissionSets.some((set) =>
      set.objects.some(
        (permission) =>
          permission.object.toLowerCase() === object.toLowerCase() && grants(permission, right),
      ),
    );
  }

  private hasFieldRight(object: string, field: string, right: "read" | "edit"): boolean {
    const asked = `${right} ${object}.${field}`;
    const known = this.fieldRights.get(asked);
    if (known !== undefined) return known;
    const isGiven = this.isFieldGiven(object, field, right);
    this.fieldRights.set(asked, isGiven);
    return isGiven;
  }

  private isFieldGiven(object: string, field: string, right: "read" | "edit"): boolean {
    if (this.isAdministrator || (right === "read" && this.hasUserPermission("ViewAllFields")))
      return true;
    if (
      this.profileGrants(object, right) &&
      !field.endsWith("__c") &&
      !HIDDEN_FIELDS.has(`${object}.${field}`.toLowerCase())
    )
      return true;
    const names = this.permissionNames(object, field);
    return this.permissionSets.some((set) =>
      set.fields.some(
        (permission) =>
          permission.object.toLowerCase() === object.toLowerCase() &&
          names.includes(permission.field.toLowerCase()) &&
          (permission.edit || (right === "read" && permission.read)),
      ),
    );
  }

  /** A part of a compound field (ShippingStreet) has the permission of the whole (ShippingAddress). Lower-cased. */
  private permissionNames(object: string, field: string): readonly string[] {
    const compound = this.schema.object(object)?.fields.get(field)?.compoundField;
    return [field, compound ?? field].map((name) => name.toLowerCase());
  }

  private profileGrants(object: string, right: ObjectRight): boolean {
    if (/__\w+$/u.test(object)) return false;
    if (right === "delete" && KEPT_FROM_DELETION.has(object.toLowerCase())) return false;
    return (
      STANDARD_PROFILES.has(this.profileName) ||
      (right === "read" && READING_PROFILES.has(this.profileName))
    );
  }

  /** Required, name and system fields follow their object; field-level security cannot hide them. */
  private hasNoPermission(object: string, field: string): boolean {
    const describe: SObjectDescribe | undefined = this.schema.object(object);
    if (describe === undefined || SYSTEM_FIELDS.has(field) || READABLE_BY_ALL.has(object))
      return true;
    if (describe.kind === "customMetadata" || describe.kind === "platformEvent") return true;
    const fieldDescribe = describe.fields.get(field.toLowerCase());
    if (fieldDescribe === undefined) return true;
    return (
      fieldDescribe.isRequired ||
      fieldDescribe.isNameField ||
      fieldDescribe.relationship === "masterDetail" ||
      isPersonName(describe, field)
    );
  }
}

function isPersonName(describe: SObjectDescribe, field: string): boolean {
  return (
    describe.fields.has("lastname") &&
    (field === "FirstName" || field === "LastName" || field === "Name")
  );
}

/** Every right but none at all includes the right to read. */
function grants(permission: ObjectPermission, right: ObjectRight): boolean {
  if (permission.modifyAll || (right === "read" && permission.viewAll)) return true;
  return permission[right];
}

function profileNameOf(store: RecordStore, userId: string): string {
  const profileId = store.get("User", userId)?.values["ProfileId"];
  const name =
    typeof profileId === "string" ? store.get("Profile", profileId)?.values["Name"] : undefined;
  return typeof name === "string" ? name : "";
}
