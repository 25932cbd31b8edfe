/** Who a user is to shares and rules: the user, those below in the role hierarchy, and the groups they are in. */
import type { RecordStore } from "../../store/record-store.ts";
import type { Row } from "../../store/row.ts";

export interface Grantees {
  /** Owners whose records are the user's too: the user, users below, queues of any of them. */
  readonly owners: ReadonlySet<string>;
  /** Ids of users and groups: a share with one of them is a share with the user. */
  readonly ids: ReadonlySet<string>;
}

const READ_FROM = ["Group", "GroupMember", "User", "UserRole"];

/** Worked out once a user, until users, roles or groups change. */
export class GranteesOfUsers {
  readonly #store: RecordStore;
  readonly #known = new Map<string, Grantees>();
  #version = -1;

  constructor(store: RecordStore) {
    this.#store = store;
  }

  of(userId: string): Grantees {
    const version = this.#store.versionOf(READ_FROM);
    if (version !== this.#version) this.#known.clear();
    this.#version = version;
    const known = this.#known.get(userId);
    if (known !== undefined) return known;
    const made = granteesOf(this.#store, userId);
    this.#known.set(userId, made);
    return made;
  }
}

/**
 * A manager has what users below have, by ownership and by share. Of what a group was given only if the group says so; a share with a role
 * always is one with the roles above it. Source: Salesforce Help, "Controlling Access Using Hierarchies"; Object Reference, "Group".
 */
function granteesOf(store: RecordStore, userId: string): Grantees {
  const below = usersBelow(store, userId);
  const own = memberships(store, [userId]);
  const inherited = [...memberships(store, below)].filter((id) => reachesBosses(store, id));
  const ids = new Set([...own, ...inherited, ...below]);
  const queues = [...ids].filter((id) => groupType(store, id) === "Queue");
  return { owners: new Set([userId, ...below, ...queues]), ids };
}

function reachesBosses(store: RecordStore, id: string): boolean {
  const group = liveGroup(store, id);
  if (group === undefined) return true;
  return isOfRole(group) || group.values["DoesIncludeBosses"] !== false;
}

/** These users and the groups they are in, groups inside groups too. */
function memberships(store: RecordStore, users: readonly string[]): ReadonlySet<string> {
  const ids = new Set(users);
  for (const group of groupsByRole(store, users)) ids.add(group);
  // A set's iteration comes to what is added on the way.
  for (const id of ids) {
    for (const member of store.rowsBy("GroupMember", "UserOrGroupId", id)) {
      const groupId = member.values["GroupId"];
      if (!member.isDeleted && typeof groupId === "string") ids.add(groupId);
    }
  }
  return ids;
}

/** The groups that nobody is put into by name: of roles, of a role and those below, of all internal users. */
function groupsByRole(store: RecordStore, users: readonly string[]): readonly string[] {
  const own = new Set<string>();
  const around = new Set<string>();
  let hasInternal = false;
  for (const userId of users) {
    const user = store.get("User", userId);
    hasInternal ||= isInternal(user);
    const role = roleOf(user);
    if (role === null) continue;
    own.add(role);
    for (const above of [role, ...rolesAbove(store, role)]) around.add(above);
  }
  return [...store.rowsOf("Group")].flatMap((group) => {
    if (group.isDeleted) return [];
    const related = group.values["RelatedId"];
    const holds =
      group.values["Type"] === "Organization"
        ? hasInternal
        : isOfRole(group) &&
          typeof related === "string" &&
          (group.values["Type"] === "Role" ? own : around).has(related);
    return holds ? [group.id] : [];
  });
}

export function isInternal(user: Row | undefined): boolean {
  return user?.values["UserType"] === "Standard";
}

export function isOfRole(group: Row): boolean {
  const type = group.values["Type"];
  return (
    type === "Role" || type === "RoleAndSubordinates" || type === "RoleAndSubordinatesInternal"
  );
}

function liveGroup(store: RecordStore, id: string): Row | undefined {
  const group = id.startsWith("00G") ? store.get("Group", id) : undefined;
  return group?.isDeleted === true ? undefined : group;
}

function groupType(store: RecordStore, id: string): unknown {
  return liveGroup(store, id)?.values["Type"];
}

function roleOf(user: Row | undefined): string | null {
  const role = user?.values["UserRoleId"];
  return typeof role === "string" ? role : null;
}

function rolesAbove(store: RecordStore, role: string): readonly string[] {
  const above: string[] = [];
  for (let id = parentRole(store, role); id !== null && !above.includes(id);) {
    above.push(id);
    id = parentRole(store, id);
  }
  return above;
}

function parentRole(store: RecordStore, role: string): string | null {
  const parent = store.get("UserRole", role)?.values["ParentRoleId"];
  return typeof parent === "string" ? parent : null;
}

/** Roles below one, at any depth. */
export function rolesBelow(store: RecordStore, role: string): ReadonlySet<string> {
  const below = new Set<string>();
  const add = (above: string): void => {
    for (const child of store.rowsBy("UserRole", "ParentRoleId", above)) {
      if (child.isDeleted || below.has(child.id)) continue;
      below.add(child.id);
      add(child.id);
    }
  };
  add(role);
  return below;
}

function usersBelow(store: RecordStore, userId: string): readonly string[] {
  const role = roleOf(store.get("User", userId));
  return role === null ? [] : usersOfRoles(store, rolesBelow(store, role));
}

export function usersOfRoles(store: RecordStore, roles: Iterable<string>): readonly string[] {
  return [...roles].flatMap((role) =>
    [...store.rowsBy("User", "UserRoleId", role)].map((user) => user.id),
  );
}
