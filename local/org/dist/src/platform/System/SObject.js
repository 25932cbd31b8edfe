/** SObject: what every record answers to. Source: Apex Reference, "SObject Class". */
import { applyRecordFormulas } from "../../dml/record-formulas.js";
import { ApexException, raise } from "../../runtime/exception.js";
import { ApexList } from "../../runtime/list.js";
import { ApexMap } from "../../runtime/map.js";
import { recordOptions, setRecordOptions } from "../../runtime/record-options.js";
import { SObjectValue } from "../../runtime/sobject.js";
import { FieldToken, ObjectToken } from "../../runtime/tokens.js";
import { OBJECT, platformTypeNamed, STRING } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
import { ErrorValue } from "../Database/Results.js";
import { cloneRecord } from "../record-clone.js";
import { assignable, fieldOf, parentRelationshipOf } from "../record-field.js";
/** `FORMAT(Amount) shown`: what a query brought under a name that no field has. */
function aliasOf(record, name) {
    if (typeof name !== "string" || record.selection === null)
        return null;
    if (record.describe.fields.has(name.toLowerCase()))
        return null;
    const wanted = name.toLowerCase();
    for (const known of record.values.keys())
        if (known.toLowerCase() === wanted)
            return known;
    return null;
}
function put(record, name, value) {
    const field = fieldOf(record, name);
    if (record.isReadOnly)
        raise("System.FinalException", "Record is read-only");
    if (field.formula !== null)
        raise("System.SObjectException", `Field ${field.name} is not editable`);
    const before = record.peek(field.name);
    record.put(field.name, assignable(field, value));
    return before;
}
function putParent(record, name, parent) {
    const relationship = parentRelationshipOf(record, name);
    const before = record.parents.get(relationship) ?? null;
    record.putParent(relationship, parent);
    return before;
}
function children(record, name) {
    const text = name instanceof FieldToken ? name.describe.name : (name ?? "");
    const relationship = record.describe.childRelationships.get(text.toLowerCase());
    const canonical = relationship?.relationshipName ??
        raise("System.SObjectException", `Invalid aggregate relationship ${text} for ${record.objectName}`);
    return record.childList(canonical);
}
function populatedFields(record) {
    const map = new ApexMap(STRING, OBJECT);
    for (const [name, value] of record.values) {
        const isAssignedNull = record.selection === null;
        if (value !== null || isAssignedNull)
            map.put(name, value);
    }
    for (const [name, parent] of record.parents)
        if (parent !== null)
            map.put(name, parent);
    for (const [name, list] of record.children)
        map.put(name, list);
    return map;
}
function messageOf(error) {
    return error instanceof ApexException ? (error.message ?? "") : (error ?? "");
}
function addFieldError(record, name, message) {
    record.addError(message ?? "", fieldOf(record, name).name);
}
export const sobjectBehaviour = platformType({
    type: "SObject",
    implementation: SObjectValue,
    getters: { Id: (record) => record.get("Id") },
    methods: {
        "addError(String,String)": addFieldError,
        "addError(String,String,Boolean)": addFieldError,
        "addError(Schema.SObjectField,String)": addFieldError,
        "addError(Schema.SObjectField,String,Boolean)": addFieldError,
        addError: (record, error) => record.addError(messageOf(error)),
        clear: (record) => {
            record.values.clear();
            record.parents.clear();
            record.children.clear();
        },
        get: (record, name) => record.get(aliasOf(record, name) ?? fieldOf(record, name).name),
        put,
        getSObject: (record, name) => record.parent(parentRelationshipOf(record, name)),
        putSObject: putParent,
        getSObjects: children,
        getSObjectType: (record) => new ObjectToken(record.describe),
        getPopulatedFieldsAsMap: populatedFields,
        isSet: (record, name) => record.values.has(fieldOf(record, name).name),
        isClone: (record) => record.isClone,
        getCloneSourceId: (record) => record.cloneSourceId,
        clone: (record, keepId = false, deep = false, keepTimestamps = false, keepAutonumber = false) => {
            const cloned = cloneRecord(record, {
                keepId: keepId === true,
                keepReadonlyTimestamps: keepTimestamps === true,
                keepAutonumber: keepAutonumber === true,
            });
            if (deep !== true) {
                cloned.children.clear();
            }
            return cloned;
        },
        getErrors: (record) => new ApexList(platformTypeNamed("Database.Error"), record.errors.map((error) => new ErrorValue("FIELD_CUSTOM_VALIDATION_EXCEPTION", error.message, error.field === null ? [] : [error.field]))),
        hasErrors: (record) => record.errors.length > 0,
        getOptions: (record) => recordOptions(record),
        setOptions: setRecordOptions,
        recalculateFormulas: applyRecordFormulas,
        getQuickActionName: () => null,
    },
});
