import { withoutMuted } from "./muting.js";
/**
 * The permission sets of a user, through groups too: what metadata says of them, and what Apex gave them as ObjectPermissions and
 * FieldPermissions rows.
 */
export function assignedPermissionSets(schema, store, userId) {
    if (schema.object("PermissionSetAssignment") === undefined)
        return [];
    const sets = [];
    for (const assignment of store.table("PermissionSetAssignment").find("AssigneeId", userId)) {
        if (assignment.isDeleted)
            continue;
        const setId = assignment.values["PermissionSetId"];
        if (typeof setId === "string")
            sets.push(...permissionSet(schema, store, setId));
        const groupId = assignment.values["PermissionSetGroupId"];
        if (typeof groupId === "string")
            sets.push(...permissionSetGroup(schema, store, groupId));
    }
    return sets;
}
/** What metadata says of a set, and what rows say. */
function permissionSet(schema, store, setId) {
    const name = textField(store, "PermissionSet", "Name", setId);
    const declared = name === undefined ? undefined : schema.permissionSets.get(name);
    const rows = fromRows(schema, store, setId);
    return declared === undefined ? [rows] : [declared, rows];
}
/** The members metadata gives a group, and those Apex added to it, without what the group mutes. */
function permissionSetGroup(schema, store, groupId) {
    const name = textField(store, "PermissionSetGroup", "DeveloperName", groupId);
    const group = name === undefined ? undefined : schema.permissionSetGroups.get(name);
    const sets = [
        ...(group?.permissionSets ?? []).flatMap((member) => namedSet(schema, store, member)),
        ...[...store.rowsBy("PermissionSetGroupComponent", "PermissionSetGroupId", groupId)]
            .filter((row) => !row.isDeleted)
            .flatMap((row) => permissionSet(schema, store, text(row, "PermissionSetId"))),
    ];
    const muting = (group?.mutingPermissionSets ?? []).flatMap((muted) => schema.mutingPermissionSets.get(muted) ?? []);
    return muting.reduce((left, muted) => left.map((set) => withoutMuted(set, muted)), sets);
}
function namedSet(schema, store, name) {
    for (const row of store.rowsOf("PermissionSet"))
        if (!row.isDeleted && text(row, "Name").toLowerCase() === name.toLowerCase())
            return permissionSet(schema, store, row.id);
    return [schema.permissionSets.get(name)].filter((set) => set !== undefined);
}
function fromRows(schema, store, setId) {
    return {
        name: setId,
        label: setId,
        description: null,
        objects: rowsOf(schema, store, "ObjectPermissions", setId).map(objectPermission),
        fields: rowsOf(schema, store, "FieldPermissions", setId).map((row) => ({
            object: text(row, "SobjectType"),
            field: text(row, "Field").split(".").at(-1) ?? "",
            read: row.values["PermissionsRead"] === true,
            edit: row.values["PermissionsEdit"] === true,
        })),
        userPermissions: [],
        customPermissions: [],
        classAccesses: [],
        externalCredentialPrincipals: [],
    };
}
function rowsOf(schema, store, object, setId) {
    if (schema.object(object) === undefined)
        return [];
    return [...store.table(object).find("ParentId", setId)].filter((row) => !row.isDeleted);
}
function objectPermission(row) {
    const has = (field) => row.values[field] === true;
    return {
        object: text(row, "SobjectType"),
        read: has("PermissionsRead"),
        create: has("PermissionsCreate"),
        edit: has("PermissionsEdit"),
        delete: has("PermissionsDelete"),
        viewAll: has("PermissionsViewAllRecords"),
        modifyAll: has("PermissionsModifyAllRecords"),
    };
}
function text(row, field) {
    const value = row.values[field];
    return typeof value === "string" ? value : "";
}
function textField(store, object, field, id) {
    const row = typeof id === "string" ? store.get(object, id) : undefined;
    return row === undefined ? undefined : text(row, field) || undefined;
}
