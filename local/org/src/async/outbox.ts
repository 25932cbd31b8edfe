import type { EventMessage } from "./event-message.ts";
import type { Transaction } from "../runtime/transaction.ts";
import type { QueuedJob } from "./queued-job.ts";

/** What a transaction leaves behind for after its commit. In a test it waits for Test.stopTest or deliver(). */
export interface Outbox {
  events: EventMessage[];
  jobs: QueuedJob[];
  /** Outside addresses that its single emails go to. */
  emailsOut: number;
}

const KEY = Symbol("outbox");
const OUTER = Symbol("outer transaction");

export function outboxOf(transaction: Transaction): Outbox {
  return transaction.attachment<Outbox>(KEY, () => ({
    events: [],
    jobs: [],
    emailsOut: 0,
  }));
}

/** Remembers inside which transaction another runs: a job inside a test. */
export function setOuter(inner: Transaction, outer: Transaction): void {
  inner.attachments.set(OUTER, outer);
}

/** The test's own transaction; of a transaction that is in no other, itself. */
export function outermost(transaction: Transaction): Transaction {
  // Only setOuter writes under this key.
  const outer = transaction.attachments.get(OUTER) as Transaction | undefined;
  return outer === undefined ? transaction : outermost(outer);
}
