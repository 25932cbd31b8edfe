import type { StoredEvent } from "../async/event-message.ts";
/** Source: Platform Events Developer Guide, Retry Event Triggers: the initial run and nine retries, then the trigger stops. */
export declare const MAX_RETRIES = 9;
/** One trigger's place in the bus. */
export declare class Subscription {
    readonly trigger: string;
    readonly object: string;
    readonly batchSize: number;
    /** Username of the configured user; null: the Automated Process user. */
    readonly username: string | null;
    retries: number;
    lastError: string | null;
    /** After too many retries the trigger gets no more events until it is saved again. */
    isStopped: boolean;
    private waiting;
    constructor(trigger: string, object: string, batchSize: number, username: string | null);
    add(events: readonly StoredEvent[]): void;
    get hasWork(): boolean;
    /** The next events in the order of the bus. A retried batch comes again, with the new ones behind it. */
    nextBatch(): readonly StoredEvent[];
    /** Everything up to a replay id is done. */
    doneUpTo(replayId: number): void;
    retry(error: string): void;
}
