/** A running org: its schema, its compiled Apex, its records. One transaction at a time. */
import type { Host, RunningUser } from "../runtime/host.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { Quiddity } from "../runtime/transaction.ts";
import type { RowValues } from "../store/row.ts";
export interface Org {
    readonly host: Host;
    /** undefined: no such active user. */
    user(id: string): RunningUser | undefined;
    /**
     * Runs `work` in a transaction of its own and commits it; a throw rolls it back and comes through. What it left behind (events,
     * jobs) runs afterwards, each in its own transaction: see `settle`.
     */
    transact<T>(as: RunningUser, quiddity: Quiddity, work: () => T): T;
    /** A query from outside Apex, in user mode. Throws QueryError. */
    select(text: string, as: RunningUser, options: {
        readonly allRows: boolean;
    }): Selected;
    /**
     * Writes a row of the platform's own bookkeeping past DML, new or over an existing one, and gives its id. Fields that the object lacks
     * are left out.
     */
    keep(object: string, id: string | null, values: SystemRow): string;
    /** Lets the next batch of events come to its trigger twice. */
    deliverNextBatchTwice(): void;
    /** Runs what committed transactions left behind until nothing is due. */
    settle(): void;
    /** Waits until every committed record is on disk. */
    close(): void;
}
/** Field → Apex value. */
export type SystemRow = RowValues;
export type Selected = {
    readonly kind: "records";
    readonly records: readonly SObjectValue[];
}
/** `SELECT COUNT()`. */
 | {
    readonly kind: "count";
    readonly count: number;
};
