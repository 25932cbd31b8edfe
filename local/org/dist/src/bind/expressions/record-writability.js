import { fail } from "../report.js";
const SET_BY_SALESFORCE = new Set([
    "createdbyid",
    "createddate",
    "isdeleted",
    "lastmodifiedbyid",
    "lastmodifieddate",
    "systemmodstamp",
]);
export function checkFieldWritable(object, field, at) {
    if (isComputed(field) || isSetBySalesforce(object, field) || isCompoundName(object, field)) {
        fail(at, `Field is not writeable: ${object.name}.${field.name}`);
    }
}
function isComputed(field) {
    return field.formula !== null || field.rollup !== null;
}
function isSetBySalesforce({ kind }, { name }) {
    return (kind === "standard" || kind === "custom") && SET_BY_SALESFORCE.has(name.toLowerCase());
}
/** The name of a person is put together from its parts. */
function isCompoundName(object, field) {
    return field.isNameField && object.fields.has("lastname") && field.name !== "LastName";
}
