export function readQueue(root, name) {
    return {
        developerName: name,
        label: root.text("name") ?? name,
        objects: root.children("queueSobject").flatMap((entry) => entry.text("sobjectType") ?? []),
        members: queueMembers(root.child("queueMembers")),
    };
}
/** Source: Metadata API Developer Guide, "Queue", QueueMembers. */
function queueMembers(members) {
    if (members === null)
        return [];
    const named = (kind, list, name) => members
        .children(list)
        .flatMap((entry) => entry.texts(name))
        .map((member) => ({ kind, name: member }));
    return [
        ...named("group", "publicGroups", "publicGroup"),
        ...named("role", "roles", "role"),
        ...named("roleAndSubordinates", "roleAndSubordinates", "roleAndSubordinate"),
        ...named("roleAndSubordinates", "roleAndSubordinatesInternal", "roleAndSubordinateInternal"),
        ...named("user", "users", "user"),
    ];
}
/** Its members are no metadata. Source: Metadata API Developer Guide, "Group". */
export function readGroup(root, name) {
    return {
        developerName: name,
        label: root.text("name") ?? name,
        includesBosses: root.text("doesIncludeBosses") !== "false",
    };
}
/** Source: Metadata API Developer Guide, "Role". */
export function readRole(root, name) {
    return {
        developerName: name,
        label: root.text("name") ?? name,
        parentRole: root.text("parentRole"),
        caseAccess: root.text("caseAccessLevel"),
        contactAccess: root.text("contactAccessLevel"),
        opportunityAccess: root.text("opportunityAccessLevel"),
    };
}
/** Source: Metadata API Developer Guide, "CustomNotificationType": `customNotifTypeName` is what Setup calls the API name. */
export function readNotificationType(root, name) {
    return { developerName: name, label: root.text("masterLabel") ?? name };
}
