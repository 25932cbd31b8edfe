/**
 * What the org knows of its objects, fields and access rules: the merged view of the standard objects, their curated detail and the
 * project's metadata. Read-only once built.
 */

import type { AnalyticsMetadata } from "../analytics/source/report-definition.ts";
import type { FlowDefinition } from "./flows/flow-definition.ts";
import type { WorkflowRule } from "./workflows/workflow-definition.ts";
import type { NameMap } from "./name-map.ts";

/** Field types as the REST describe spells them. */
export type FieldType =
  | "id"
  | "string"
  | "textarea"
  | "boolean"
  | "int"
  | "long"
  | "double"
  | "currency"
  | "percent"
  | "date"
  | "datetime"
  | "time"
  | "email"
  | "phone"
  | "url"
  | "picklist"
  | "multipicklist"
  | "combobox"
  | "reference"
  | "encryptedstring"
  | "base64"
  | "anyType"
  | "address"
  | "location"
  | "complexvalue";

/** The static Apex type of a field. */
export type FieldApexType =
  | "Id"
  | "String"
  | "Boolean"
  | "Integer"
  | "Long"
  | "Double"
  | "Decimal"
  | "Date"
  | "Datetime"
  | "Time"
  | "Blob"
  | "Object"
  | "Address"
  | "Location";

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly isDefault: boolean;
  readonly isActive: boolean;
}

export interface RollupSummary {
  readonly operation: "count" | "sum" | "min" | "max";
  readonly childObject: string;
  /** The master-detail field on the child. */
  readonly foreignKey: string;
  readonly summarizedField: string | null;
  readonly filters: readonly FieldFilter[];
}

export interface FieldDescribe {
  /** API name in its canonical spelling. */
  readonly name: string;
  readonly object: string;
  readonly label: string;
  readonly type: FieldType;
  readonly apexType: FieldApexType;
  readonly isCustom: boolean;
  /** Characters; 0 where it has no meaning. */
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly isNillable: boolean;
  readonly isUnique: boolean;
  readonly isCaseSensitive: boolean;
  readonly isExternalId: boolean;
  readonly isIdLookup: boolean;
  readonly isCreateable: boolean;
  readonly isUpdateable: boolean;
  readonly isFilterable: boolean;
  readonly isSortable: boolean;
  readonly isGroupable: boolean;
  readonly isNameField: boolean;
  readonly isDefaultedOnCreate: boolean;
  readonly isHtmlFormatted: boolean;
  readonly isEncrypted: boolean;
  readonly isHistoryTracked: boolean;
  /** `required` in metadata: enforced on save with REQUIRED_FIELD_MISSING. */
  readonly isRequired: boolean;
  readonly referenceTo: readonly string[];
  /** `Account` for AccountId, `Customer__r` for Customer__c. */
  readonly relationshipName: string | null;
  readonly relationship: "lookup" | "masterDetail" | null;
  readonly isReparentable: boolean;
  /** Of a master-detail: who may read the master may write its details. */
  readonly writeRequiresMasterRead: boolean;
  readonly deleteConstraint: "Cascade" | "Restrict" | "SetNull" | null;
  readonly isRestrictedPicklist: boolean;
  readonly picklistValues: readonly PicklistValue[];
  readonly controllingField: string | null;
  /** The formula's source text, of a formula field. */
  readonly formula: string | null;
  readonly treatBlanksAsZero: boolean;
  /** The default value's formula text (`false`, `"Draft"`, `NOW()`), null without one. */
  readonly defaultValue: string | null;
  /** `PMT-{000000}`. */
  readonly autoNumberFormat: string | null;
  readonly rollup: RollupSummary | null;
  readonly inlineHelpText: string | null;
  readonly description: string | null;
  /** BillingStreet → BillingAddress. */
  readonly compoundField: string | null;
}

export interface ChildRelationship {
  /** null when the relationship has no name and so cannot be queried. */
  readonly relationshipName: string | null;
  readonly childObject: string;
  readonly field: string;
  readonly isCascadeDelete: boolean;
}

export type ObjectKind =
  | "standard"
  | "custom"
  | "platformEvent"
  | "changeEvent"
  | "customMetadata"
  | "listCustomSetting"
  | "hierarchyCustomSetting"
  | "share"
  | "history"
  | "feed";

export interface RecordTypeDescribe {
  readonly developerName: string;
  readonly label: string;
  readonly isActive: boolean;
  readonly isDefault: boolean;
  readonly isMaster: boolean;
}

export interface FieldSetDescribe {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly fields: readonly { readonly path: string; readonly isRequired: boolean }[];
}

export interface ValidationRule {
  readonly name: string;
  readonly isActive: boolean;
  /** True refuses the record. */
  readonly condition: string;
  readonly message: string;
  readonly errorField: string | null;
}

export interface SObjectDescribe {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly kind: ObjectKind;
  readonly isCustom: boolean;
  /** Three characters; null for objects without ids of their own. */
  readonly keyPrefix: string | null;
  readonly publishBehavior: "PublishAfterCommit" | "PublishImmediately" | null;
  /** By API name in any case, in declaration order. */
  readonly fields: NameMap<FieldDescribe>;
  /** By lower-cased relationship name: the lookup field behind it. */
  readonly parentRelationships: ReadonlyMap<string, FieldDescribe>;
  /** By lower-cased relationship name. */
  readonly childRelationships: ReadonlyMap<string, ChildRelationship>;
  readonly nameField: string | null;
  readonly recordTypes: readonly RecordTypeDescribe[];
  readonly fieldSets: ReadonlyMap<string, FieldSetDescribe>;
  readonly validationRules: readonly ValidationRule[];
  readonly isHistoryTracked: boolean;
  readonly isCreateable: boolean;
  readonly isUpdateable: boolean;
  readonly isDeletable: boolean;
  readonly isQueryable: boolean;
  readonly isUndeletable: boolean;
  /** Private, Read, ReadWrite, ControlledByParent. */
  readonly sharingModel: string;
}

/** A record that metadata brings: a custom metadata record, a queue, a permission set … */
export interface MetadataRecord {
  readonly object: string;
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
}

export interface ObjectPermission {
  readonly object: string;
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

/** `DefaultOn` is in the app's navigation, `DefaultOff` to be found by who looks for it. */
export type TabVisibility = "DefaultOff" | "DefaultOn" | "Hidden";

export interface PermissionSetMetadata {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly objects: readonly ObjectPermission[];
  /** `Account.Name` style keys, canonical case as written. */
  readonly fields: readonly {
    readonly object: string;
    readonly field: string;
    readonly read: boolean;
    readonly edit: boolean;
  }[];
  readonly userPermissions: readonly string[];
  readonly customPermissions: readonly string[];
  readonly classAccesses: readonly string[];
  readonly tabs: readonly { readonly tab: string; readonly visibility: TabVisibility }[];
  readonly externalCredentialPrincipals: readonly string[];
}

/** Source: Metadata API Developer Guide, "PermissionSetGroup". */
export interface PermissionSetGroupMetadata {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly permissionSets: readonly string[];
  /** What they grant, the group's users do not have through it. */
  readonly mutingPermissionSets: readonly string[];
}

/** Whom a sharing rule shares with, or whose records it shares; a queue, only the latter. `name` is empty for all internal users. */
export interface SharingTarget {
  readonly kind: "allInternalUsers" | "group" | "queue" | "role" | "roleAndSubordinates";
  readonly name: string;
}

/** A user by username, a public group or a role by developer name. */
export interface QueueMember {
  readonly kind: "user" | "group" | "role" | "roleAndSubordinates";
  readonly name: string;
}

export interface FieldFilter {
  readonly field: string;
  /** `equals`, `greaterThan`, `includes` … */
  readonly operation: string;
  readonly value: string;
}

/** Source: Metadata API Developer Guide, "SharingRules". */
export interface SharingRule {
  readonly name: string;
  readonly accessLevel: "Read" | "Edit";
  readonly to: SharingTarget;
  readonly shares:
    | { readonly kind: "ownedBy"; readonly from: SharingTarget }
    | {
        readonly kind: "matching";
        readonly filters: readonly FieldFilter[];
        /** `1 AND (2 OR 3)`; null joins them all. */
        readonly logic: string | null;
      };
  /** Of a rule on accounts: the access to their contacts, cases and opportunities, by the child's API name. */
  readonly childAccess: Readonly<Record<string, string>>;
}

/** Of State and Country/Territory Picklists. Source: Metadata API Developer Guide, "AddressSettings". */
export interface Country {
  /** ISO code. */
  readonly code: string;
  readonly label: string;
  /** The integration value: what the text field holds. */
  readonly text: string;
  readonly states: readonly Omit<Country, "states">[];
}

/** What is done about a save that makes a duplicate; `alert` lets it pass for who says so. */
export type DuplicateRuleAction = "block" | "alert" | "allow";

/** Source: Metadata API Developer Guide, "MatchingRule". */
export interface MatchingRule {
  readonly items: readonly { readonly field: string; readonly matchesBlanks: boolean }[];
  /** `1 AND (2 OR 3)`; null joins them all. */
  readonly logic: string | null;
}

/** Source: Metadata API Developer Guide, "DuplicateRule". */
export interface DuplicateRule {
  readonly name: string;
  readonly onInsert: DuplicateRuleAction;
  readonly onUpdate: DuplicateRuleAction;
  readonly message: string;
  /** Compares with records the user may see only. */
  readonly heedsSharing: boolean;
  readonly matchings: readonly MatchingRule[];
}

export interface NamedCredentialMetadata {
  readonly name: string;
  readonly label: string;
  readonly url: string;
  readonly externalCredential: string | null;
  readonly generateAuthorizationHeader: boolean;
  readonly allowMergeFieldsInHeader: boolean;
  readonly allowMergeFieldsInBody: boolean;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

export interface ExternalCredentialMetadata {
  readonly name: string;
  readonly label: string;
  readonly protocol: string;
  readonly principals: readonly string[];
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

export interface SubscriberConfigMetadata {
  readonly name: string;
  /** The trigger's name. */
  readonly consumer: string;
  readonly batchSize: number | null;
  readonly user: string | null;
}

export interface Schema {
  /** Case-insensitive; undefined when no such object exists. Standard objects are built on first use. */
  object(name: string): SObjectDescribe | undefined;
  /** Every object's API name: the project's own first, then the standard ones. */
  objectNames(): readonly string[];
  /** Three-character prefix → object. */
  objectByKeyPrefix(prefix: string): SObjectDescribe | undefined;
  readonly metadataRecords: readonly MetadataRecord[];
  /** In lower case: the project's own, by which its classes may be called. */
  readonly namespaces: ReadonlySet<string>;
  /** By lower-cased name. */
  readonly labels: ReadonlyMap<string, string>;
  /** This map and those below find a name in any case; their keys are lower-cased. */
  readonly permissionSets: ReadonlyMap<string, PermissionSetMetadata>;
  /** Of the project's profiles, by the name on the screen, the tabs are read; what else they grant is not. */
  readonly profiles: ReadonlyMap<string, PermissionSetMetadata>;
  readonly permissionSetGroups: ReadonlyMap<string, PermissionSetGroupMetadata>;
  /** What groups take away again. */
  readonly mutingPermissionSets: ReadonlyMap<string, PermissionSetMetadata>;
  readonly customPermissions: readonly string[];
  readonly queues: readonly {
    readonly developerName: string;
    readonly label: string;
    readonly objects: readonly string[];
    readonly members: readonly QueueMember[];
  }[];
  /** By the object they share, in any case. */
  readonly sharingRules: ReadonlyMap<string, readonly SharingRule[]>;
  /** The active ones, by the object they are of. */
  readonly duplicateRules: ReadonlyMap<string, readonly DuplicateRule[]>;
  /** The active ones of State and Country/Territory Picklists; none where the org has no such lists. */
  readonly countries: readonly Country[];
  /** Role → the role above it. */
  readonly parentRoles: ReadonlyMap<string, string>;
  readonly namedCredentials: ReadonlyMap<string, NamedCredentialMetadata>;
  readonly externalCredentials: ReadonlyMap<string, ExternalCredentialMetadata>;
  /** By lower-cased trigger name. */
  readonly subscriberConfigs: ReadonlyMap<string, SubscriberConfigMetadata>;
  readonly cachePartitions: readonly { readonly name: string; readonly isDefault: boolean }[];
  /** Name → path of the content, of static resources. */
  readonly staticResources: ReadonlyMap<string, string>;
  /** Lower-cased names of the project's Visualforce pages. */
  readonly pages: ReadonlySet<string>;
  /** Name → file of a DataWeave script. */
  readonly dataWeaveScripts: ReadonlyMap<string, string>;
  readonly analytics: AnalyticsMetadata;
  readonly flows: ReadonlyMap<string, FlowDefinition>;
  /** The active ones, by the object they are of. */
  readonly workflowRules: ReadonlyMap<string, readonly WorkflowRule[]>;
}
