/** Ids are ASCII, and so are counted the names of a multi-select picklist; other text takes up to three bytes a character. */
const ONE_BYTE = ["id", "reference", "multipicklist"];
const NOT_AGGREGATABLE = ["boolean", "multipicklist", "address", "location"];
/** Fields that no profile and no permission set can open or close. */
const WITHOUT_PERMISSION = new Set("CreatedById CreatedDate IsDeleted LastActivityDate LastModifiedById LastModifiedDate LastReferencedDate LastViewedDate MasterRecordId OwnerId RecordTypeId SystemModstamp".split(" "));
export function byteLength({ type, length }) {
    return ONE_BYTE.includes(type) ? length : length * 3;
}
/** A checkbox has its default as a value, a picklist has it among its entries. */
export function defaultValueFormula(field) {
    const isElsewhere = field.type === "boolean" || field.picklistValues.some(({ isDefault }) => isDefault);
    return isElsewhere ? null : field.defaultValue;
}
export function isAggregatable({ type, isFilterable }) {
    return isFilterable && !NOT_AGGREGATABLE.includes(type);
}
/** Required, name and master-detail fields follow their object; a checkbox is never empty, and yet not required. */
export function isPermissionable(field) {
    if (field.type === "id" || field.isNameField || WITHOUT_PERMISSION.has(field.name))
        return false;
    if (field.isRequired || field.relationship === "masterDetail")
        return false;
    return field.isCustom || field.isNillable || (field.type === "boolean" && field.isUpdateable);
}
