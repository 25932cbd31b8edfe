import { DELIMITERS, isDelimiterName } from "./csv.js";
import { RestError } from "../rest-error.js";
/** What both kinds of job say of themselves. */
function common(job) {
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
export function ingestJson(job) {
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
export function queryJson(job) {
    return {
        ...common(job),
        jobType: "V2Query",
        numberRecordsProcessed: job.result?.records.length ?? 0,
        retries: 0,
        totalProcessingTime: 0,
        isPkChunkingSupported: false,
    };
}
function timestamp(ms) {
    return new Date(ms).toISOString().replace("Z", "+0000");
}
export function csvForm(job) {
    return {
        delimiter: DELIMITERS[job.columnDelimiter],
        lineEnding: job.lineEnding === "CRLF" ? "\r\n" : "\n",
    };
}
/** @throws RestError INVALIDJOB */
export function readForm(body) {
    const columnDelimiter = body["columnDelimiter"] ?? "COMMA";
    const lineEnding = body["lineEnding"] ?? "LF";
    if (!isDelimiterName(columnDelimiter))
        throw invalidJob(`Invalid columnDelimiter: ${JSON.stringify(columnDelimiter)}`);
    if (lineEnding !== "LF" && lineEnding !== "CRLF")
        throw invalidJob(`Invalid lineEnding: ${JSON.stringify(lineEnding)}`);
    if ((body["contentType"] ?? "CSV") !== "CSV")
        throw invalidJob("contentType must be CSV");
    return { columnDelimiter, lineEnding };
}
export function invalidJob(message) {
    return new RestError(400, "INVALIDJOB", message);
}
export function invalidState(message) {
    return new RestError(400, "INVALIDJOBSTATE", message);
}
export function isFinished(state) {
    return state === "JobComplete" || state === "Failed" || state === "Aborted";
}
