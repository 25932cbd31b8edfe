/** Schema.DescribeSObjectResult, its fields, field sets and child relationships. Source: Apex Reference, "DescribeSObjectResult Class". */
import { ApexList } from "../../runtime/list.js";
import { FieldSetValue, FieldToken, ObjectDescribeResult, ObjectToken, } from "../../runtime/tokens.js";
import { transaction } from "../../runtime/transaction.js";
import { platformTypeNamed, STRING } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
import { platformEnum } from "../../runtime/enums.js";
import { describeRights } from "./describe-rights.js";
import { describeType } from "./describe-type.js";
import { NameKeyedMap } from "./name-keyed-map.js";
import { recordTypeList, recordTypesBy, recordTypesById } from "./RecordTypes.js";
import { fieldTokenOf, objectTokenOf } from "./Tokens.js";
class FieldsValue {
    describe;
    constructor(describe) {
        this.describe = describe;
    }
    toString() {
        return `Fields[${this.describe.name}]`;
    }
}
class FieldSetsValue extends FieldsValue {
    /** Tells it from the fields to the registry, which goes by class. */
    isOfFieldSets = true;
    toString() {
        return `FieldSets[${this.describe.name}]`;
    }
}
export class ChildRelationshipValue {
    describe;
    field;
    constructor(describe) {
        this.describe = describe;
        this.field = fieldTokenOf(describe.childObject, describe.field)?.describe;
    }
    get $identity() {
        const { relationshipName, childObject, field } = this.describe;
        return `ChildRelationship ${relationshipName ?? ""} ${childObject}.${field}`;
    }
}
function childRelationships(result) {
    const values = [...result.describe.childRelationships.values()].map((child) => new ChildRelationshipValue(child));
    return new ApexList(platformTypeNamed("Schema.ChildRelationship"), values);
}
/** Whether it has a feed of its own: `AccountFeed`, `Invoice__Feed`. */
function hasFeed({ name }) {
    const feed = name.endsWith("__c") ? name.replace(/c$/u, "Feed") : `${name}Feed`;
    return transaction().host.schema.object(feed) !== undefined;
}
/** Objects that people search for; what the platform keeps beside them (shares, history, settings, events) is found by query only. */
function isSearchable({ kind, isQueryable }) {
    return isQueryable && (kind === "standard" || kind === "custom");
}
function isSetting(describe) {
    return describe.kind === "listCustomSetting" || describe.kind === "hierarchyCustomSetting";
}
export const describeSObjectResultBehaviour = describeType("Schema.DescribeSObjectResult", ObjectDescribeResult, {
    Name: (result) => result.describe.name,
    LocalName: (result) => result.describe.name,
    Label: (result) => result.describe.label,
    LabelPlural: (result) => result.describe.labelPlural,
    KeyPrefix: (result) => result.describe.keyPrefix,
    SObjectType: (result) => new ObjectToken(result.describe),
    ChildRelationships: childRelationships,
    RecordTypeInfos: (result) => recordTypeList(result.describe),
    RecordTypeInfosByName: (result) => recordTypesBy(result.describe, "label"),
    RecordTypeInfosByDeveloperName: (result) => recordTypesBy(result.describe, "developerName"),
    RecordTypeInfosById: (result) => recordTypesById(result.describe),
    Fields: (result) => new FieldsValue(result.describe),
    FieldSets: (result) => new FieldSetsValue(result.describe),
    AssociateEntityType: () => null,
    AssociateParentEntity: () => null,
    DefaultImplementation: () => null,
    HasSubtypes: () => false,
    ImplementedBy: () => null,
    ImplementsInterfaces: () => null,
    IsInterface: () => false,
    IsSubtype: () => false,
    DataTranslationEnabled: () => null,
    SObjectDescribeOption: ({ isFull }) => platformEnum("Schema.SObjectDescribeOptions").find(isFull ? "FULL" : "DEFERRED") ?? null,
}, {
    Accessible: (result) => describeRights().canReadObject(result.describe.name),
    Createable: (result) => result.describe.isCreateable && describeRights().canCreateObject(result.describe.name),
    Updateable: (result) => result.describe.isUpdateable && describeRights().canEditObject(result.describe.name),
    Deletable: (result) => result.describe.isDeletable && describeRights().canDeleteObject(result.describe.name),
    Undeletable: (result) => result.describe.isUndeletable && describeRights().canCreateObject(result.describe.name),
    Queryable: (result) => result.describe.isQueryable,
    Searchable: (result) => isSearchable(result.describe),
    Custom: (result) => result.describe.isCustom,
    CustomSetting: (result) => isSetting(result.describe),
    DeprecatedAndHidden: () => false,
    FeedEnabled: (result) => hasFeed(result.describe),
    Mergeable: (result) => ["Account", "Contact", "Lead", "Case"].includes(result.describe.name),
    /** What was viewed is remembered in this field of the objects that have recently used lists. */
    MruEnabled: (result) => result.describe.fields.has("lastvieweddate"),
}, ["ChildRelationships", "FieldSets", "LocalName", "RecordTypeInfos"]);
export const fieldsBehaviour = platformType({
    type: "Schema.SObjectTypeFields",
    implementation: FieldsValue,
    methods: {
        getMap: ({ describe }) => new NameKeyedMap(platformTypeNamed("Schema.SObjectField"), [...describe.fields].map(([key, field]) => [key, new FieldToken(field)])),
    },
});
export const fieldSetsBehaviour = platformType({
    type: "Schema.SObjectTypeFieldSets",
    implementation: FieldSetsValue,
    methods: {
        getMap: ({ describe }) => new NameKeyedMap(platformTypeNamed("Schema.FieldSet"), [...describe.fieldSets].map(([key, set]) => [key, new FieldSetValue(describe, set)])),
    },
});
export const childRelationshipBehaviour = describeType("Schema.ChildRelationship", ChildRelationshipValue, {
    ChildSObject: (value) => objectTokenOf(value.describe.childObject),
    Field: (value) => value.field === undefined ? null : new FieldToken(value.field),
    RelationshipName: (value) => value.describe.relationshipName,
    JunctionIdListNames: () => new ApexList(STRING),
    JunctionReferenceTo: () => new ApexList(platformTypeNamed("Schema.SObjectType")),
}, {
    CascadeDelete: (value) => value.describe.isCascadeDelete,
    RestrictedDelete: (value) => value.field?.deleteConstraint === "Restrict",
    DeprecatedAndHidden: () => false,
});
