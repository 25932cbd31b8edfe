import type { Schema } from "../../schema/schema.ts";
import type { RecordStore } from "../../store/record-store.ts";
import { type AccessLevel } from "./access-level.ts";
import type { Grantees } from "./grantees.ts";
/** Record → the highest access that rows of its share object give the user, in `field` of them. */
export declare function sharesOfUser(schema: Schema, store: RecordStore, grantees: Grantees, object: string, field?: string | null): ReadonlyMap<string, AccessLevel>;
