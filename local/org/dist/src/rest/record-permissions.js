/** null: the permissions allow it. */
export function refusedByPermissions(operation, record, rights) {
    const object = record.objectName;
    if ((operation === "insert" || operation === "upsert") && !rights.canCreateObject(object)) {
        return {
            statusCode: "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
            message: `entity type cannot be inserted: ${record.describe.label}`,
            fields: [],
        };
    }
    const isReadOnly = ((operation === "update" || operation === "upsert") && !rights.canEditObject(object)) ||
        (operation === "delete" && !rights.canDeleteObject(object));
    if (isReadOnly) {
        return {
            statusCode: "INSUFFICIENT_ACCESS_OR_READONLY",
            message: "insufficient access rights on object id",
            fields: [],
        };
    }
    if (operation === "delete")
        return null;
    const closed = [...record.values.keys()].filter((name) => isClosed(record, name, rights));
    if (closed.length === 0)
        return null;
    return {
        statusCode: "INVALID_FIELD_FOR_INSERT_UPDATE",
        message: `Unable to create/update fields: ${closed.join(", ")}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
        fields: closed,
    };
}
function isClosed(record, name, rights) {
    const field = record.fieldDescribe(name);
    if (field === undefined || field.type === "id")
        return false;
    return ((field.isCreateable || field.isUpdateable) && !rights.canEditField(record.objectName, name));
}
