import type { ApexException } from "../runtime/exception.ts";
import type { JobParts, JobRequest } from "./job-parts.ts";
/**
 * Runs a Queueable, then its finalizer, each in a transaction of its own; the finalizer runs whatever became of the job.
 * Source: Apex Developer Guide, Queueable Apex; Transaction Finalizers.
 */
export declare function runQueueable(parts: JobParts, request: JobRequest, depth: number, maximumDepth: number | null): void;
/** Writes how a job ended. */
export declare function finishJob(parts: JobParts, id: string, exception: ApexException | null): void;
