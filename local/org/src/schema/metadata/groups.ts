/** Queue, Group, Role and CustomNotificationType. */
import type { QueueMember, Schema } from "../schema.ts";
import type { XmlElement } from "./xml.ts";

export function readQueue(root: XmlElement, name: string): Schema["queues"][number] {
  return {
    developerName: name,
    label: root.text("name") ?? name,
    objects: root.children("queueSobject").flatMap((entry) => entry.text("sobjectType") ?? []),
    members: queueMembers(root.child("queueMembers")),
  };
}

/** Source: Metadata API Developer Guide, "Queue", QueueMembers. */
function queueMembers(members: XmlElement | null): readonly QueueMember[] {
  if (members === null) return [];
  const named = (kind: QueueMember["kind"], list: string, name: string): readonly QueueMember[] =>
    members
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

export interface NamedMetadata {
  readonly developerName: string;
  readonly label: string;
}

export interface GroupMetadata extends NamedMetadata {
  /** Users above a member in the role hierarchy have the group's access too. */
  readonly includesBosses: boolean;
}

/** Its members are no metadata. Source: Metadata API Developer Guide, "Group". */
export function readGroup(root: XmlElement, name: string): GroupMetadata {
  return {
    developerName: name,
    label: root.text("name") ?? name,
    includesBosses: root.text("doesIncludeBosses") !== "false",
  };
}

export interface RoleMetadata extends NamedMetadata {
  readonly parentRole: string | null;
  /** What users of the role may do with others' records below accounts they own: None, Read, Edit; null where it is not said. */
  readonly caseAccess: string | null;
  readonly contactAccess: string | null;
  readonly opportunityAccess: string | null;
}

/** Source: Metadata API Developer Guide, "Role". */
export function readRole(root: XmlElement, name: string): RoleMetadata {
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
export function readNotificationType(root: XmlElement, name: string): NamedMetadata {
  return { developerName: name, label: root.text("masterLabel") ?? name };
}
