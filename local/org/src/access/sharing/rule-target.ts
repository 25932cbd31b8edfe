/** Whom sharing rules name. */
import type { SharingTarget } from "../../schema/schema.ts";
import { findRow } from "../../store/find-row.ts";
import type { RecordStore } from "../../store/record-store.ts";
import { isInternal, isOfRole, rolesBelow, usersOfRoles } from "./grantees.ts";

/** The id of the Group that stands for it; undefined when there is none. */
export function groupIdOf(store: RecordStore, target: SharingTarget): string | undefined {
  const named = (type: string): string | undefined =>
    findRow(
      store,
      "Group",
      (values) => values["Type"] === type && sameName(values["DeveloperName"], target.name),
    )?.id;
  switch (target.kind) {
    case "allInternalUsers":
      return findRow(store, "Group", (values) => values["Type"] === "Organization")?.id;
    case "group":
      return named("Regular");
    case "queue":
      return named("Queue");
    case "role":
    case "roleAndSubordinates": {
      const role = findRow(store, "UserRole", (values) =>
        sameName(values["DeveloperName"], target.name),
      );
      const type = target.kind === "role" ? "Role" : "RoleAndSubordinates";
      return findRow(
        store,
        "Group",
        (values) => values["Type"] === type && values["RelatedId"] === role?.id,
      )?.id;
    }
  }
}

function sameName(stored: unknown, name: string): boolean {
  return typeof stored === "string" && stored.toLowerCase() === name.toLowerCase();
}

/** The owners whose records "owned by members of" a group means: its users, at any depth; of a queue the queue. */
export function ownersIn(
  store: RecordStore,
  groupId: string,
  seen = new Set<string>(),
): ReadonlySet<string> {
  const owners = new Set<string>();
  if (seen.has(groupId)) return owners;
  seen.add(groupId);
  const group = store.get("Group", groupId);
  if (group === undefined || group.isDeleted) return owners;
  const { Type: type, RelatedId: related } = group.values;
  if (type === "Queue") return owners.add(groupId);
  if (type === "Organization") {
    for (const user of store.rowsOf("User")) if (isInternal(user)) owners.add(user.id);
    return owners;
  }
  if (isOfRole(group) && typeof related === "string") {
    const roles = type === "Role" ? [related] : [related, ...rolesBelow(store, related)];
    for (const user of usersOfRoles(store, roles)) owners.add(user);
    return owners;
  }
  for (const member of store.rowsBy("GroupMember", "GroupId", groupId)) {
    const id = member.values["UserOrGroupId"];
    if (member.isDeleted || typeof id !== "string") continue;
    if (id.startsWith("00G")) for (const owner of ownersIn(store, id, seen)) owners.add(owner);
    else owners.add(id);
  }
  return owners;
}
