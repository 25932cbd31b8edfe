/** A job's rows as records, saved in chunks of 200, each a transaction. Source: Bulk API 2.0 and Bulk API Developer Guide, "How Requests Are Processed". */
import type { DmlError, DmlOutcome } from "../../runtime/host.ts";
import type { SObjectValue } from "../../runtime/sobject.ts";
import { apexExceptionOf } from "../../runtime/javascript-errors.ts";
import type { RestContext } from "../context.ts";
import { jsonToRecord } from "../json-to-record.ts";
import { RestError } from "../rest-error.ts";
import { save, type RestDmlOperation } from "../save-result.ts";
import type { IngestJob, IngestOperation, IngestRow } from "./bulk-job.ts";
import { parseCsv } from "./csv.ts";
import { csvForm, isFinished } from "./job-json.ts";

const CHUNK = 200;

/** A batch, as the org's allocation counts them, whatever the chunks. Source: the same guide, "Bulk API Limits and Allocations". */
const BATCH = 10_000;

/** Reads the upload and promises its chunks as background work. */
export function startIngest(context: RestContext, job: IngestJob): void {
  const now = (): number => context.org.host.clock.now();
  const parsed = parseCsv(job.upload ?? "", csvForm(job).delimiter);
  const [header, ...lines] = parsed.ok ? parsed.value : [];
  const problem = parsed.ok ? headerProblem(job, header) : `InvalidBatch : ${parsed.error}`;
  job.upload = null;
  if (problem !== null || header === undefined) {
    job.state = "Failed";
    job.errorMessage = problem;
    return;
  }
  job.header = header;
  job.rows = lines.map((cells) => ({ cells, outcome: { kind: "unprocessed" } }));
  job.state = "InProgress";
  context.org.host.allocations.count("DailyBulkApiBatches", Math.ceil(job.rows.length / BATCH));
  for (let start = 0; start < job.rows.length; start += CHUNK) {
    const chunk = job.rows.slice(start, start + CHUNK);
    context.background.add(() => {
      if (isFinished(job.state)) return;
      const started = performance.now();
      saveChunk(context, job, chunk);
      job.processingMs += Math.round(performance.now() - started);
      job.systemModstamp = now();
    });
  }
  context.background.add(() => {
    if (!isFinished(job.state)) job.state = "JobComplete";
    job.systemModstamp = now();
  });
}

function headerProblem(job: IngestJob, header: readonly string[] | undefined): string | null {
  if (header === undefined) return "InvalidBatch : The file is empty.";
  const unknown = header.find((name) => !isColumn(job, name));
  if (unknown !== undefined) return `InvalidBatch : Field name not found : ${unknown}`;
  const needed =
    job.operation === "upsert" ? job.externalIdField : job.operation === "insert" ? null : "Id";
  const isThere =
    needed === null || header.some((name) => name.toLowerCase() === needed.toLowerCase());
  return isThere ? null : `InvalidBatch : Field name not found : ${needed}`;
}

/** A field, or `Parent__r.External_Id__c`, with the type before it where there are several: `Owner:User.Username`. */
function isColumn({ describe }: IngestJob, name: string): boolean {
  const [relationship = ""] = name.split(/[.:]/);
  return name.includes(".")
    ? describe.parentRelationships.has(relationship.toLowerCase())
    : describe.fields.has(name.toLowerCase());
}

const OPERATIONS: Readonly<Record<IngestOperation, RestDmlOperation>> = {
  insert: "insert",
  update: "update",
  upsert: "upsert",
  delete: "delete",
  hardDelete: "delete",
};

function saveChunk(context: RestContext, job: IngestJob, chunk: readonly IngestRow[]): void {
  const records: SObjectValue[] = [];
  const saved: IngestRow[] = [];
  for (const row of chunk) {
    try {
      records.push(jsonToRecord(context.org.host.schema, job.describe, valuesOf(job, row.cells)));
      saved.push(row);
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      row.outcome = refused("", {
        statusCode: error.errorCode,
        message: error.message,
        fields: [],
      });
    }
  }
  let outcomes: readonly DmlOutcome[];
  try {
    outcomes = save(context, OPERATIONS[job.operation], records, {
      allOrNone: false,
      ...(job.externalIdField === null ? {} : { externalIdField: job.externalIdField }),
    });
  } catch (thrown) {
    const exception = apexExceptionOf(thrown);
    if (exception === null) throw thrown;
    for (const row of saved)
      row.outcome = refused("", {
        statusCode: "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
        message: exception.headline,
        fields: [],
      });
    return;
  }
  for (const [index, row] of saved.entries()) {
    const outcome = outcomes[index];
    if (outcome === undefined) throw new Error("A row was saved and has no outcome");
    const [error] = outcome.errors;
    row.outcome = outcome.isSuccess
      ? {
          kind: "saved",
          id: outcome.id ?? "",
          isCreated: job.operation === "insert" || outcome.isCreated,
        }
      : refused(outcome.id ?? "", error ?? UNKNOWN);
  }
}

const UNKNOWN: DmlError = { statusCode: "UNKNOWN_EXCEPTION", message: "", fields: [] };

/** `REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --`. */
function refused(id: string, { statusCode, message, fields }: DmlError): IngestRow["outcome"] {
  return { kind: "refused", id, error: `${statusCode}:${message}:${fields.join(", ")} --` };
}

/** An empty cell leaves a field alone; `#N/A` empties it. */
function valuesOf(job: IngestJob, cells: readonly string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [index, name] of job.header.entries()) {
    const cell = cells[index] ?? "";
    if (cell === "") continue;
    const value = cell === "#N/A" ? null : cell;
    const [path = "", field] = name.split(".");
    if (field === undefined) {
      values[name] = value;
      continue;
    }
    const [relationship = "", type] = path.split(":");
    values[relationship] = {
      ...(type === undefined ? {} : { attributes: { type } }),
      [field]: value,
    };
  }
  return values;
}
