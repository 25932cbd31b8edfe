import { readPicklist } from "./picklist.js";
export function readField(field, name) {
    return {
        name,
        type: field.text("type"),
        label: field.text("label"),
        length: field.number("length"),
        precision: field.number("precision"),
        scale: field.number("scale"),
        isRequired: field.flag("required"),
        isUnique: field.flag("unique"),
        isCaseSensitive: field.flag("caseSensitive"),
        isExternalId: field.flag("externalId"),
        isHistoryTracked: field.flag("trackHistory"),
        formula: field.text("formula"),
        treatBlanksAsZero: field.text("formulaTreatBlanksAs") === "BlankAsZero",
        defaultValue: field.text("defaultValue"),
        referenceTo: field.texts("referenceTo"),
        childRelationshipName: field.text("relationshipName"),
        deleteConstraint: readDeleteConstraint(field),
        isReparentable: field.flag("reparentableMasterDetail"),
        writeRequiresMasterRead: field.flag("writeRequiresMasterRead"),
        displayFormat: field.text("displayFormat"),
        picklist: readPicklist(field),
        summary: readSummary(field),
        inlineHelpText: field.text("inlineHelpText"),
        description: field.text("description"),
    };
}
function readDeleteConstraint(field) {
    const constraint = field.text("deleteConstraint");
    return constraint === "Cascade" || constraint === "Restrict" || constraint === "SetNull"
        ? constraint
        : null;
}
function readSummary(field) {
    const operation = field.text("summaryOperation");
    const [childObject, foreignKey] = (field.text("summaryForeignKey") ?? "").split(".");
    if ((operation !== "count" && operation !== "sum" && operation !== "min" && operation !== "max") ||
        childObject === undefined ||
        foreignKey === undefined) {
        return null;
    }
    return {
        operation,
        childObject,
        foreignKey,
        summarizedField: withoutObject(field.text("summarizedField")),
        filters: field.children("summaryFilterItems").map((filter) => ({
            field: withoutObject(filter.text("field")) ?? "",
            operation: filter.text("operation") ?? "",
            value: filter.text("value") ?? "",
        })),
    };
}
/** `LogEntry__c.Level__c` → `Level__c`: the object is that of the foreign key. */
function withoutObject(path) {
    return path === null ? null : path.slice(path.indexOf(".") + 1);
}
