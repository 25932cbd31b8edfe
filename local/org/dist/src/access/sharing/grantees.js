const READ_FROM = ["Group", "GroupMember", "User", "UserRole"];
/** Worked out once a user, until users, roles or groups change. */
export class GranteesOfUsers {
    #store;
    #known = new Map();
    #version = -1;
    constructor(store) {
        this.#store = store;
    }
    of(userId) {
        const version = this.#store.versionOf(READ_FROM);
        if (version !== this.#version)
            this.#known.clear();
        this.#version = version;
        const known = this.#known.get(userId);
        if (known !== undefined)
            return known;
        const made = granteesOf(this.#store, userId);
        this.#known.set(userId, made);
        return made;
    }
}
/**
 * A manager has what users below have, by ownership and by share. Of what a group was given only if the group says so; a share with a role
 * always is one with the roles above it. Source: Salesforce Help, "Controlling Access Using Hierarchies"; Object Reference, "Group".
 */
function granteesOf(store, userId) {
    const below = usersBelow(store, userId);
    const own = memberships(store, [userId]);
    const inherited = [...memberships(store, below)].filter((id) => reachesBosses(store, id));
    const ids = new Set([...own, ...inherited, ...below]);
    const queues = [...ids].filter((id) => groupType(store, id) === "Queue");
    return { owners: new Set([userId, ...below, ...queues]), ids };
}
function reachesBosses(store, id) {
    const group = liveGroup(store, id);
    if (group === undefined)
        return true;
    return isOfRole(group) || group.values["DoesIncludeBosses"] !== false;
}
/** These users and the groups they are in, groups inside groups too. */
function memberships(store, users) {
    const ids = new Set(users);
    for (const group of groupsByRole(store, users))
        ids.add(group);
    // A set's iteration comes to what is added on the way.
    for (const id of ids) {
        for (const member of store.rowsBy("GroupMember", "UserOrGroupId", id)) {
            const groupId = member.values["GroupId"];
            if (!member.isDeleted && typeof groupId === "string")
                ids.add(groupId);
        }
    }
    return ids;
}
/** The groups that nobody is put into by name: of roles, of a role and those below, of all internal users. */
function groupsByRole(store, users) {
    const own = new Set();
    const around = new Set();
    let hasInternal = false;
    for (const userId of users) {
        const user = store.get("User", userId);
        hasInternal ||= isInternal(user);
        const role = roleOf(user);
        if (role === null)
            continue;
        own.add(role);
        for (const above of [role, ...rolesAbove(store, role)])
            around.add(above);
    }
    return [...store.rowsOf("Group")].flatMap((group) => {
        if (group.isDeleted)
            return [];
        const related = group.values["RelatedId"];
        const holds = group.values["Type"] === "Organization"
            ? hasInternal
            : isOfRole(group) &&
                typeof related === "string" &&
                (group.values["Type"] === "Role" ? own : around).has(related);
        return holds ? [group.id] : [];
    });
}
export function isInternal(user) {
    return user?.values["UserType"] === "Standard";
}
export function isOfRole(group) {
    const type = group.values["Type"];
    return (type === "Role" || type === "RoleAndSubordinates" || type === "RoleAndSubordinatesInternal");
}
function liveGroup(store, id) {
    const group = id.startsWith("00G") ? store.get("Group", id) : undefined;
    return group?.isDeleted === true ? undefined : group;
}
function groupType(store, id) {
    return liveGroup(store, id)?.values["Type"];
}
function roleOf(user) {
    const role = user?.values["UserRoleId"];
    return typeof role === "string" ? role : null;
}
function rolesAbove(store, role) {
    const above = [];
    for (let id = parentRole(store, role); id !== null && !above.includes(id);) {
        above.push(id);
        id = parentRole(store, id);
    }
    return above;
}
function parentRole(store, role) {
    const parent = store.get("UserRole", role)?.values["ParentRoleId"];
    return typeof parent === "string" ? parent : null;
}
/** Roles below one, at any depth. */
export function rolesBelow(store, role) {
    const below = new Set();
    const add = (above) => {
        for (const child of store.rowsBy("UserRole", "ParentRoleId", above)) {
            if (child.isDeleted || below.has(child.id))
                continue;
            below.add(child.id);
            add(child.id);
        }
    };
    add(role);
    return below;
}
function usersBelow(store, userId) {
    const role = roleOf(store.get("User", userId));
    return role === null ? [] : usersOfRoles(store, rolesBelow(store, role));
}
export function usersOfRoles(store, roles) {
    return [...roles].flatMap((role) => [...store.rowsBy("User", "UserRoleId", role)].map((user) => user.id));
}
