/** Queue, Group, Role and CustomNotificationType. */
import type { Schema } from "../schema.ts";
import type { XmlElement } from "./xml.ts";
export declare function readQueue(root: XmlElement, name: string): Schema["queues"][number];
export interface NamedMetadata {
    readonly developerName: string;
    readonly label: string;
}
export interface GroupMetadata extends NamedMetadata {
    /** Users above a member in the role hierarchy have the group's access too. */
    readonly includesBosses: boolean;
}
/** Its members are no metadata. Source: Metadata API Developer Guide, "Group". */
export declare function readGroup(root: XmlElement, name: string): GroupMetadata;
export interface RoleMetadata extends NamedMetadata {
    readonly parentRole: string | null;
    /** What users of the role may do with others' records below accounts they own: None, Read, Edit; null where it is not said. */
    readonly caseAccess: string | null;
    readonly contactAccess: string | null;
    readonly opportunityAccess: string | null;
}
/** Source: Metadata API Developer Guide, "Role". */
export declare function readRole(root: XmlElement, name: string): RoleMetadata;
/** Source: Metadata API Developer Guide, "CustomNotificationType": `customNotifTypeName` is what Setup calls the API name. */
export declare function readNotificationType(root: XmlElement, name: string): NamedMetadata;
