import type { PermissionSetMetadata } from "../schema/schema.ts";
/**
 * What is left of a permission set in a group that mutes what another lists. Without Read an object's other permissions are gone too.
 * Source: Salesforce Help, "Muting Permission Sets"; Metadata API Developer Guide, "MutingPermissionSet".
 */
export declare function withoutMuted(set: PermissionSetMetadata, muted: PermissionSetMetadata): PermissionSetMetadata;
