/** The values that running jobs are given: behind System.QueueableContext, FinalizerContext and their kin. */
import type { ApexException } from "../runtime/exception.ts";
import type { ApexObject } from "../runtime/object.ts";
import type { Transaction } from "../runtime/transaction.ts";

export class QueueableContextValue {
  readonly jobId: string;

  constructor(jobId: string) {
    this.jobId = jobId;
  }
}

export class BatchableContextValue {
  readonly jobId: string;
  readonly childJobId: string | null;

  constructor(jobId: string, childJobId: string | null) {
    this.jobId = jobId;
    this.childJobId = childJobId;
  }
}

export class SchedulableContextValue {
  readonly triggerId: string;

  constructor(triggerId: string) {
    this.triggerId = triggerId;
  }
}

export class FinalizerContextValue {
  readonly jobId: string;
  readonly requestId: string;
  /** null: the job succeeded. */
  readonly exception: ApexException | null;

  constructor(jobId: string, requestId: string, exception: ApexException | null) {
    this.jobId = jobId;
    this.requestId = requestId;
    this.exception = exception;
  }
}

/** What a running Queueable is to System.enqueueJob and System.attachFinalizer. */
export interface RunningQueueable {
  readonly depth: number;
  readonly maximumDepth: number | null;
  /** How many jobs in a row have failed, up to and with the one whose finalizer this is; 0 while a job runs. */
  readonly failures: number;
  finalizer: ApexObject | null;
}

const KEY = Symbol("running queueable");

export function setRunningQueueable(transaction: Transaction, running: RunningQueueable): void {
  transaction.attachments.set(KEY, running);
}

/** undefined outside a Queueable and its finalizer. */
export function runningQueueable(transaction: Transaction): RunningQueueable | undefined {
  // Only setRunningQueueable writes under this key.
  return transaction.attachments.get(KEY) as RunningQueueable | undefined;
}

const CALLOUTS_REFUSED = Symbol("callouts refused");

/** A job that did not ask for callouts in its declaration makes none. */
export function refuseCallouts(transaction: Transaction): void {
  transaction.attachments.set(CALLOUTS_REFUSED, true);
}

export function refusesCallouts(transaction: Transaction): boolean {
  return transaction.attachments.has(CALLOUTS_REFUSED);
}
