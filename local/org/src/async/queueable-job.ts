import type { ApexException } from "../runtime/exception.ts";
import { apexExceptionOf } from "../runtime/javascript-errors.ts";
import { type ApexObject, callMethod } from "../runtime/object.ts";
import { transaction } from "../runtime/transaction.ts";
import {
  FinalizerContextValue,
  QueueableContextValue,
  refuseCallouts,
  type RunningQueueable,
  setRunningQueueable,
} from "./job-context.ts";
import type { JobParts, JobRequest } from "./job-parts.ts";

/**
 * Runs a Queueable, then its finalizer, each in a transaction of its own; the finalizer runs whatever became of the job.
 * `failuresBefore`: how many jobs failed in a row, of which each finalizer enqueued the next and the last of them this one.
 * Source: Apex Developer Guide, Queueable Apex; Transaction Finalizers.
 */
export function runQueueable(
  parts: JobParts,
  request: JobRequest,
  depth: number,
  maximumDepth: number | null,
  failuresBefore: number,
): void {
  const { runner, rows } = parts;
  const running: RunningQueueable = { depth, maximumDepth, failures: 0, finalizer: null };
  let requestId = "";
  rows.update(request.id, { Status: "Processing" });
  let failure: { readonly exception: ApexException; readonly thrown: unknown } | null = null;
  try {
    const work = (): void => {
      requestId = transaction().requestId;
      setRunningQueueable(transaction(), running);
      if (!request.job.$class.ancestors.has("database.allowscallouts"))
        refuseCallouts(transaction());
      callMethod(request.job, "System.Queueable.execute", new QueueableContextValue(request.id));
    };
    runner.run(request.user, "QUEUEABLE", work, request.job.$class.name);
  } catch (thrown) {
    const exception = apexExceptionOf(thrown);
    if (exception === null) throw thrown;
    failure = { exception, thrown };
  }
  finishJob(parts, request.id, failure?.exception ?? null);
  if (running.finalizer !== null) {
    runFinalizer(
      parts,
      request,
      running.finalizer,
      new FinalizerContextValue(request.id, requestId, failure?.exception ?? null),
      {
        depth,
        maximumDepth,
        failures: failure === null ? 0 : failuresBefore + 1,
        finalizer: null,
      },
    );
  }
  if (failure !== null) throw failure.thrown;
}

function runFinalizer(
  parts: JobParts,
  request: JobRequest,
  finalizer: ApexObject,
  context: FinalizerContextValue,
  running: RunningQueueable,
): void {
  parts.runner.run(request.user, "TRANSACTION_FINALIZER_QUEUEABLE", () => {
    setRunningQueueable(transaction(), running);
    callMethod(finalizer, "System.Finalizer.execute", context);
  });
}

/** Writes how a job ended. */
export function finishJob(parts: JobParts, id: string, exception: ApexException | null): void {
  parts.rows.update(id, {
    Status: exception === null ? "Completed" : "Failed",
    CompletedDate: parts.rows.moment(),
    NumberOfErrors: exception === null ? 0 : 1,
    JobItemsProcessed: exception === null ? 1 : 0,
    ExtendedStatus: exception === null ? null : exception.headline.slice(0, 255),
  });
  if (exception !== null)
    parts.log(`job ${id} failed: ${exception.headline}\n${exception.stackTraceText}`);
}
