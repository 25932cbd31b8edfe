import type { IngestJob, JobState, QueryJob } from "./bulk-job.ts";
import { DELIMITERS, isDelimiterName, type CsvForm, type DelimiterName } from "./csv.ts";
import { RestError } from "../rest-error.ts";

/** What both kinds of job say of themselves. */
function common(job: IngestJob | QueryJob): Record<string, unknown> {
  return {
    id: job.id,
    operation: job.operation,
    object: job.kind === "ingest" ? job.describe.name : job.object,
    createdById: job.createdById,
    createdDate: timestamp(job.createdDate),
    systemModstamp: timestamp(job.systemModstamp),
    state: job.state,
    concurrencyMode: "Parallel",
    contentType: "CSV",
    apiVersion: job.apiVersion,
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter,
    ...(job.errorMessage === null ? {} : { errorMessage: job.errorMessage }),
  };
}

export function ingestJson(job: IngestJob): Record<string, unknown> {
  const done = job.rows.filter(({ outcome }) => outcome.kind !== "unprocessed");
  return {
    ...common(job),
    jobType: "V2Ingest",
    ...(job.externalIdField === null ? {} : { externalIdFieldName: job.externalIdField }),
    contentUrl: `services/data/v${job.apiVersion}.0/jobs/ingest/${job.id}/batches`,
    numberRecordsProcessed: done.length,
    numberRecordsFailed: done.filter(({ outcome }) => outcome.kind === "refused").length,
    retries: 0,
    totalProcessingTime: job.processingMs,
    apiActiveProcessingTime: job.processingMs,
    apexProcessingTime: 0,
  };
}

export function queryJson(job: QueryJob): Record<string, unknown> {
  return {
    ...common(job),
    jobType: "V2Query",
    numberRecordsProcessed: job.result?.records.length ?? 0,
    retries: 0,
    totalProcessingTime: 0,
    isPkChunkingSupported: false,
  };
}

function timestamp(ms: number): string {
  return new Date(ms).toISOString().replace("Z", "+0000");
}

export function csvForm(job: IngestJob | QueryJob): CsvForm {
  return {
    delimiter: DELIMITERS[job.columnDelimiter],
    lineEnding: job.lineEnding === "CRLF" ? "\r\n" : "\n",
  };
}

/** @throws RestError INVALIDJOB */
export function readForm(body: Readonly<Record<string, unknown>>): {
  readonly columnDelimiter: DelimiterName;
  readonly lineEnding: "LF" | "CRLF";
} {
  const columnDelimiter = body["columnDelimiter"] ?? "COMMA";
  const lineEnding = body["lineEnding"] ?? "LF";
  if (!isDelimiterName(columnDelimiter))
    throw invalidJob(`Invalid columnDelimiter: ${JSON.stringify(columnDelimiter)}`);
  if (lineEnding !== "LF" && lineEnding !== "CRLF")
    throw invalidJob(`Invalid lineEnding: ${JSON.stringify(lineEnding)}`);
  if ((body["contentType"] ?? "CSV") !== "CSV") throw invalidJob("contentType must be CSV");
  return { columnDelimiter, lineEnding };
}

export function invalidJob(message: string): RestError {
  return new RestError(400, "INVALIDJOB", message);
}

export function invalidState(message: string): RestError {
  return new RestError(400, "INVALIDJOBSTATE", message);
}

export function isFinished(state: JobState): boolean {
  return state === "JobComplete" || state === "Failed" || state === "Aborted";
}
