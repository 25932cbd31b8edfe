/** Schema.DescribeSObjectResult, its fields, field sets and child relationships. Source: Apex Reference, "DescribeSObjectResult Class". */
import { ApexList } from "../../runtime/list.ts";
import {
  FieldSetValue,
  FieldToken,
  ObjectDescribeResult,
  ObjectToken,
} from "../../runtime/tokens.ts";
import { transaction } from "../../runtime/transaction.ts";
import { platformTypeNamed, STRING } from "../../runtime/type.ts";
import type { ChildRelationship, FieldDescribe, SObjectDescribe } from "../../schema/schema.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { platformEnum } from "../../runtime/enums.ts";
import { describeRights } from "./describe-rights.ts";
import { describeType } from "./describe-type.ts";
import { NameIndex, NameKeyedMap } from "./name-keyed-map.ts";
import { recordTypeList, recordTypesBy, recordTypesById } from "./RecordTypes.ts";
import { fieldTokenOf, objectTokenOf } from "./Tokens.ts";

class FieldsValue {
  readonly describe: SObjectDescribe;

  constructor(describe: SObjectDescribe) {
    this.describe = describe;
  }

  toString(): string {
    return `Fields[${this.describe.name}]`;
  }
}

class FieldSetsValue extends FieldsValue {
  /** Tells it from the fields to the registry, which goes by class. */
  readonly isOfFieldSets = true;

  override toString(): string {
    return `FieldSets[${this.describe.name}]`;
  }
}

export class ChildRelationshipValue {
  readonly describe: ChildRelationship;
  readonly field: FieldDescribe | undefined;

  constructor(describe: ChildRelationship) {
    this.describe = describe;
    this.field = fieldTokenOf(describe.childObject, describe.field)?.describe;
  }

  get $identity(): string {
    const { relationshipName, childObject, field } = this.describe;
    return `ChildRelationship ${relationshipName ?? ""} ${childObject}.${field}`;
  }
}

type Result = ObjectDescribeResult;

function childRelationships(result: Result): ApexList {
  const values = [...result.describe.childRelationships.values()].map(
    (child) => new ChildRelationshipValue(child),
  );
  return new ApexList(platformTypeNamed("Schema.ChildRelationship"), values);
}

/** Whether it has a feed of its own: `AccountFeed`, `Invoice__Feed`. */
function hasFeed({ name }: SObjectDescribe): boolean {
  const feed = name.endsWith("__c") ? name.replace(/c$/u, "Feed") : `${name}Feed`;
  return transaction().host.schema.object(feed) !== undefined;
}

/** Objects that people search for; what the platform keeps beside them (shares, history, settings, events) is found by query only. */
function isSearchable({ kind, isQueryable }: SObjectDescribe): boolean {
  return isQueryable && (kind === "standard" || kind === "custom");
}

function isSetting(describe: SObjectDescribe): boolean {
  return describe.kind === "listCustomSetting" || describe.kind === "hierarchyCustomSetting";
}

export const describeSObjectResultBehaviour = describeType(
  "Schema.DescribeSObjectResult",
  ObjectDescribeResult,
  {
    Name: (result: Result) => result.describe.name,
    LocalName: (result: Result) => result.describe.name,
    Label: (result: Result) => result.describe.label,
    LabelPlural: (result: Result) => result.describe.labelPlural,
    KeyPrefix: (result: Result) => result.describe.keyPrefix,
    SObjectType: (result: Result) => new ObjectToken(result.describe),
    ChildRelationships: childRelationships,
    RecordTypeInfos: (result: Result) => recordTypeList(result.describe),
    RecordTypeInfosByName: (result: Result) => recordTypesBy(result.describe, "label"),
    RecordTypeInfosByDeveloperName: (result: Result) =>
      recordTypesBy(result.describe, "developerName"),
    RecordTypeInfosById: (result: Result) => recordTypesById(result.describe),
    Fields: (result: Result) => new FieldsValue(result.describe),
    FieldSets: (result: Result) => new FieldSetsValue(result.describe),
    AssociateEntityType: () => null,
    AssociateParentEntity: () => null,
    DefaultImplementation: () => null,
    HasSubtypes: () => false,
    ImplementedBy: () => null,
    ImplementsInterfaces: () => null,
    IsInterface: () => false,
    IsSubtype: () => false,
    DataTranslationEnabled: () => null,
    SObjectDescribeOption: ({ isFull }: Result) =>
      platformEnum("Schema.SObjectDescribeOptions").find(isFull ? "FULL" : "DEFERRED") ?? null,
  },
  {
    Accessible: (result: Result) => describeRights().canReadObject(result.describe.name),
    Createable: (result: Result) =>
      result.describe.isCreateable && describeRights().canCreateObject(result.describe.name),
    Updateable: (result: Result) =>
      result.describe.isUpdateable && describeRights().canEditObject(result.describe.name),
    Deletable: (result: Result) =>
      result.describe.isDeletable && describeRights().canDeleteObject(result.describe.name),
    Undeletable: (result: Result) =>
      result.describe.isUndeletable && describeRights().canCreateObject(result.describe.name),
    Queryable: (result: Result) => result.describe.isQueryable,
    Searchable: (result: Result) => isSearchable(result.describe),
    Custom: (result: Result) => result.describe.isCustom,
    CustomSetting: (result: Result) => isSetting(result.describe),
    DeprecatedAndHidden: () => false,
    FeedEnabled: (result: Result) => hasFeed(result.describe),
    Mergeable: (result: Result) =>
      ["Account", "Contact", "Lead", "Case"].includes(result.describe.name),
    /** What was viewed is remembered in this field of the objects that have recently used lists. */
    MruEnabled: (result: Result) => result.describe.fields.has("lastvieweddate"),
  },
  ["ChildRelationships", "FieldSets", "LocalName", "RecordTypeInfos"],
);

/** By the fields of an object, their tokens. */
const tokensByFields = new WeakMap<SObjectDescribe["fields"], NameIndex<FieldToken>>();

function fieldTokens({ fields }: SObjectDescribe): NameIndex<FieldToken> {
  const known = tokensByFields.get(fields);
  if (known !== undefined) return known;
  const index = new NameIndex(
    [...fields].map(([name, field]) => [name, new FieldToken(field)] as const),
  );
  tokensByFields.set(fields, index);
  return index;
}

export const fieldsBehaviour = platformType({
  type: "Schema.SObjectTypeFields",
  implementation: FieldsValue,
  methods: {
    getMap: ({ describe }: FieldsValue) =>
      new NameKeyedMap(platformTypeNamed("Schema.SObjectField"), fieldTokens(describe)),
  },
});

export const fieldSetsBehaviour = platformType({
  type: "Schema.SObjectTypeFieldSets",
  implementation: FieldSetsValue,
  methods: {
    getMap: ({ describe }: FieldSetsValue) =>
      new NameKeyedMap(
        platformTypeNamed("Schema.FieldSet"),
        new NameIndex(
          [...describe.fieldSets].map(
            ([key, set]) => [key, new FieldSetValue(describe, set)] as const,
          ),
        ),
      ),
  },
});

export const childRelationshipBehaviour = describeType(
  "Schema.ChildRelationship",
  ChildRelationshipValue,
  {
    ChildSObject: (value: ChildRelationshipValue) => objectTokenOf(value.describe.childObject),
    Field: (value: ChildRelationshipValue) =>
      value.field === undefined ? null : new FieldToken(value.field),
    RelationshipName: (value: ChildRelationshipValue) => value.describe.relationshipName,
    JunctionIdListNames: () => new ApexList(STRING),
    JunctionReferenceTo: () => new ApexList(platformTypeNamed("Schema.SObjectType")),
  },
  {
    CascadeDelete: (value: ChildRelationshipValue) => value.describe.isCascadeDelete,
    RestrictedDelete: (value: ChildRelationshipValue) =>
      value.field?.deleteConstraint === "Restrict",
    DeprecatedAndHidden: () => false,
  },
);
