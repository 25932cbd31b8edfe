/** `/jobs/query`: large query results as CSV. Source: Bulk API 2.0 and Bulk API Developer Guide, "Bulk API 2.0 Query". */
import type { SObjectValue } from "../../runtime/sobject.ts";
import { parseQuery } from "../../syntax/parse.ts";
import type { RestContext } from "../context.ts";
import { json, NO_CONTENT, type RestResponse } from "../http.ts";
import { valueToJson } from "../record-to-json.ts";
import { bodyObject } from "../request-body.ts";
import { select } from "../resources/query.ts";
import { notFound, RestError } from "../rest-error.ts";
import { ALL_FIELDS } from "../shown-fields.ts";
import type { QueryJob } from "./bulk-job.ts";
import { csvLine } from "./csv.ts";
import { csvForm, invalidJob, invalidState, isFinished, queryJson, readForm } from "./job-json.ts";

export function createJob(context: RestContext): RestResponse {
  const body = bodyObject(context.request);
  const { operation, query: text } = body;
  if (operation !== "query" && operation !== "queryAll")
    throw invalidJob(`Invalid operation: ${String(operation)}`);
  if (typeof text !== "string") throw invalidJob("The query is missing");
  const parsed = parseQuery(text);
  if ("error" in parsed) throw invalidJob(`MALFORMED_QUERY: ${parsed.error.message}`);
  const now = context.org.host.clock.now();
  const job: QueryJob = {
    kind: "query",
    id: context.bulk.nextId(),
    object: parsed.query.from[0]?.path[0] ?? "",
    operation,
    text,
    ...readForm(body),
    apiVersion: Number(/v(\d+)/.exec(context.basePath)?.[1]),
    createdById: context.user.id,
    createdDate: now,
    systemModstamp: now,
    state: "UploadComplete",
    errorMessage: null,
    result: null,
  };
  context.bulk.query.set(job.id, job);
  context.org.host.allocations.count("DailyBulkV2QueryJobs");
  context.background.add(() => run(context, job));
  return json(200, queryJson(job));
}

function run(context: RestContext, job: QueryJob): void {
  if (isFinished(job.state)) return;
  try {
    const selected = select(context, job.text, job.operation === "queryAll");
    job.result = {
      records: selected.kind === "records" ? selected.records : [],
      shown: ALL_FIELDS,
    };
    job.state = "JobComplete";
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    job.state = "Failed";
    job.errorMessage = `${error.errorCode}: ${error.message}`;
  }
  job.systemModstamp = context.org.host.clock.now();
}

export function listJobs({ bulk }: RestContext): RestResponse {
  return json(200, {
    done: true,
    records: [...bulk.query.values()].map(queryJson),
    nextRecordsUrl: null,
  });
}

export function readJob(context: RestContext): RestResponse {
  return json(200, queryJson(jobOf(context)));
}

export function changeJob(context: RestContext): RestResponse {
  const job = jobOf(context);
  if (bodyObject(context.request)["state"] !== "Aborted")
    throw invalidJob("The state of a query job can be set to Aborted");
  if (isFinished(job.state))
    throw invalidState(`Updating Job State from ${job.state} to Aborted is not permitted`);
  job.state = "Aborted";
  return json(200, queryJson(job));
}

export function deleteJob(context: RestContext): RestResponse {
  const job = jobOf(context);
  if (!isFinished(job.state)) throw invalidState("A job that has not finished cannot be deleted");
  context.bulk.query.delete(job.id);
  return NO_CONTENT;
}

/** `?maxRecords=…&locator=…`; the header `Sforce-Locator` says where to go on, `null` at the end. */
export function results(context: RestContext): RestResponse {
  const job = jobOf(context);
  if (job.result === null) throw invalidState(`The job is in state ${job.state}`);
  const { locator, maxRecords } = context.request.query;
  const start = locator === undefined ? 0 : Number(Buffer.from(locator, "base64url").toString());
  if (!Number.isInteger(start)) throw new RestError(400, "INVALIDLOCATOR", "Invalid locator");
  const end = start + Number(maxRecords ?? job.result.records.length);
  const records = job.result.records.slice(start, end);
  const isLast = end >= job.result.records.length;
  const form = csvForm(job);
  const columns = columnsOf(job.text);
  const lines = records.map((record) => columns.map((path) => cellText(record, path)));
  return {
    status: 200,
    headers: {
      "content-type": "text/csv",
      "sforce-locator": isLast ? "null" : Buffer.from(String(end)).toString("base64url"),
      "sforce-numberofrecords": String(records.length),
    },
    body: [columns.map((path) => path.join(".")), ...lines]
      .map((line) => csvLine(line, form))
      .join(""),
  };
}

function columnsOf(text: string): readonly (readonly string[])[] {
  const parsed = parseQuery(text);
  if ("error" in parsed) return [];
  return parsed.query.select.flatMap((item) => (item.kind === "field" ? [item.path] : []));
}

function cellText(record: SObjectValue, path: readonly string[]): string {
  const [first = "", ...rest] = path;
  if (rest.length > 0) {
    const found = [...record.parents].find(([name]) => name.toLowerCase() === first.toLowerCase());
    const parent = found?.[1] ?? null;
    return parent === null ? "" : cellText(parent, rest);
  }
  const field = record.fieldDescribe(first)?.name ?? first;
  const value = valueToJson(record.peek(field));
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function jobOf(context: RestContext): QueryJob {
  const job = context.bulk.query.get(context.parameters["job"] ?? "");
  if (job === undefined) throw notFound();
  return job;
}
