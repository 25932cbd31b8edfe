/** Asynchronous Apex: System.enqueueJob, schedules, finalizers and the contexts that jobs are given. */
import { BatchableContextValue, FinalizerContextValue, QueueableContextValue, SchedulableContextValue, } from "../../async/job-context.js";
import { platformEnum } from "../../runtime/enums.js";
import { raise } from "../../runtime/exception.js";
import { isInstanceOfClass } from "../../runtime/object.js";
import { valueText } from "../../runtime/text.js";
import { transaction } from "../../runtime/transaction.js";
import { platformType } from "../../runtime/behaviour.js";
import { required } from "../required.js";
/** System.AsyncOptions. */
export class AsyncOptionsValue {
    duplicateSignature = null;
    maximumDepth = null;
    delayMinutes = null;
}
/** System.QueueableDuplicateSignature and its builder. */
export class SignatureValue {
    text;
    constructor(text) {
        this.text = text;
    }
    toString() {
        return this.text;
    }
}
export class SignatureBuilderValue {
    parts = [];
}
/** Source: Apex Reference, System.enqueueJob: a delay of 0 to 10 minutes. */
const MAX_DELAY_MINUTES = 10;
function optionsOf(options) {
    if (!(options instanceof AsyncOptionsValue))
        return { delayMinutes: checkedDelay(options ?? 0), maximumDepth: null, signature: null };
    return {
        delayMinutes: checkedDelay(options.delayMinutes ?? 0),
        maximumDepth: options.maximumDepth,
        signature: options.duplicateSignature?.text ?? null,
    };
}
function checkedDelay(minutes) {
    if (minutes < 0 || minutes > MAX_DELAY_MINUTES) {
        raise("System.AsyncException", `Delay must be between 0 and ${MAX_DELAY_MINUTES} minutes, inclusive`);
    }
    return minutes;
}
function enqueueJob(job, options = null) {
    const wanted = required(job);
    if (!isInstanceOfClass(wanted, "System.Queueable")) {
        if (isInstanceOfClass(wanted, "Database.Batchable"))
            return transaction().host.jobs.executeBatch(wanted, 0);
        raise("System.AsyncException", `${wanted.$class.name} does not implement the Queueable interface`);
    }
    return transaction().host.jobs.enqueueQueueable(wanted, optionsOf(options));
}
const isRunning = (quiddity) => () => transaction().quiddity === quiddity;
export const systemJobsBehaviour = platformType({
    type: "System.System",
    statics: {
        enqueueJob,
        attachFinalizer: (finalizer) => transaction().host.jobs.attachFinalizer(required(finalizer)),
        schedule: (name, cron, job) => transaction().host.jobs.schedule(required(name), required(cron), required(job)),
        scheduleBatch: (job, name, minutes, scope = null) => transaction().host.jobs.scheduleBatch(required(job), required(name), required(minutes), scope ?? 0),
        abortJob: (id) => transaction().host.jobs.abort(required(id)),
        isBatch: isRunning("BATCH_APEX"),
        isFuture: isRunning("FUTURE"),
        isQueueable: isRunning("QUEUEABLE"),
        isScheduled: isRunning("SCHEDULED"),
    },
});
export const asyncOptionsBehaviour = platformType({
    type: "System.AsyncOptions",
    implementation: AsyncOptionsValue,
    constructors: { new: () => new AsyncOptionsValue() },
    getters: {
        DuplicateSignature: (options) => options.duplicateSignature,
        MaximumQueueableStackDepth: (options) => options.maximumDepth,
        MinimumQueueableDelayInMinutes: (options) => options.delayMinutes,
    },
    setters: {
        DuplicateSignature: (options, value) => (options.duplicateSignature = value),
        MaximumQueueableStackDepth: (options, value) => (options.maximumDepth = value),
        MinimumQueueableDelayInMinutes: (options, value) => (options.delayMinutes = value),
    },
});
export const signatureBehaviour = platformType({
    type: "System.QueueableDuplicateSignature",
    implementation: SignatureValue,
    statics: { Builder: () => new SignatureBuilderValue() },
    methods: { toString: (signature) => signature.text },
});
function addPart(builder, part) {
    builder.parts.push(valueText(part));
    return builder;
}
export const signatureBuilderBehaviour = platformType({
    type: "System.QueueableDuplicateSignature.Builder",
    implementation: SignatureBuilderValue,
    constructors: { new: () => new SignatureBuilderValue() },
    methods: {
        addId: addPart,
        addInteger: addPart,
        addString: addPart,
        build: (builder) => new SignatureValue(builder.parts.map((part) => `${part.length}:${part}`).join("")),
    },
});
export const queueableContextBehaviour = platformType({
    type: "System.QueueableContext",
    implementation: QueueableContextValue,
    methods: { getJobId: (context) => context.jobId },
});
export const batchableContextBehaviour = platformType({
    type: "Database.BatchableContext",
    implementation: BatchableContextValue,
    methods: {
        getJobId: (context) => context.jobId,
        getChildJobId: (context) => context.childJobId,
    },
});
export const schedulableContextBehaviour = platformType({
    type: "System.SchedulableContext",
    implementation: SchedulableContextValue,
    methods: { getTriggerId: (context) => context.triggerId },
});
export const finalizerContextBehaviour = platformType({
    type: "System.FinalizerContext",
    implementation: FinalizerContextValue,
    methods: {
        getAsyncApexJobId: (context) => context.jobId,
        getRequestId: (context) => context.requestId,
        getResult: (context) => platformEnum("System.ParentJobResult").find(context.exception === null ? "SUCCESS" : "UNHANDLED_EXCEPTION") ?? null,
        getException: (context) => context.exception,
    },
});
