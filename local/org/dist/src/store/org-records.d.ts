import type { RunningUser } from "../runtime/host.ts";
import type { Schema } from "../schema/schema.ts";
import type { RecordStore } from "./record-store.ts";
import type { Row, RowValues } from "./row.ts";
export declare const ADMINISTRATOR_USERNAME = "admin@local.example";
export declare const AUTOMATED_PROCESS_USERNAME = "autoproc@local.example";
/** Puts what is missing; what is there already, by its natural key, keeps its id. */
export declare function seedOrgRecords(schema: Schema, store: RecordStore, now: number): void;
export interface UserSeed {
    readonly username: string;
    readonly alias: string;
    readonly lastName: string;
    /** null for a user without a profile, as the Automated Process user. */
    readonly profileName: string | null;
    readonly userType: string;
}
/** The id of the user, who is made when the org does not have it. */
export declare function seedUser(schema: Schema, store: RecordStore, now: number, user: UserSeed): string;
/** Assigns a permission set, or a group of them, to a user, once. @throws Error when there is neither. */
export declare function assignPermissionSet(schema: Schema, store: RecordStore, now: number, userId: string, name: string): void;
export declare function findRow(store: RecordStore, object: string, matches: (values: RowValues) => boolean): Row | undefined;
/** Who a row of User is at run time. */
export declare function runningUser(row: Row): RunningUser;
