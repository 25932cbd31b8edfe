/** What sharing lets one user do with each record, worked out for whole sets: shares, groups and rules are read once, not per row. */
import type { Schema } from "../../schema/schema.ts";
import type { ReadEnvironment } from "../../soql/row-reader.ts";
import type { RecordStore } from "../../store/record-store.ts";
import type { Row } from "../../store/row.ts";
import { type AccessLevel } from "./access-level.ts";
import type { Grantees, GranteesOfUsers } from "./grantees.ts";
/** The permissions that go past sharing. */
export interface SharingRights {
    seesAllOf(object: string): boolean;
    modifiesAllOf(object: string): boolean;
    hasUserPermission(name: string): boolean;
}
/** The access to the records of one object. */
export interface ObjectSharing {
    /** Whether everybody may read every record. */
    readonly isReadByAll: boolean;
    /** The access to a record; it may stop looking once `enough` is reached. */
    level(row: Row, enough: AccessLevel): AccessLevel;
    /** By ownership, share or rule alone. */
    isGranted(row: Row): boolean;
}
export declare class RecordSharing {
    #private;
    readonly userId: string;
    readonly environment: ReadEnvironment;
    /** @param rights asked for when a record is not the user's by default or ownership */
    constructor(environment: ReadEnvironment, grantees: GranteesOfUsers, rights: () => SharingRights);
    get schema(): Schema;
    get store(): RecordStore;
    get grantees(): Grantees;
    get rights(): SharingRights;
    level(row: Row, enough?: AccessLevel): AccessLevel;
    /** The level of a record that others follow, worked out once. */
    levelOfParent(row: Row): AccessLevel;
    canRead(row: Row): boolean;
    isGranted(row: Row): boolean;
    isReadByAll(object: string): boolean;
    /** Whether the user may give the record to another owner. Source: Salesforce Help, "Transfer Records". */
    canTransfer(row: Row): boolean;
    /** null: every row is shown. */
    rowFilter(object: string): ((row: Row) => boolean) | null;
}
