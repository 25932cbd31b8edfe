import type { PermissionSetMetadata, Schema } from "../schema/schema.ts";
import type { RecordStore } from "../store/record-store.ts";
/**
 * The permission sets of a user, through groups too: what metadata says of them, and what Apex gave them as ObjectPermissions and
 * FieldPermissions rows.
 */
export declare function assignedPermissionSets(schema: Schema, store: RecordStore, userId: string): readonly PermissionSetMetadata[];
