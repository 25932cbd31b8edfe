import type { EventMessage } from "./event-message.ts";
import type { Transaction } from "../runtime/transaction.ts";
import type { QueuedJob } from "./queued-job.ts";
/** What a transaction leaves behind for after its commit. In a test it waits for Test.stopTest or deliver(). */
export interface Outbox {
    events: EventMessage[];
    jobs: QueuedJob[];
}
export declare function outboxOf(transaction: Transaction): Outbox;
/** Remembers inside which transaction another runs: a job inside a test. */
export declare function setOuter(inner: Transaction, outer: Transaction): void;
/** The test's own transaction; of a transaction that is in no other, itself. */
export declare function outermost(transaction: Transaction): Transaction;
