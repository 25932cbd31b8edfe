import type { CommittedChange, RecordStore } from "./record-store.ts";
/**
 * Committed records on disk. One Apex transaction is one SQLite transaction, synced before {@link PersistentRecords.write} returns, so a
 * killed process loses nothing that it had committed and never half a transaction.
 */
export declare class PersistentRecords {
    private readonly database;
    /** Opens or creates the file. @throws Error when the file is not a database of this form. */
    constructor(path: string);
    /** Puts every record on disk into the store. Records of objects that `isKnown` refuses stay on disk, unread. */
    readInto(store: RecordStore, isKnown: (object: string) => boolean): void;
    write(changes: readonly CommittedChange[], sequences: ReadonlyMap<string, number>): void;
    close(): void;
}
