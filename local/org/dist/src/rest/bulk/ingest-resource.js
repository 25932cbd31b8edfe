import { isVisible, rightsOf } from "../context.js";
import { json, NO_CONTENT } from "../http.js";
import { bodyObject } from "../request-body.js";
import { notFound, RestError } from "../rest-error.js";
import { csvLine } from "./csv.js";
import { startIngest } from "./ingest-rows.js";
import { csvForm, ingestJson, invalidJob, invalidState, isFinished, readForm } from "./job-json.js";
import { readMultipart } from "./multipart.js";
const OPERATIONS = [
    "insert",
    "update",
    "upsert",
    "delete",
    "hardDelete",
];
/** Bytes of an upload after base64. */
const MOST_BYTES = 150_000_000;
/** A JSON body; or a multipart one that brings the rows along, which are then processed at once. */
export function createJob(context) {
    const parts = readMultipart(context.request);
    const body = bodyObject(parts === null ? context.request : { ...context.request, body: parts.job });
    const job = newJob(context, body);
    context.bulk.ingest.set(job.id, job);
    if (parts !== null) {
        job.upload = parts.content;
        job.state = "UploadComplete";
        startIngest(context, job);
    }
    return json(200, ingestJson(job));
}
export function listJobs({ bulk }) {
    return json(200, {
        done: true,
        records: [...bulk.ingest.values()].map(ingestJson),
        nextRecordsUrl: null,
    });
}
export function readJob(context) {
    return json(200, ingestJson(jobOf(context)));
}
export function uploadData(context) {
    const job = jobOf(context);
    if (job.state !== "Open" || job.upload !== null)
        throw invalidState(`Can't upload data to a job that has data or is in state ${job.state}`);
    if (!/^text\/csv/i.test(context.request.headers["content-type"] ?? ""))
        throw new RestError(400, "INVALIDCONTENTTYPE", "The Content-Type must be text/csv");
    if (Buffer.byteLength(context.request.body) > MOST_BYTES)
        throw new RestError(413, "REQUEST_ENTITY_TOO_LARGE", "The upload is larger than 150 MB.");
    job.upload = context.request.body;
    return { status: 201, headers: {}, body: "" };
}
export function changeJob(context) {
    const job = jobOf(context);
    const { state } = bodyObject(context.request);
    if (state !== "UploadComplete" && state !== "Aborted")
        throw invalidJob("The state of a job can be set to UploadComplete or Aborted");
    if (isFinished(job.state) || (state === "UploadComplete" && job.state !== "Open"))
        throw invalidState(`Updating Job State from ${job.state} to ${state} is not permitted`);
    job.state = state;
    job.systemModstamp = context.org.host.clock.now();
    if (state === "UploadComplete")
        startIngest(context, job);
    return json(200, ingestJson(job));
}
export function deleteJob(context) {
    const job = jobOf(context);
    if (!isFinished(job.state))
        throw invalidState("A job that has not finished cannot be deleted");
    context.bulk.ingest.delete(job.id);
    return NO_CONTENT;
}
export function successfulResults(context) {
    const job = jobOf(context);
    const lines = job.rows.flatMap(({ cells, outcome }) => outcome.kind === "saved" ? [[outcome.id, String(outcome.isCreated), ...cells]] : []);
    return csv(job, ["sf__Id", "sf__Created", ...job.header], lines);
}
export function failedResults(context) {
    const job = jobOf(context);
    const lines = job.rows.flatMap(({ cells, outcome }) => outcome.kind === "refused" ? [[outcome.id, outcome.error, ...cells]] : []);
    return csv(job, ["sf__Id", "sf__Error", ...job.header], lines);
}
export function unprocessedRecords(context) {
    const job = jobOf(context);
    const lines = job.rows.flatMap(({ cells, outcome }) => outcome.kind === "unprocessed" ? [cells] : []);
    return csv(job, job.header, lines);
}
function csv(job, header, lines) {
    const form = csvForm(job);
    return {
        status: 200,
        headers: { "content-type": "text/csv" },
        body: [header, ...lines].map((line) => csvLine(line, form)).join(""),
    };
}
function jobOf(context) {
    const job = context.bulk.ingest.get(context.parameters["job"] ?? "");
    if (job === undefined)
        throw notFound();
    return job;
}
function newJob(context, body) {
    const { object, externalIdFieldName } = body;
    const describe = typeof object === "string" ? context.org.host.schema.object(object) : undefined;
    if (describe === undefined || !isVisible(describe, rightsOf(context)))
        throw invalidJob(`InvalidEntity : Unable to find object: ${String(object)}`);
    const operation = OPERATIONS.find((known) => known === body["operation"]);
    if (operation === undefined)
        throw invalidJob(`Invalid operation: ${String(body["operation"])}`);
    if (operation !== "insert" && describe.kind === "platformEvent")
        throw invalidJob(`Entity '${describe.name}' is not supported by the Bulk API for ${operation}.`);
    const now = context.org.host.clock.now();
    return {
        kind: "ingest",
        id: context.bulk.nextId(),
        describe,
        operation,
        externalIdField: operation === "upsert" ? externalId(describe, externalIdFieldName) : null,
        ...readForm(body),
        apiVersion: Number(/v(\d+)/.exec(context.basePath)?.[1]),
        createdById: context.user.id,
        createdDate: now,
        systemModstamp: now,
        state: "Open",
        errorMessage: null,
        upload: null,
        header: [],
        rows: [],
        processingMs: 0,
    };
}
function externalId(describe, name) {
    const field = typeof name === "string" ? describe.fields.get(name.toLowerCase()) : undefined;
    if (field === undefined || !(field.isExternalId || field.isIdLookup))
        throw invalidJob(`InvalidJob : Field name provided, ${String(name)} does not match an External ID, Salesforce Id, or indexed field for ${describe.name}`);
    return field.name;
}
