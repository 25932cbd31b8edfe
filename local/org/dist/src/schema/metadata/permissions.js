/** A permission set; a muting one and a profile give its permissions in the same elements. */
export function readPermissionSet(root, name) {
    return {
        name,
        label: root.text("label") ?? name,
        description: root.text("description"),
        objects: root.children("objectPermissions").map(readObjectPermission),
        fields: root.children("fieldPermissions").map((permission) => {
            const [object = "", field = ""] = (permission.text("field") ?? "").split(".");
            return {
                object,
                field,
                read: permission.flag("readable"),
                edit: permission.flag("editable"),
            };
        }),
        userPermissions: enabled(root, "userPermissions", "name"),
        customPermissions: enabled(root, "customPermissions", "name"),
        classAccesses: enabled(root, "classAccesses", "apexClass"),
        externalCredentialPrincipals: enabled(root, "externalCredentialPrincipalAccesses", "externalCredentialPrincipal"),
    };
}
function readObjectPermission(permission) {
    return {
        object: permission.text("object") ?? "",
        read: permission.flag("allowRead"),
        create: permission.flag("allowCreate"),
        edit: permission.flag("allowEdit"),
        delete: permission.flag("allowDelete"),
        viewAll: permission.flag("viewAllRecords"),
        modifyAll: permission.flag("modifyAllRecords"),
    };
}
function enabled(root, list, name) {
    return root
        .children(list)
        .filter((entry) => entry.flag("enabled"))
        .flatMap((entry) => entry.text(name) ?? []);
}
export function readPermissionSetGroup(root, name) {
    return {
        name,
        label: root.text("label") ?? name,
        description: root.text("description"),
        permissionSets: root.texts("permissionSets"),
        mutingPermissionSets: root.texts("mutingPermissionSets"),
    };
}
