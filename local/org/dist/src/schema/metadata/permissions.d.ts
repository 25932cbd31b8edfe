/** PermissionSet, Profile, PermissionSetGroup and CustomPermission. */
import type { PermissionSetGroupMetadata, PermissionSetMetadata } from "../schema.ts";
import type { XmlElement } from "./xml.ts";
/** A permission set; a muting one and a profile give its permissions in the same elements. */
export declare function readPermissionSet(root: XmlElement, name: string): PermissionSetMetadata;
export declare function readPermissionSetGroup(root: XmlElement, name: string): PermissionSetGroupMetadata;
