import type { Schema } from "../schema/schema.ts";
import type { Row } from "./row.ts";
import { Table } from "./table.ts";
/** A place in the undo log to go back to. Valid until the log is cut below it by a rollback or a commit. */
export type StoreMark = number;
/** One id's state after a commit; `row` is undefined when it is gone for good. */
export interface CommittedChange {
    readonly object: string;
    readonly id: string;
    readonly row: Row | undefined;
}
/**
 * The org's records, in memory. Every write is logged, so that a savepoint, a transaction or a whole test can be taken back without
 * copying anything. Ids are not taken back: as on the platform, a rolled back insert has spent its id.
 */
export declare class RecordStore {
    private readonly schema;
    private readonly tables;
    private readonly counters;
    private undoLog;
    constructor(schema: Schema);
    /** @throws Error for an object the schema does not know: callers have resolved names before. */
    table(object: string): Table;
    /** The table of an object that has had rows; undefined saves the describe of one that never had. */
    existingTable(object: string): Table | undefined;
    /** Rows whose indexed field holds the key; none of an object that never had a row. */
    rowsBy(object: string, field: string, key: string): Iterable<Row>;
    rowsOf(object: string): Iterable<Row>;
    /** Grows with every change of these objects' rows. */
    versionOf(objects: readonly string[]): number;
    get(object: string, id: string): Row | undefined;
    /** The row behind an id of any object, found by its key prefix. */
    find(id: string): Row | undefined;
    mint(object: string): string;
    /** The next number of a named sequence, from 1: auto-number fields, replay ids. Not taken back by a rollback. */
    count(sequence: string): number;
    /** Makes sure that the next number of a sequence is above this one. */
    countedUpTo(sequence: string, number: number): void;
    /** The last numbers given, by sequence. */
    get sequences(): ReadonlyMap<string, number>;
    put(row: Row): void;
    /** Takes a row out for good, past the recycle bin. */
    purge(object: string, id: string): void;
    /** Takes a row out of the recycle bin; ALL ROWS finds it until the platform's own clean-up, which this org does not wait for. */
    erase(row: Row): void;
    /** Puts a row that is already durable, outside the undo log: at start. */
    load(row: Row): void;
    mark(): StoreMark;
    rollbackTo(mark: StoreMark): void;
    /** What changed since a mark, each id once, in the order of first change. */
    changesSince(mark: StoreMark): readonly CommittedChange[];
    /** Makes everything since the mark final and forgets how to undo it. */
    forgetUndo(): void;
    private describe;
}
