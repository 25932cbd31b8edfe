import { apexExceptionOf } from "../runtime/javascript-errors.js";
import { callMethod } from "../runtime/object.js";
import { transaction } from "../runtime/transaction.js";
import { FinalizerContextValue, QueueableContextValue, refuseCallouts, setRunningQueueable, } from "./job-context.js";
/**
 * Runs a Queueable, then its finalizer, each in a transaction of its own; the finalizer runs whatever became of the job.
 * Source: Apex Developer Guide, Queueable Apex; Transaction Finalizers.
 */
export function runQueueable(parts, request, depth, maximumDepth) {
    const { runner, rows } = parts;
    const running = { depth, maximumDepth, finalizer: null };
    let requestId = "";
    rows.update(request.id, { Status: "Processing" });
    let failure = null;
    try {
        runner.run(request.user, "QUEUEABLE", () => {
            requestId = transaction().requestId;
            setRunningQueueable(transaction(), running);
            if (!request.job.$class.ancestors.has("database.allowscallouts"))
                refuseCallouts(transaction());
            callMethod(request.job, "System.Queueable.execute", new QueueableContextValue(request.id));
        });
    }
    catch (thrown) {
        const exception = apexExceptionOf(thrown);
        if (exception === null)
            throw thrown;
        failure = { exception, thrown };
    }
    finishJob(parts, request.id, failure?.exception ?? null);
    if (running.finalizer !== null) {
        runFinalizer(parts, request, running.finalizer, new FinalizerContextValue(request.id, requestId, failure?.exception ?? null), depth, maximumDepth);
    }
    if (failure !== null)
        throw failure.thrown;
}
function runFinalizer(parts, request, finalizer, context, depth, maximumDepth) {
    parts.runner.run(request.user, "TRANSACTION_FINALIZER_QUEUEABLE", () => {
        setRunningQueueable(transaction(), { depth, maximumDepth, finalizer: null });
        callMethod(finalizer, "System.Finalizer.execute", context);
    });
}
/** Writes how a job ended. */
export function finishJob(parts, id, exception) {
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
