/** Schema.DescribeFieldResult and Schema.PicklistEntry. Source: Apex Reference, "DescribeFieldResult Class". */
import { defaultOf } from "../../dml/field-default.js";
import { platformEnum } from "../../runtime/enums.js";
import { ApexList } from "../../runtime/list.js";
import { FieldDescribeResult, FieldToken } from "../../runtime/tokens.js";
import { platformTypeNamed } from "../../runtime/type.js";
import { describeRights } from "./describe-rights.js";
import { describeType } from "./describe-type.js";
import { byteLength, defaultValueFormula, isAggregatable, isPermissionable, } from "./field-properties.js";
import { fieldTokenOf, objectTokenOf } from "./Tokens.js";
export class PicklistEntryValue {
    describe;
    constructor(describe) {
        this.describe = describe;
    }
}
/** Schema.DisplayType says INTEGER where the REST describe says int. */
export function displayType(type) {
    return platformEnum("Schema.DisplayType").find(type === "int" ? "INTEGER" : type) ?? null;
}
const SOAP_TYPES = {
    Id: "ID",
    Boolean: "BOOLEAN",
    Integer: "INTEGER",
    Long: "LONG",
    Decimal: "DOUBLE",
    Double: "DOUBLE",
    Date: "DATE",
    Datetime: "DATETIME",
    Time: "TIME",
    Blob: "BASE64BINARY",
    Object: "ANYTYPE",
};
function referenceTo({ describe }) {
    return new ApexList(platformTypeNamed("Schema.SObjectType"), describe.referenceTo.map(objectTokenOf).filter((token) => token !== null));
}
function picklistValues({ describe }) {
    const active = describe.picklistValues.filter((value) => value.isActive);
    return new ApexList(platformTypeNamed("Schema.PicklistEntry"), active.map((value) => new PicklistEntryValue(value)));
}
function mayEdit({ describe }, right) {
    const rights = describeRights();
    const mayWriteObject = right === "create"
        ? rights.canCreateObject(describe.object)
        : rights.canEditObject(describe.object);
    return mayWriteObject && rights.canEditField(describe.object, describe.name);
}
function isNumber(describe) {
    return ["int", "long", "double", "currency", "percent"].includes(describe.type);
}
export const describeFieldResultBehaviour = describeType("Schema.DescribeFieldResult", FieldDescribeResult, {
    Name: ({ describe }) => describe.name,
    LocalName: ({ describe }) => describe.name,
    Label: ({ describe }) => describe.label,
    Type: ({ describe }) => displayType(describe.type),
    SoapType: ({ describe }) => platformEnum("Schema.SoapType").find(SOAP_TYPES[describe.apexType] ?? "STRING") ?? null,
    Length: ({ describe }) => describe.length,
    ByteLength: ({ describe }) => byteLength(describe),
    Precision: ({ describe }) => isNumber(describe) && describe.type !== "int" ? describe.precision : 0,
    Scale: ({ describe }) => describe.scale,
    Digits: ({ describe }) => (describe.type === "int" ? describe.precision : 0),
    PicklistValues: picklistValues,
    ReferenceTo: referenceTo,
    RelationshipName: ({ describe }) => describe.relationshipName,
    RelationshipOrder: ({ describe }) => describe.relationship === "masterDetail" ? 0 : null,
    SobjectField: ({ describe }) => new FieldToken(describe),
    Controller: ({ describe }) => describe.controllingField === null
        ? null
        : fieldTokenOf(describe.object, describe.controllingField),
    DefaultValue: ({ describe }) => describe.type === "boolean" ? (defaultOf(describe) ?? false) : null,
    DefaultValueFormula: ({ describe }) => defaultValueFormula(describe),
    CalculatedFormula: ({ describe }) => describe.formula,
    InlineHelpText: ({ describe }) => describe.inlineHelpText,
    CompoundFieldName: ({ describe }) => describe.compoundField,
    FilteredLookupInfo: () => null,
    Mask: () => null,
    MaskType: () => null,
    ReferenceTargetField: () => null,
    SObjectType: ({ describe }) => objectTokenOf(describe.object),
}, {
    Accessible: ({ describe }) => describeRights().canReadField(describe.object, describe.name),
    Createable: (result) => result.describe.isCreateable && mayEdit(result, "create"),
    Updateable: (result) => result.describe.isUpdateable && mayEdit(result, "edit"),
    Aggregatable: ({ describe }) => isAggregatable(describe),
    AiPredictionField: () => false,
    AutoNumber: ({ describe }) => describe.autoNumberFormat !== null,
    Calculated: ({ describe }) => describe.formula !== null || describe.rollup !== null,
    CascadeDelete: ({ describe }) => describe.deleteConstraint === "Cascade" || describe.relationship === "masterDetail",
    CaseSensitive: ({ describe }) => describe.isCaseSensitive,
    Custom: ({ describe }) => describe.isCustom,
    DefaultedOnCreate: ({ describe }) => describe.isDefaultedOnCreate,
    DependentPicklist: ({ describe }) => describe.controllingField !== null,
    DeprecatedAndHidden: () => false,
    DisplayLocationInDecimal: () => false,
    Encrypted: ({ describe }) => describe.isEncrypted,
    ExternalId: ({ describe }) => describe.isExternalId,
    Filterable: ({ describe }) => describe.isFilterable,
    FormulaTreatNullNumberAsZero: ({ describe }) => describe.treatBlanksAsZero,
    Groupable: ({ describe }) => describe.isGroupable,
    HighScaleNumber: () => false,
    HtmlFormatted: ({ describe }) => describe.isHtmlFormatted,
    IdLookup: ({ describe }) => describe.isIdLookup,
    NameField: ({ describe }) => describe.isNameField,
    NamePointing: ({ describe }) => describe.referenceTo.length > 1,
    Nillable: ({ describe }) => describe.isNillable,
    Permissionable: ({ describe }) => isPermissionable(describe),
    QueryByDistance: ({ describe }) => describe.type === "location",
    RestrictedDelete: ({ describe }) => describe.deleteConstraint === "Restrict",
    RestrictedPicklist: ({ describe }) => describe.isRestrictedPicklist,
    SearchPrefilterable: ({ describe }) => describe.type === "reference",
    Sortable: ({ describe }) => describe.isSortable,
    Unique: ({ describe }) => describe.isUnique,
    WriteRequiresMasterRead: () => false,
}, ["PicklistValues", "ReferenceTo", "SObjectType"]);
export const picklistEntryBehaviour = describeType("Schema.PicklistEntry", PicklistEntryValue, {
    Label: (entry) => entry.describe.label,
    Value: (entry) => entry.describe.value,
}, {
    Active: (entry) => entry.describe.isActive,
    DefaultValue: (entry) => entry.describe.isDefault,
});
