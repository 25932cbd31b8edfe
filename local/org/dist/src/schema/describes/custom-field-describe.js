import { fieldDescribe } from "./field-describe.js";
/** Metadata types of fields with the describe's type, and the length where it is fixed. Source: Metadata API Developer Guide, "FieldType". */
const TYPES = {
    AutoNumber: ["string", 30],
    Checkbox: ["boolean"],
    Currency: ["currency"],
    Date: ["date"],
    DateTime: ["datetime"],
    Email: ["email", 80],
    EncryptedText: ["encryptedstring"],
    ExternalLookup: ["reference"],
    Hierarchy: ["reference"],
    Html: ["textarea"],
    IndirectLookup: ["reference"],
    Location: ["location"],
    LongTextArea: ["textarea"],
    Lookup: ["reference"],
    MasterDetail: ["reference"],
    MetadataRelationship: ["reference"],
    MultiselectPicklist: ["multipicklist", 4099],
    Number: ["double"],
    Percent: ["percent"],
    Phone: ["phone", 40],
    Picklist: ["picklist", 255],
    Summary: ["double"],
    Text: ["string"],
    TextArea: ["textarea", 255],
    Time: ["time"],
    Url: ["url", 255],
};
export function isFieldType(type) {
    return Object.hasOwn(TYPES, type);
}
/** Characters of a text that a formula computes. */
const FORMULA_TEXT_LENGTH = 1300;
/** A geolocation field brings the fields of its coordinates with it. */
export function customFieldDescribes(metadata, context) {
    const whole = fieldDescribe(draftOf(metadata, context));
    return metadata.type === "Location" ? [whole, ...coordinates(metadata, whole)] : [whole];
}
function draftOf(metadata, context) {
    const [type, fixedLength] = TYPES[metadata.type ?? ""] ?? ["string", 255];
    const isFormula = metadata.formula !== null;
    const isComputed = isFormula || metadata.type === "Summary" || metadata.type === "AutoNumber";
    const isMasterDetail = metadata.type === "MasterDetail";
    const isCheckbox = type === "boolean";
    const isRequired = !isComputed && (metadata.isRequired || isMasterDetail);
    const isWriteable = !isComputed && type !== "location";
    return {
        name: metadata.name,
        object: context.object,
        label: metadata.label ?? metadata.name,
        type,
        isCustom: true,
        length: isFormula && type === "string" ? FORMULA_TEXT_LENGTH : (metadata.length ?? fixedLength ?? 0),
        precision: metadata.precision ?? (isNumber(type) ? 18 : 0),
        scale: metadata.scale ?? (isFormula && isNumber(type) ? 2 : 0),
        isNillable: !isRequired && !isCheckbox && metadata.type !== "AutoNumber",
        isUnique: metadata.isUnique,
        isCaseSensitive: metadata.isCaseSensitive,
        isExternalId: metadata.isExternalId,
        isCreateable: isWriteable,
        isUpdateable: isWriteable && (!isMasterDetail || metadata.isReparentable),
        isDefaultedOnCreate: isCheckbox || metadata.defaultValue !== null || metadata.type === "AutoNumber",
        isHtmlFormatted: metadata.type === "Html",
        isHistoryTracked: metadata.isHistoryTracked,
        isRequired,
        formula: metadata.formula,
        treatBlanksAsZero: metadata.treatBlanksAsZero,
        defaultValue: metadata.defaultValue ?? (isCheckbox && !isFormula ? "false" : null),
        autoNumberFormat: metadata.type === "AutoNumber" ? (metadata.displayFormat ?? "{0}") : null,
        inlineHelpText: metadata.inlineHelpText,
        description: metadata.description,
        ...(type === "reference" ? referenceParts(metadata) : {}),
        ...(metadata.picklist === null ? {} : picklistParts(metadata.picklist, context)),
        ...(metadata.summary === null
            ? {}
            : { rollup: metadata.summary, ...context.summaryType(metadata) }),
    };
}
function isNumber(type) {
    return type === "double" || type === "currency" || type === "percent";
}
/** Definitions of the platform's own schema, which custom metadata points to by name. */
const DEFINITIONS = new Set(["EntityDefinition", "FieldDefinition", "EntityParticle"]);
function referenceParts(metadata) {
    const isMasterDetail = metadata.type === "MasterDetail";
    const referenceTo = metadata.type === "Hierarchy" ? ["User"] : metadata.referenceTo;
    const isDefinition = referenceTo.some((object) => DEFINITIONS.has(object));
    return {
        referenceTo,
        relationshipName: metadata.name.replace(/__c$/i, "__r"),
        relationship: isMasterDetail ? "masterDetail" : "lookup",
        isReparentable: metadata.isReparentable,
        writeRequiresMasterRead: metadata.writeRequiresMasterRead,
        deleteConstraint: isMasterDetail ? "Cascade" : (metadata.deleteConstraint ?? "SetNull"),
        ...(isDefinition ? { apexType: "String" } : {}),
    };
}
function picklistParts(picklist, context) {
    const values = picklist.values.kind === "own"
        ? picklist.values.values
        : context.globalValues(picklist.values.name);
    const preset = values.find((value) => value.isDefault && value.isActive);
    return {
        picklistValues: values,
        isRestrictedPicklist: picklist.isRestricted,
        controllingField: picklist.controllingField,
        ...(preset === undefined
            ? {}
            : { defaultValue: JSON.stringify(preset.value), isDefaultedOnCreate: true }),
    };
}
function coordinates(metadata, whole) {
    const stem = metadata.name.replace(/__c$/i, "");
    return ["Latitude", "Longitude"].map((part) => fieldDescribe({
        name: `${stem}__${part}__s`,
        object: whole.object,
        label: `${whole.label} (${part})`,
        type: "double",
        isCustom: true,
        precision: 18,
        scale: metadata.scale ?? 15,
        compoundField: whole.name,
    }));
}
