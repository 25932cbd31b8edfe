/** Queue, Group, Role and CustomNotificationType. */
import type { Schema } from "../schema.ts";
import type { XmlElement } from "./xml.ts";

export function readQueue(root: XmlElement, name: string): Schema["queues"][number] {
  return {
    developerName: name,
    label: root.text("name") ?? name,
    objects: root.children("queueSobject").flatMap((entry) => entry.text("sobjectType") ?? []),
  };
}

export interface NamedMetadata {
  readonly developerName: string;
  readonly label: string;
}

export function readGroupOrRole(root: XmlElement, name: string): NamedMetadata {
  return { developerName: name, label: root.text("name") ?? name };
}

/** Source: Metadata API Developer Guide, "CustomNotificationType": `customNotifTypeName` is what Setup calls the API name. */
export function readNotificationType(root: XmlElement, name: string): NamedMetadata {
  return { developerName: name, label: root.text("masterLabel") ?? name };
}
