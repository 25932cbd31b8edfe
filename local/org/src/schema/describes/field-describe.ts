import type { FieldApexType, FieldDescribe, FieldType } from "../schema.ts";

const APEX_TYPES: Readonly<Record<FieldType, FieldApexType>> = {
  id: "Id",
  string: "String",
  textarea: "String",
  boolean: "Boolean",
  int: "Integer",
  long: "Long",
  double: "Decimal",
  currency: "Decimal",
  percent: "Decimal",
  date: "Date",
  datetime: "Datetime",
  time: "Time",
  email: "String",
  phone: "String",
  url: "String",
  picklist: "String",
  multipicklist: "String",
  combobox: "String",
  reference: "Id",
  encryptedstring: "String",
  base64: "Blob",
  anyType: "Object",
  address: "Address",
  location: "Location",
  complexvalue: "Object",
};

export type FieldDraft = Partial<FieldDescribe> &
  Pick<FieldDescribe, "name" | "object" | "label" | "type">;

/** A describe from what is particular to a field; the rest follows from its type. */
export function fieldDescribe(draft: FieldDraft): FieldDescribe {
  const { type, length = 0 } = draft;
  const isReference = type === "reference";
  const isLongText = type === "textarea" && length > 255;
  const isUnsearchable = isLongText || ["base64", "encryptedstring", "complexvalue"].includes(type);
  return {
    apexType: APEX_TYPES[type],
    isCustom: false,
    precision: 0,
    scale: 0,
    isNillable: true,
    isUnique: false,
    isCaseSensitive: false,
    isExternalId: false,
    isIdLookup: type === "id" || draft.isExternalId === true,
    isCreateable: true,
    isUpdateable: true,
    isFilterable: !isUnsearchable,
    isSortable: !isUnsearchable && type !== "multipicklist" && type !== "address",
    isGroupable: !isUnsearchable && !UNGROUPABLE.has(type),
    isNameField: false,
    isDefaultedOnCreate: false,
    isHtmlFormatted: false,
    isEncrypted: type === "encryptedstring",
    isHistoryTracked: false,
    isRequired: false,
    referenceTo: [],
    relationshipName: null,
    relationship: isReference ? "lookup" : null,
    isReparentable: false,
    writeRequiresMasterRead: false,
    deleteConstraint: isReference ? "SetNull" : null,
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
    ...draft,
    length: isReference || type === "id" ? 18 : length,
  };
}

/** Source: Object Reference, "Groupable" in the field properties of each type. */
const UNGROUPABLE: ReadonlySet<FieldType> = new Set<FieldType>([
  "double",
  "currency",
  "percent",
  "datetime",
  "time",
  "multipicklist",
  "address",
  "location",
  "anyType",
]);

/** A field that only the platform writes. */
export const SYSTEM_WRITTEN = {
  isCreateable: false,
  isUpdateable: false,
  isNillable: false,
  isDefaultedOnCreate: true,
} as const;
