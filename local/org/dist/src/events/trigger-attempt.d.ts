import type { Transaction } from "../runtime/transaction.ts";
/** What is kept when the trigger fails later: the rows up to `mark`, and so many messages and jobs. */
export interface Checkpoint {
    readonly replayId: number;
    /** A place in the undo log. */
    readonly mark: number;
    readonly messages: number;
    readonly jobs: number;
}
/** What a running event trigger can see and say of its delivery: behind EventBus.TriggerContext. */
export interface TriggerAttempt {
    /** How many times this batch has been tried before. */
    readonly retries: number;
    readonly lastError: string | null;
    /** Up to and including this replay id the batch counts as done; null when the trigger has said nothing. */
    checkpoint: Checkpoint | null;
    /** The replay ids of the batch. */
    readonly replayIds: readonly number[];
}
export declare function setTriggerAttempt(transaction: Transaction, attempt: TriggerAttempt): void;
/** undefined outside an event trigger. */
export declare function triggerAttempt(transaction: Transaction): TriggerAttempt | undefined;
