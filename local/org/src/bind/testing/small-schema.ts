/** A schema of a few objects, as much of each as the binder asks. */
import { emptyAnalytics } from "../../analytics/source/report-definition.ts";
import { NameMap } from "../../schema/name-map.ts";
import type {
  FieldApexType,
  FieldDescribe,
  FieldType,
  ObjectKind,
  Schema,
  SObjectDescribe,
} from "../../schema/schema.ts";

export interface SmallField {
  readonly name: string;
  readonly apexType: FieldApexType;
  readonly referenceTo?: readonly string[];
  readonly relationshipName?: string | null;
  readonly isExternalId?: boolean;
}

export interface SmallObject {
  readonly name: string;
  readonly kind?: ObjectKind;
  readonly fields: readonly SmallField[];
  /** Relationship name → child object and its field. */
  readonly children?: Readonly<Record<string, readonly [childObject: string, field: string]>>;
  readonly fieldSets?: readonly string[];
}

export function smallSchema(
  objects: readonly SmallObject[],
  labels: readonly string[] = [],
): Schema {
  const described = new Map(
    objects.map((object) => [object.name.toLowerCase(), describeSmallObject(object)]),
  );
  return {
    object: (name) => described.get(name.toLowerCase()),
    objectNames: () => objects.map(({ name }) => name),
    objectByKeyPrefix: () => undefined,
    metadataRecords: [],
    namespaces: new Set(),
    labels: new Map(labels.map((name) => [name.toLowerCase(), name])),
    permissionSets: new Map(),
    permissionSetGroups: new Map(),
    mutingPermissionSets: new Map(),
    customPermissions: [],
    queues: [],
    sharingRules: new Map(),
    duplicateRules: new Map(),
    countries: [],
    parentRoles: new Map(),
    namedCredentials: new Map(),
    externalCredentials: new Map(),
    subscriberConfigs: new Map(),
    cachePartitions: [],
    profiles: new Map(),
    pages: new Set(["invoice"]),
    dataWeaveScripts: new Map(),
    staticResources: new Map(),
    analytics: emptyAnalytics(),
    flows: new Map(),
    workflowRules: new Map(),
  };
}

function describeSmallObject(object: SmallObject): SObjectDescribe {
  const fields = [ID_FIELD, ...object.fields].map((field) => describeField(field, object.name));
  return {
    name: object.name,
    label: object.name,
    labelPlural: object.name,
    kind: object.kind ?? "standard",
    isCustom: object.name.endsWith("__c"),
    keyPrefix: null,
    publishBehavior: null,
    fields: NameMap.by(fields, ({ name }) => name),
    parentRelationships: new Map(
      fields.flatMap((field) =>
        field.relationshipName === null ? [] : [[field.relationshipName.toLowerCase(), field]],
      ),
    ),
    childRelationships: new Map(
      Object.entries(object.children ?? {}).map(([relationshipName, [childObject, field]]) => [
        relationshipName.toLowerCase(),
        { relationshipName, childObject, field, isCascadeDelete: false },
      ]),
    ),
    nameField: "Name",
    recordTypes: [],
    fieldSets: new Map(
      (object.fieldSets ?? []).map((name) => [
        name.toLowerCase(),
        { name, label: name, description: null, fields: [] },
      ]),
    ),
    validationRules: [],
    isHistoryTracked: false,
    isCreateable: true,
    isUpdateable: true,
    isDeletable: true,
    isQueryable: true,
    isUndeletable: true,
    sharingModel: "ReadWrite",
  };
}

const ID_FIELD: SmallField = { name: "Id", apexType: "Id" };

const TYPES: Readonly<Record<FieldApexType, FieldType>> = {
  Id: "id",
  String: "string",
  Boolean: "boolean",
  Integer: "int",
  Long: "long",
  Double: "double",
  Decimal: "currency",
  Date: "date",
  Datetime: "datetime",
  Time: "time",
  Blob: "base64",
  Object: "anyType",
  Address: "address",
  Location: "location",
};

function describeField(field: SmallField, object: string): FieldDescribe {
  const isReference = field.referenceTo !== undefined && field.referenceTo.length > 0;
  return {
    name: field.name,
    object,
    label: field.name,
    type: field.name === "Id" ? "id" : isReference ? "reference" : TYPES[field.apexType],
    apexType: field.apexType,
    isCustom: field.name.endsWith("__c"),
    length: 0,
    precision: 0,
    scale: 0,
    isNillable: true,
    isUnique: false,
    isCaseSensitive: false,
    isExternalId: field.isExternalId ?? false,
    isIdLookup: field.name === "Id",
    isCreateable: true,
    isUpdateable: true,
    isFilterable: true,
    isSortable: true,
    isGroupable: true,
    isNameField: field.name === "Name",
    isDefaultedOnCreate: false,
    isHtmlFormatted: false,
    isEncrypted: false,
    isHistoryTracked: false,
    isRequired: false,
    referenceTo: field.referenceTo ?? [],
    relationshipName: field.relationshipName ?? null,
    relationship: isReference ? "lookup" : null,
    isReparentable: true,
    writeRequiresMasterRead: false,
    deleteConstraint: null,
    isRestrictedPicklist: false,
    picklistValues: [],
    controllingField: null,
    formula: null,
    treatBlanksAsZero: false,
    defaultValue: null,
    autoNumberFormat: null,
    rollup: null,
    inlineHelpText: null,
    description: null,
    compoundField: null,
  };
}
