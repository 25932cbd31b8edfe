/**
 * The groups by which records are shared with a role, and with a role and those below it.
 * Source: Object Reference, "Group", Type and RelatedId.
 */
export function addRoleGroups(store, roleId, developerName) {
    for (const type of ["Role", "RoleAndSubordinates"]) {
        const known = [...store.rowsBy("Group", "RelatedId", roleId)];
        if (known.some((row) => row.values["Type"] === type))
            continue;
        store.put({
            object: "Group",
            id: store.mint("Group"),
            isDeleted: false,
            values: {
                Type: type,
                RelatedId: roleId,
                DeveloperName: developerName,
                Name: null,
                DoesIncludeBosses: true,
            },
        });
    }
}
