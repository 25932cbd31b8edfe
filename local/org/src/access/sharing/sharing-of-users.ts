/** Whose sharing is heeded when, and what may be asked about anybody's access. */
import { callerSharing } from "../../runtime/caller-sharing.ts";
import type { AccessMode, Sharing } from "../../runtime/host.ts";
import { toId18 } from "../../runtime/id.ts";
import type { ReadEnvironment } from "../../soql/row-reader.ts";
import type { RecordStore } from "../../store/record-store.ts";
import type { Row } from "../../store/row.ts";
import type { RightsOfUsers } from "../rights-of-users.ts";
import { ALL, EDIT, READ } from "./access-level.ts";
import { GranteesOfUsers } from "./grantees.ts";
import { RecordSharing } from "./record-sharing.ts";

export class SharingOfUsers {
  readonly #store: RecordStore;
  readonly #rights: RightsOfUsers;
  readonly #grantees: GranteesOfUsers;

  constructor(store: RecordStore, rights: RightsOfUsers) {
    this.#store = store;
    this.#rights = rights;
    this.#grantees = new GranteesOfUsers(store);
  }

  /**
   * The sharing that a query or DML heeds; null for none: without sharing, and for whoever sees everything. User mode heeds it whatever
   * the class says. Source: Apex Developer Guide, "Enforce User Mode for Database Operations".
   */
  heededBy(
    environment: ReadEnvironment,
    access: AccessMode,
    sharing: Sharing,
  ): RecordSharing | null {
    if (access !== "user" && sharing === "without") return null;
    if (this.#isUnbound(environment.userId)) return null;
    if (access !== "user" && sharing === "caller" && callerSharing() === "without") return null;
    return this.of(environment);
  }

  of(environment: ReadEnvironment): RecordSharing {
    return new RecordSharing(environment, this.#grantees, () =>
      this.#rights.of(environment.userId),
    );
  }

  /** Administrators, and the platform's own process. */
  #isUnbound(userId: string): boolean {
    if (this.#store.get("User", userId)?.values["UserType"] === "AutomatedProcess") return true;
    return this.#rights.of(userId).isAdministrator;
  }

  /** One row a record, also of records that are not there. Source: Object Reference, "UserRecordAccess". */
  userRecordAccess(
    environment: ReadEnvironment,
    userId: string,
    recordIds: readonly string[],
  ): readonly Row[] {
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
function highest(held: Readonly<Record<string, boolean>>): string {
  return (
    Object.entries(held)
      .filter(([, holds]) => holds)
      .at(-1)?.[0] ?? "None"
  );
}
