import type { Schema } from "../schema/schema.ts";
import type { RecordStore } from "./record-store.ts";
/**
 * The ObjectPermissions, FieldPermissions and SetupEntityAccess rows of the project's permission sets, so that Apex can query what
 * they grant; of setup entities classes and custom permissions. Rows a set has already, from an earlier start, are left as they are.
 * Source: Object Reference, "ObjectPermissions", "FieldPermissions", "SetupEntityAccess".
 */
export declare function seedPermissionRows(schema: Schema, store: RecordStore): void;
