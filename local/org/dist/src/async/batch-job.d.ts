import type { JobParts, JobRequest } from "./job-parts.ts";
/** Source: Apex Developer Guide, Using Batch Apex: the default scope. */
export declare const DEFAULT_SCOPE = 200;
/**
 * Runs a batch: start, one transaction per scope, finish. A scope that fails is rolled back alone; without Database.Stateful every scope
 * begins with the fields the job had after construction.
 */
export declare function runBatch(parts: JobParts, request: JobRequest, scope: number): void;
