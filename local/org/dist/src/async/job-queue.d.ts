import type { FutureCall, JobAccess, QueueableOptions } from "../runtime/host.ts";
import { type ApexObject } from "../runtime/object.ts";
import type { ProjectClasses } from "../runtime/project-classes.ts";
import type { JobParts } from "./job-parts.ts";
import type { QueuedJob } from "./queued-job.ts";
/** Asynchronous Apex: what transactions ask for, in order, after their commit. */
export declare class JobQueue implements JobAccess {
    private readonly parts;
    private readonly classes;
    private waiting;
    constructor(parts: JobParts, classes: ProjectClasses);
    enqueueFuture(call: FutureCall): void;
    enqueueQueueable(job: ApexObject, options: QueueableOptions): string;
    attachFinalizer(finalizer: ApexObject): void;
    executeBatch(batch: ApexObject, scope: number): string;
    schedule(name: string, cron: string, job: ApexObject): string;
    scheduleBatch(batch: ApexObject, name: string, minutes: number, scope: number): string;
    abort(id: string): void;
    /** Runs what the test has enqueued, and what the finalizers of those jobs and its batches enqueue; what queueables enqueue waits. */
    runInTest(): void;
    /** Takes the jobs of a committed transaction. */
    accept(jobs: readonly QueuedJob[]): void;
    /** Runs the first job that is due; false when none is. A failed job is logged. */
    runNext(): boolean;
    /** Epoch ms of the next job; null when none waits. */
    get nextDueAt(): number | null;
    private isWaiting;
    private put;
    private createJob;
    private createTrigger;
    private endSchedule;
    private runFuture;
    private runScheduled;
}
