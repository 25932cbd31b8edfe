import type { IngestJob, JobState, QueryJob } from "./bulk-job.ts";
import { type CsvForm, type DelimiterName } from "./csv.ts";
import { RestError } from "../rest-error.ts";
export declare function ingestJson(job: IngestJob): Record<string, unknown>;
export declare function queryJson(job: QueryJob): Record<string, unknown>;
export declare function csvForm(job: IngestJob | QueryJob): CsvForm;
/** @throws RestError INVALIDJOB */
export declare function readForm(body: Readonly<Record<string, unknown>>): {
    readonly columnDelimiter: DelimiterName;
    readonly lineEnding: "LF" | "CRLF";
};
export declare function invalidJob(message: string): RestError;
export declare function invalidState(message: string): RestError;
export declare function isFinished(state: JobState): boolean;
