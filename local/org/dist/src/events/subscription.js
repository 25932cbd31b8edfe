/** Source: Platform Events Developer Guide, Retry Event Triggers: the initial run and nine retries, then the trigger stops. */
export const MAX_RETRIES = 9;
/** One trigger's place in the bus. */
export class Subscription {
    trigger;
    object;
    batchSize;
    /** Username of the configured user; null: the Automated Process user. */
    username;
    retries = 0;
    lastError = null;
    /** After too many retries the trigger gets no more events until it is saved again. */
    isStopped = false;
    waiting = [];
    constructor(trigger, object, batchSize, username) {
        this.trigger = trigger;
        this.object = object;
        this.batchSize = batchSize;
        this.username = username;
    }
    add(events) {
        if (!this.isStopped)
            this.waiting.push(...events);
    }
    get hasWork() {
        return !this.isStopped && this.waiting.length > 0;
    }
    /** The next events in the order of the bus. A retried batch comes again, with the new ones behind it. */
    nextBatch() {
        return this.waiting.slice(0, this.batchSize);
    }
    /** Everything up to a replay id is done. */
    doneUpTo(replayId) {
        this.waiting = this.waiting.filter((event) => event.replayId > replayId);
        this.retries = 0;
        this.lastError = null;
    }
    retry(error) {
        this.retries += 1;
        this.lastError = error;
        if (this.retries > MAX_RETRIES) {
            this.isStopped = true;
            this.waiting = [];
        }
    }
}
