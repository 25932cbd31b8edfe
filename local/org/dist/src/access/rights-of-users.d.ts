import type { Schema } from "../schema/schema.ts";
import type { RecordStore } from "../store/record-store.ts";
import { UserRights } from "./user-rights.ts";
/** The rights of each user, read again only after what they come from has changed. */
export declare class RightsOfUsers {
    #private;
    constructor(schema: Schema, store: RecordStore);
    of(userId: string): UserRights;
}
