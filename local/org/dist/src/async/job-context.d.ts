/** The values that running jobs are given: behind System.QueueableContext, FinalizerContext and their kin. */
import type { ApexException } from "../runtime/exception.ts";
import type { ApexObject } from "../runtime/object.ts";
import type { Transaction } from "../runtime/transaction.ts";
export declare class QueueableContextValue {
    readonly jobId: string;
    constructor(jobId: string);
}
export declare class BatchableContextValue {
    readonly jobId: string;
    readonly childJobId: string | null;
    constructor(jobId: string, childJobId: string | null);
}
export declare class SchedulableContextValue {
    readonly triggerId: string;
    constructor(triggerId: string);
}
export declare class FinalizerContextValue {
    readonly jobId: string;
    readonly requestId: string;
    /** null: the job succeeded. */
    readonly exception: ApexException | null;
    constructor(jobId: string, requestId: string, exception: ApexException | null);
}
/** What a running Queueable is to System.enqueueJob and System.attachFinalizer. */
export interface RunningQueueable {
    readonly depth: number;
    readonly maximumDepth: number | null;
    finalizer: ApexObject | null;
}
export declare function setRunningQueueable(transaction: Transaction, running: RunningQueueable): void;
/** undefined outside a Queueable and its finalizer. */
export declare function runningQueueable(transaction: Transaction): RunningQueueable | undefined;
/** A job that did not ask for callouts in its declaration makes none. */
export declare function refuseCallouts(transaction: Transaction): void;
export declare function refusesCallouts(transaction: Transaction): boolean;
