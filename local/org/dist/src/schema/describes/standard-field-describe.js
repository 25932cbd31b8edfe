import { standardFieldDetail } from "../standard/curated-objects.js";
import { standardObjects } from "../standard/standard-objects.js";
import { fieldDescribe } from "./field-describe.js";
const APEX_TYPES = new Set([
    "Id",
    "String",
    "Boolean",
    "Integer",
    "Long",
    "Double",
    "Decimal",
    "Date",
    "Datetime",
    "Time",
    "Blob",
    "Object",
    "Address",
    "Location",
]);
/** null for a field that comes with a feature this org does not have. */
export function standardFieldDescribe(object, field, features, addedReferences, settings) {
    const { requires, ...detail } = standardFieldDetail(object.name, field);
    if (requires !== null && !features.has(requires))
        return null;
    const referenceTo = [
        ...standardReferences(object.name, field),
        ...addedReferences(object.name, field.name),
    ];
    return fieldDescribe({
        ...detail,
        object: object.name,
        isNameField: field.name === object.nameField,
        referenceTo,
        relationshipName: field.relationshipName,
        relationship: referenceTo.length > 0 ? "lookup" : null,
        ...(isApexType(field.apexType) ? { apexType: field.apexType } : {}),
        ...(settings === undefined ? {} : givenSettings(settings)),
    });
}
/** What a lookup points to; the stubs leave out where a file can first be published, which is where it can be linked. */
function standardReferences(object, field) {
    if (object !== "ContentVersion" || field.name !== "FirstPublishLocationId")
        return field.referenceTo;
    const link = standardObjects().find("ContentDocumentLink");
    return link?.fields.find(({ name }) => name === "LinkedEntityId")?.referenceTo ?? [];
}
function isApexType(text) {
    return APEX_TYPES.has(text);
}
/** What a project can say of a standard field. */
function givenSettings(settings) {
    const { picklist } = settings;
    return {
        isHistoryTracked: settings.isHistoryTracked,
        inlineHelpText: settings.inlineHelpText,
        description: settings.description,
        ...(picklist?.values.kind === "own" && picklist.values.values.length > 0
            ? { picklistValues: picklist.values.values }
            : {}),
    };
}
