import { readField } from "./custom-field.js";
export function readObjectSettings(object) {
    const nameField = object.child("nameField");
    const settingsType = object.text("customSettingsType");
    return {
        label: object.text("label"),
        labelPlural: object.text("pluralLabel"),
        nameField: nameField === null ? null : readField(nameField, "Name"),
        customSettingsType: settingsType === "List" || settingsType === "Hierarchy" ? settingsType : null,
        publishBehavior: object.text("publishBehavior") === "PublishImmediately"
            ? "PublishImmediately"
            : "PublishAfterCommit",
        sharingModel: object.text("sharingModel"),
        isHistoryTracked: object.flag("enableHistory"),
        hasActivities: object.flag("enableActivities"),
        hasFeeds: object.flag("enableFeeds"),
    };
}
export function readRecordType(recordType, name) {
    return {
        developerName: name,
        label: recordType.text("label") ?? name,
        isActive: recordType.flag("active"),
        isDefault: false,
        isMaster: false,
    };
}
export function readFieldSet(fieldSet, name) {
    return {
        name,
        label: fieldSet.text("label") ?? name,
        description: fieldSet.text("description"),
        fields: fieldSet.children("displayedFields").map((field) => ({
            path: field.text("field") ?? "",
            isRequired: field.flag("isRequired"),
        })),
    };
}
export function readValidationRule(rule, name) {
    return {
        name,
        isActive: rule.flag("active"),
        condition: rule.text("errorConditionFormula") ?? "",
        message: rule.text("errorMessage") ?? "",
        errorField: rule.text("errorDisplayField"),
    };
}
