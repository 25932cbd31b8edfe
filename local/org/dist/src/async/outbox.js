const KEY = Symbol("outbox");
const OUTER = Symbol("outer transaction");
export function outboxOf(transaction) {
    return transaction.attachment(KEY, () => ({ events: [], jobs: [] }));
}
/** Remembers inside which transaction another runs: a job inside a test. */
export function setOuter(inner, outer) {
    inner.attachments.set(OUTER, outer);
}
/** The test's own transaction; of a transaction that is in no other, itself. */
export function outermost(transaction) {
    // Only setOuter writes under this key.
    const outer = transaction.attachments.get(OUTER);
    return outer === undefined ? transaction : outermost(outer);
}
