export class QueueableContextValue {
    jobId;
    constructor(jobId) {
        this.jobId = jobId;
    }
}
export class BatchableContextValue {
    jobId;
    childJobId;
    constructor(jobId, childJobId) {
        this.jobId = jobId;
        this.childJobId = childJobId;
    }
}
export class SchedulableContextValue {
    triggerId;
    constructor(triggerId) {
        this.triggerId = triggerId;
    }
}
export class FinalizerContextValue {
    jobId;
    requestId;
    /** null: the job succeeded. */
    exception;
    constructor(jobId, requestId, exception) {
        this.jobId = jobId;
        this.requestId = requestId;
        this.exception = exception;
    }
}
const KEY = Symbol("running queueable");
export function setRunningQueueable(transaction, running) {
    transaction.attachments.set(KEY, running);
}
/** undefined outside a Queueable and its finalizer. */
export function runningQueueable(transaction) {
    // Only setRunningQueueable writes under this key.
    return transaction.attachments.get(KEY);
}
const CALLOUTS_REFUSED = Symbol("callouts refused");
/** A job that did not ask for callouts in its declaration makes none. */
export function refuseCallouts(transaction) {
    transaction.attachments.set(CALLOUTS_REFUSED, true);
}
export function refusesCallouts(transaction) {
    return transaction.attachments.has(CALLOUTS_REFUSED);
}
