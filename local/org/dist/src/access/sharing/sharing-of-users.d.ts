import type { AccessMode, Sharing } from "../../runtime/host.ts";
import type { ReadEnvironment } from "../../soql/row-reader.ts";
import type { RecordStore } from "../../store/record-store.ts";
import type { Row } from "../../store/row.ts";
import type { RightsOfUsers } from "../rights-of-users.ts";
import { RecordSharing } from "./record-sharing.ts";
export declare class SharingOfUsers {
    #private;
    constructor(store: RecordStore, rights: RightsOfUsers);
    /**
     * The sharing that a query or DML heeds; null for none: without sharing, and for whoever sees everything. User mode heeds it whatever
     * the class says. Source: Apex Developer Guide, "Enforce User Mode for Database Operations".
     */
    heededBy(environment: ReadEnvironment, access: AccessMode, sharing: Sharing): RecordSharing | null;
    of(environment: ReadEnvironment): RecordSharing;
    /** One row a record, also of records that are not there. Source: Object Reference, "UserRecordAccess". */
    userRecordAccess(environment: ReadEnvironment, userId: string, recordIds: readonly string[]): readonly Row[];
}
