const KEY = Symbol("event trigger attempt");
export function setTriggerAttempt(transaction, attempt) {
    transaction.attachments.set(KEY, attempt);
}
/** undefined outside an event trigger. */
export function triggerAttempt(transaction) {
    // Only setTriggerAttempt writes under this key.
    return transaction.attachments.get(KEY);
}
