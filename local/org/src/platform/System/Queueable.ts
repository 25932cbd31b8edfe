/** Asynchronous Apex: System.enqueueJob, schedules, finalizers and the contexts that jobs are given. */
import {
  BatchableContextValue,
  FinalizerContextValue,
  QueueableContextValue,
  SchedulableContextValue,
} from "../../async/job-context.ts";
import { platformEnum } from "../../runtime/enums.ts";
import { raise } from "../../runtime/exception.ts";
import type { QueueableOptions } from "../../runtime/host.ts";
import { type ApexObject, isInstanceOfClass } from "../../runtime/object.ts";
import { valueText } from "../../runtime/text.ts";
import { transaction } from "../../runtime/transaction.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { required } from "../required.ts";

/** System.AsyncOptions. */
export class AsyncOptionsValue {
  duplicateSignature: SignatureValue | null = null;
  maximumDepth: number | null = null;
  delayMinutes: number | null = null;
}

/** System.QueueableDuplicateSignature and its builder. */
export class SignatureValue {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

export class SignatureBuilderValue {
  readonly parts: string[] = [];
}

/** Source: Apex Reference, System.enqueueJob: a delay of 0 to 10 minutes. */
const MAX_DELAY_MINUTES = 10;

function optionsOf(options: number | AsyncOptionsValue | null): QueueableOptions {
  if (!(options instanceof AsyncOptionsValue))
    return { delayMinutes: checkedDelay(options ?? 0), maximumDepth: null, signature: null };
  return {
    delayMinutes: checkedDelay(options.delayMinutes ?? 0),
    maximumDepth: options.maximumDepth,
    signature: options.duplicateSignature?.text ?? null,
  };
}

function checkedDelay(minutes: number): number {
  if (minutes < 0 || minutes > MAX_DELAY_MINUTES) {
    raise(
      "System.AsyncException",
      `Delay must be between 0 and ${MAX_DELAY_MINUTES} minutes, inclusive`,
    );
  }
  return minutes;
}

function enqueueJob(
  job: ApexObject | null,
  options: number | AsyncOptionsValue | null = null,
): string {
  const wanted = required(job);
  if (!isInstanceOfClass(wanted, "System.Queueable")) {
    if (isInstanceOfClass(wanted, "Database.Batchable"))
      return transaction().host.jobs.executeBatch(wanted, 0);
    raise(
      "System.AsyncException",
      `${wanted.$class.name} does not implement the Queueable interface`,
    );
  }
  return transaction().host.jobs.enqueueQueueable(wanted, optionsOf(options));
}

const isRunning =
  (quiddity: string): (() => boolean) =>
  () =>
    transaction().quiddity === quiddity;

export const systemJobsBehaviour = platformType({
  type: "System.System",
  statics: {
    enqueueJob,
    attachFinalizer: (finalizer: ApexObject | null) =>
      transaction().host.jobs.attachFinalizer(required(finalizer)),
    schedule: (name: string | null, cron: string | null, job: ApexObject | null) =>
      transaction().host.jobs.schedule(required(name), required(cron), required(job)),
    scheduleBatch: (
      job: ApexObject | null,
      name: string | null,
      minutes: number | null,
      scope: number | null = null,
    ) =>
      transaction().host.jobs.scheduleBatch(
        required(job),
        required(name),
        required(minutes),
        scope ?? 0,
      ),
    abortJob: (id: string | null) => transaction().host.jobs.abort(required(id)),
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
    DuplicateSignature: (options: AsyncOptionsValue) => options.duplicateSignature,
    MaximumQueueableStackDepth: (options: AsyncOptionsValue) => options.maximumDepth,
    MinimumQueueableDelayInMinutes: (options: AsyncOptionsValue) => options.delayMinutes,
  },
  setters: {
    DuplicateSignature: (options: AsyncOptionsValue, value: SignatureValue | null) =>
      (options.duplicateSignature = value),
    MaximumQueueableStackDepth: (options: AsyncOptionsValue, value: number | null) =>
      (options.maximumDepth = value),
    MinimumQueueableDelayInMinutes: (options: AsyncOptionsValue, value: number | null) =>
      (options.delayMinutes = value),
  },
});

export const signatureBehaviour = platformType({
  type: "System.QueueableDuplicateSignature",
  implementation: SignatureValue,
  statics: { Builder: () => new SignatureBuilderValue() },
  methods: { toString: (signature: SignatureValue) => signature.text },
});

function addPart(builder: SignatureBuilderValue, part: unknown): SignatureBuilderValue {
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
    build: (builder: SignatureBuilderValue) =>
      new SignatureValue(builder.parts.map((part) => `${part.length}:${part}`).join("")),
  },
});

export const queueableContextBehaviour = platformType({
  type: "System.QueueableContext",
  implementation: QueueableContextValue,
  methods: { getJobId: (context: QueueableContextValue) => context.jobId },
});

export const batchableContextBehaviour = platformType({
  type: "Database.BatchableContext",
  implementation: BatchableContextValue,
  methods: {
    getJobId: (context: BatchableContextValue) => context.jobId,
    getChildJobId: (context: BatchableContextValue) => context.childJobId,
  },
});

export const schedulableContextBehaviour = platformType({
  type: "System.SchedulableContext",
  implementation: SchedulableContextValue,
  methods: { getTriggerId: (context: SchedulableContextValue) => context.triggerId },
});

export const finalizerContextBehaviour = platformType({
  type: "System.FinalizerContext",
  implementation: FinalizerContextValue,
  methods: {
    getAsyncApexJobId: (context: FinalizerContextValue) => context.jobId,
    getRequestId: (context: FinalizerContextValue) => context.requestId,
    getResult: (context: FinalizerContextValue) =>
      platformEnum("System.ParentJobResult").find(
        context.exception === null ? "SUCCESS" : "UNHANDLED_EXCEPTION",
      ) ?? null,
    getException: (context: FinalizerContextValue) => context.exception,
  },
});
