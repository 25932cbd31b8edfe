import type { Clock, RunningUser } from "../runtime/host.ts";
import type { ApexObject } from "../runtime/object.ts";
import type { JobRows } from "./job-rows.ts";
import type { TransactionRunner } from "./transaction-runner.ts";
/** What every kind of job stands on. */
export interface JobParts {
    readonly runner: TransactionRunner;
    readonly rows: JobRows;
    readonly clock: Clock;
    /** Tells of a job that failed. */
    log(line: string): void;
}
/** One job that was asked for. */
export interface JobRequest {
    readonly id: string;
    readonly user: RunningUser;
    readonly job: ApexObject;
}
