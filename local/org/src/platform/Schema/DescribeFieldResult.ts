/** Schema.DescribeFieldResult and Schema.PicklistEntry. Source: Apex Reference, "DescribeFieldResult Class". */
import { defaultOf } from "../../dml/field-default.ts";
import { platformEnum } from "../../runtime/enums.ts";
import type { ApexEnum } from "../../runtime/enum.ts";
import { ApexList } from "../../runtime/list.ts";
import { FieldDescribeResult, FieldToken } from "../../runtime/tokens.ts";
import { platformTypeNamed } from "../../runtime/type.ts";
import type { FieldDescribe, FieldType, PicklistValue } from "../../schema/schema.ts";
import { refuseJson } from "../json/json-error.ts";
import { JsonFields, registerJsonForm } from "../json/platform-forms.ts";
import { describeRights } from "./describe-rights.ts";
import { describeType } from "./describe-type.ts";
import {
  byteLength,
  defaultValueFormula,
  isAggregatable,
  isPermissionable,
} from "./field-properties.ts";
import { fieldTokenOf, objectTokenOf } from "./Tokens.ts";

export class PicklistEntryValue {
  readonly describe: PicklistValue;

  constructor(describe: PicklistValue) {
    this.describe = describe;
  }
}

type Result = FieldDescribeResult;

/** Schema.DisplayType says INTEGER where the REST describe says int. */
export function displayType(type: FieldType): ApexEnum | null {
  return platformEnum("Schema.DisplayType").find(type === "int" ? "INTEGER" : type) ?? null;
}

const SOAP_TYPES: Readonly<Partial<Record<FieldDescribe["apexType"], string>>> = {
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

function referenceTo({ describe }: Result): ApexList {
  return new ApexList(
    platformTypeNamed("Schema.SObjectType"),
    describe.referenceTo.map(objectTokenOf).filter((token) => token !== null),
  );
}

function picklistValues({ describe }: Result): ApexList {
  const active = describe.picklistValues.filter((value) => value.isActive);
  return new ApexList(
    platformTypeNamed("Schema.PicklistEntry"),
    active.map((value) => new PicklistEntryValue(value)),
  );
}

function mayEdit({ describe }: Result, right: "create" | "edit"): boolean {
  const rights = describeRights();
  const mayWriteObject =
    right === "create"
      ? rights.canCreateObject(describe.object)
      : rights.canEditObject(describe.object);
  return mayWriteObject && rights.canEditField(describe.object, describe.name);
}

function isNumber(describe: FieldDescribe): boolean {
  return ["int", "long", "double", "currency", "percent"].includes(describe.type);
}

/**
 * Of a checkbox, and of a list its default value: ActionPlansUtilities of SalesforceLabs/ActionPlansV4 asks Task.Priority for it,
 * ViewSurveyController_Test of SalesforceLabs/survey-force Case.Status.
 */
function defaultValue(describe: FieldDescribe): boolean | string | null {
  if (describe.type === "boolean") return defaultOf(describe) === true;
  const chosen = describe.picklistValues.find(({ isDefault }) => isDefault);
  return chosen?.value ?? null;
}

export const describeFieldResultBehaviour = describeType(
  "Schema.DescribeFieldResult",
  FieldDescribeResult,
  {
    Name: ({ describe }: Result) => describe.name,
    LocalName: ({ describe }: Result) => describe.name,
    Label: ({ describe }: Result) => describe.label,
    Type: ({ describe }: Result) => displayType(describe.type),
    SoapType: ({ describe }: Result) =>
      platformEnum("Schema.SoapType").find(SOAP_TYPES[describe.apexType] ?? "STRING") ?? null,
    Length: ({ describe }: Result) => describe.length,
    ByteLength: ({ describe }: Result) => byteLength(describe),
    Precision: ({ describe }: Result) =>
      isNumber(describe) && describe.type !== "int" ? describe.precision : 0,
    Scale: ({ describe }: Result) => describe.scale,
    Digits: ({ describe }: Result) => (describe.type === "int" ? describe.precision : 0),
    PicklistValues: picklistValues,
    ReferenceTo: referenceTo,
    RelationshipName: ({ describe }: Result) => describe.relationshipName,
    RelationshipOrder: ({ describe }: Result) =>
      describe.relationship === "masterDetail" ? 0 : null,
    SobjectField: ({ describe }: Result) => new FieldToken(describe),
    Controller: ({ describe }: Result) =>
      describe.controllingField === null
        ? null
        : fieldTokenOf(describe.object, describe.controllingField),
    DefaultValue: ({ describe }: Result) => defaultValue(describe),
    DefaultValueFormula: ({ describe }: Result) => defaultValueFormula(describe),
    CalculatedFormula: ({ describe }: Result) => describe.formula,
    InlineHelpText: ({ describe }: Result) => describe.inlineHelpText,
    CompoundFieldName: ({ describe }: Result) => describe.compoundField,
    FilteredLookupInfo: () => null,
    Mask: () => null,
    MaskType: () => null,
    ReferenceTargetField: () => null,
    SObjectType: ({ describe }: Result) => objectTokenOf(describe.object),
  },
  {
    Accessible: ({ describe }: Result) =>
      describeRights().canReadField(describe.object, describe.name),
    Createable: (result: Result) => result.describe.isCreateable && mayEdit(result, "create"),
    Updateable: (result: Result) => result.describe.isUpdateable && mayEdit(result, "edit"),
    Aggregatable: ({ describe }: Result) => isAggregatable(describe),
    AiPredictionField: () => false,
    AutoNumber: ({ describe }: Result) => describe.autoNumberFormat !== null,
    Calculated: ({ describe }: Result) => describe.formula !== null || describe.rollup !== null,
    CascadeDelete: ({ describe }: Result) =>
      describe.deleteConstraint === "Cascade" || describe.relationship === "masterDetail",
    CaseSensitive: ({ describe }: Result) => describe.isCaseSensitive,
    Custom: ({ describe }: Result) => describe.isCustom,
    DefaultedOnCreate: ({ describe }: Result) => describe.isDefaultedOnCreate,
    DependentPicklist: ({ describe }: Result) => describe.controllingField !== null,
    DeprecatedAndHidden: () => false,
    DisplayLocationInDecimal: () => false,
    Encrypted: ({ describe }: Result) => describe.isEncrypted,
    ExternalId: ({ describe }: Result) => describe.isExternalId,
    Filterable: ({ describe }: Result) => describe.isFilterable,
    FormulaTreatNullNumberAsZero: ({ describe }: Result) => describe.treatBlanksAsZero,
    Groupable: ({ describe }: Result) => describe.isGroupable,
    HighScaleNumber: () => false,
    HtmlFormatted: ({ describe }: Result) => describe.isHtmlFormatted,
    IdLookup: ({ describe }: Result) => describe.isIdLookup,
    NameField: ({ describe }: Result) => describe.isNameField,
    NamePointing: ({ describe }: Result) => describe.referenceTo.length > 1,
    Nillable: ({ describe }: Result) => describe.isNillable,
    Permissionable: ({ describe }: Result) => isPermissionable(describe),
    QueryByDistance: ({ describe }: Result) => describe.type === "location",
    RestrictedDelete: ({ describe }: Result) => describe.deleteConstraint === "Restrict",
    RestrictedPicklist: ({ describe }: Result) => describe.isRestrictedPicklist,
    SearchPrefilterable: ({ describe }: Result) => describe.type === "reference",
    Sortable: ({ describe }: Result) => describe.isSortable,
    Unique: ({ describe }: Result) => describe.isUnique,
    WriteRequiresMasterRead: () => false,
  },
  ["PicklistValues", "ReferenceTo", "SObjectType"],
);

registerJsonForm({
  type: "Schema.PicklistEntry",
  read: () => refuseJson("Apex Type unsupported in JSON: Schema.PicklistEntry"),
  write: (value) => {
    if (!(value instanceof PicklistEntryValue)) return null;
    const { describe } = value;
    return new JsonFields([
      ["value", describe.value],
      ["validFor", null],
      ["label", describe.label],
      ["defaultValue", describe.isDefault],
      ["active", describe.isActive],
    ]);
  },
});

export const picklistEntryBehaviour = describeType(
  "Schema.PicklistEntry",
  PicklistEntryValue,
  {
    Label: (entry: PicklistEntryValue) => entry.describe.label,
    Value: (entry: PicklistEntryValue) => entry.describe.value,
  },
  {
    Active: (entry: PicklistEntryValue) => entry.describe.isActive,
    DefaultValue: (entry: PicklistEntryValue) => entry.describe.isDefault,
  },
);
