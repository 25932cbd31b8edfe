/** Whose sharing is heeded when, and what may be asked about anybody's access. */
import { callerSharing } from "../../runtime/caller-sharing.js";
import { toId18 } from "../../runtime/id.js";
import { ALL, EDIT, READ } from "./access-level.js";
import { GranteesOfUsers } from "./grantees.js";
import { RecordSharing } from "./record-sharing.js";
export class SharingOfUsers {
    #store;
    #rights;
    #grantees;
    constructor(store, rights) {
        this.#store = store;
        this.#rights = rights;
        this.#grantees = new GranteesOfUsers(store);
    }
    /**
     * The sharing that a query or DML heeds; null for none: without sharing, and for whoever sees everything. User mode heeds it whatever
     * the class says. Source: Apex Developer Guide, "Enforce User Mode for Database Operations".
     */
    heededBy(environment, access, sharing) {
        if (access !== "user" && sharing === "without")
            return null;
        if (this.#isUnbound(environment.userId))
            return null;
        if (access !== "user" && sharing === "caller" && callerSharing() === "without")
            return null;
        return this.of(environment);
    }
    of(environment) {
        return new RecordSharing(environment, this.#grantees, () => this.#rights.of(environment.userId));
    }
    /** Administrators, and the platform's own process. */
    #isUnbound(userId) {
        if (this.#store.get("User", userId)?.values["UserType"] === "AutomatedProcess")
            return true;
        return this.#rights.of(userId).isAdministrator;
    }
    /** One row a record, also of records that are not there. Source: Object Reference, "UserRecordAccess". */
    userRecordAccess(environment, userId, recordIds) {
        const rights = this.#rights.of(userId);
        const sharing = this.of({ ...environment, userId });
        return recordIds.map((given) => {
            const id = toId18(given) ?? given;
            const row = this.#store.find(id);
            const object = row?.object ?? "";
            const level = row === undefined || row.isDeleted ? 0 : sharing.level(row);
            const reads = level >= READ && rights.canReadObject(object);
            const edits = reads && level >= EDIT && rights.canEditObject(object);
            const deletes = reads && level >= ALL && rights.canDeleteObject(object);
            const transfers = edits && row !== undefined && sharing.canTransfer(row);
            const all = edits && level >= ALL;
            return {
                object: "UserRecordAccess",
                id: "",
                isDeleted: false,
                values: {
                    UserId: userId,
                    RecordId: id,
                    HasReadAccess: reads,
                    HasEditAccess: edits,
                    HasDeleteAccess: deletes,
                    HasTransferAccess: transfers,
                    HasAllAccess: all,
                    MaxAccessLevel: highest({
                        Read: reads,
                        Edit: edits,
                        Delete: deletes,
                        Transfer: transfers,
                        All: all,
                    }),
                },
            };
        });
    }
}
/** The last that holds, in the order of the picklist. */
function highest(held) {
    return (Object.entries(held)
        .filter(([, holds]) => holds)
        .at(-1)?.[0] ?? "None");
}
