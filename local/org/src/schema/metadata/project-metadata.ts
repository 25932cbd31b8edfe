/** Everything that a project's metadata says, before it is merged with what the platform brings. */
import type { Diagnostic } from "../../syntax/diagnostic.ts";
import type {
  Country,
  ExternalCredentialMetadata,
  FieldSetDescribe,
  NamedCredentialMetadata,
  PermissionSetGroupMetadata,
  PermissionSetMetadata,
  PicklistValue,
  RecordTypeDescribe,
  Schema,
  SharingRule,
  SubscriberConfigMetadata,
  ValidationRule,
} from "../schema.ts";
import {
  type AnalyticsMetadata,
  emptyAnalytics,
} from "../../analytics/source/report-definition.ts";
import type { FlowDefinition } from "../flows/flow-definition.ts";
import type { WorkflowRule } from "../workflows/workflow-definition.ts";
import type { OrgFeature } from "../standard/curated-types.ts";
import type { FieldMetadata } from "./custom-field.ts";
import type { DuplicateRuleMetadata, MatchingRuleMetadata } from "./duplicate-rules.ts";
import type { CustomMetadataRecord } from "./custom-metadata.ts";
import type { ObjectSettings } from "./custom-object.ts";
import type { EmailTemplateMetadata } from "./email-templates.ts";
import type { GroupMetadata, NamedMetadata, RoleMetadata } from "./groups.ts";
import type { ApexMetadata, CustomPermissionMetadata, StaticResourceMetadata } from "./settings.ts";

export interface ObjectMetadata {
  readonly name: string;
  /** null when the project adds to an object that it does not define. */
  settings: ObjectSettings | null;
  /** The file of the settings, or of the first part. */
  readonly file: string;
  readonly fields: FieldMetadata[];
  readonly recordTypes: RecordTypeDescribe[];
  readonly fieldSets: FieldSetDescribe[];
  readonly validationRules: ValidationRule[];
  readonly sharingReasons: SharingReason[];
  readonly listViews: ListViewMetadata[];
}

/** An Apex sharing reason: `LoggedByUser__c`. */
export interface SharingReason {
  readonly name: string;
  readonly label: string;
}

/** What Apex can query of a list view. */
export interface ListViewMetadata {
  readonly developerName: string;
  readonly label: string;
}

export interface ApexSource extends ApexMetadata {
  readonly kind: "class" | "trigger";
  readonly name: string;
  /** The file with the code. */
  readonly path: string;
}

/** Something in the project that this org leaves out; the rest works. */
export interface Notice {
  readonly file: string;
  readonly message: string;
}

export interface ProjectMetadata {
  /** By lower-cased name. */
  readonly objects: Map<string, ObjectMetadata>;
  readonly globalValueSets: Map<string, readonly PicklistValue[]>;
  readonly customMetadata: CustomMetadataRecord[];
  readonly labels: (readonly [string, string])[];
  readonly permissionSets: PermissionSetMetadata[];
  readonly profiles: PermissionSetMetadata[];
  readonly permissionSetGroups: PermissionSetGroupMetadata[];
  readonly mutingPermissionSets: PermissionSetMetadata[];
  readonly customPermissions: CustomPermissionMetadata[];
  readonly queues: Schema["queues"][number][];
  readonly groups: GroupMetadata[];
  readonly roles: RoleMetadata[];
  /** By object. */
  readonly sharingRules: Map<string, readonly SharingRule[]>;
  readonly duplicateRules: DuplicateRuleMetadata[];
  readonly matchingRules: MatchingRuleMetadata[];
  /** What settings switch on. */
  readonly features: Set<OrgFeature>;
  readonly countries: Country[];
  readonly notificationTypes: NamedMetadata[];
  readonly emailTemplates: EmailTemplateMetadata[];
  readonly namedCredentials: NamedCredentialMetadata[];
  readonly externalCredentials: ExternalCredentialMetadata[];
  /** URLs that callouts may go to. */
  readonly remoteSites: string[];
  readonly subscriberConfigs: SubscriberConfigMetadata[];
  readonly cachePartitions: Schema["cachePartitions"][number][];
  readonly staticResources: StaticResourceMetadata[];
  /** Names of Visualforce pages. */
  readonly pages: string[];
  /** Name → file. */
  readonly dataWeaveScripts: Map<string, string>;
  /** Objects with a tab. */
  readonly tabs: Set<string>;
  readonly apex: ApexSource[];
  readonly analytics: AnalyticsMetadata;
  readonly flows: FlowDefinition[];
  /** By object. */
  readonly workflowRules: Map<string, readonly WorkflowRule[]>;
  readonly notices: Notice[];
  readonly diagnostics: Diagnostic[];
}

export function emptyMetadata(): ProjectMetadata {
  return {
    objects: new Map(),
    globalValueSets: new Map(),
    customMetadata: [],
    labels: [],
    permissionSets: [],
    profiles: [],
    permissionSetGroups: [],
    mutingPermissionSets: [],
    customPermissions: [],
    queues: [],
    groups: [],
    roles: [],
    sharingRules: new Map(),
    duplicateRules: [],
    matchingRules: [],
    features: new Set(),
    countries: [],
    notificationTypes: [],
    emailTemplates: [],
    namedCredentials: [],
    externalCredentials: [],
    remoteSites: [],
    subscriberConfigs: [],
    cachePartitions: [],
    staticResources: [],
    pages: [],
    dataWeaveScripts: new Map(),
    tabs: new Set(),
    apex: [],
    analytics: emptyAnalytics(),
    flows: [],
    workflowRules: new Map(),
    notices: [],
    diagnostics: [],
  };
}

/** The object of that name, begun when this is the first that is heard of it. */
export function objectMetadata(
  metadata: ProjectMetadata,
  name: string,
  file: string,
): ObjectMetadata {
  const known = metadata.objects.get(name.toLowerCase());
  if (known !== undefined) return known;
  const begun: ObjectMetadata = {
    name,
    settings: null,
    file,
    fields: [],
    recordTypes: [],
    fieldSets: [],
    validationRules: [],
    sharingReasons: [],
    listViews: [],
  };
  metadata.objects.set(name.toLowerCase(), begun);
  return begun;
}
