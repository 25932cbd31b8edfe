import * as z from "zod/mini";

import { reasonOf } from "../log.ts";
import { err, ok } from "../result.ts";
import type { Answer } from "../salesforce/call.ts";
import { callErrorOf, logCall, type CallError } from "../salesforce/collections.ts";
import type { SalesforceToken } from "../salesforce/token-request.ts";

/** Calls of Bulk API 2.0 for inserting `Stripe_Event__e`. https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/bulk_api_2_0_ingest.htm */
export type JobRequest =
  | { readonly kind: "create" }
  | { readonly kind: "upload"; readonly jobId: string; readonly csv: string }
  | {
      readonly kind: "change";
      readonly jobId: string;
      readonly state: "UploadComplete" | "Aborted";
    }
  | { readonly kind: "read"; readonly jobId: string }
  | { readonly kind: "results"; readonly jobId: string; readonly of: ResultList };

export type ResultList = "successfulResults" | "failedResults" | "unprocessedrecords";

const info = z.object({
  id: z.string(),
  state: z.enum(["Open", "UploadComplete", "InProgress", "JobComplete", "Failed", "Aborted"]),
  numberRecordsProcessed: z._default(z.number(), 0),
  numberRecordsFailed: z._default(z.number(), 0),
  errorMessage: z._default(z.string(), ""),
});

export type JobInfo = z.infer<typeof info>;

/** What a job answers: `info` to create, change and read, `text` (CSV) to results, neither to upload. */
export interface JobAnswer {
  readonly info: JobInfo | null;
  readonly text: string;
}

const JSON_TIMEOUT_MS = 30_000;
/** For the upload and the results, which carry every row. */
const ROWS_TIMEOUT_MS = 120_000;

export async function callJob(
  token: SalesforceToken,
  apiVersion: string,
  request: JobRequest,
): Promise<Answer<JobAnswer>> {
  const answer = await call(token, apiVersion, request);
  logCall(`job_${request.kind}`, answer.result, 0);
  return answer;
}

async function call(
  token: SalesforceToken,
  apiVersion: string,
  request: JobRequest,
): Promise<Answer<JobAnswer>> {
  const { method, path, contentType, body, timeoutMs } = httpOf(request);
  try {
    const response = await fetch(
      `${token.instanceUrl}/services/data/v${apiVersion}/jobs/ingest${path}`,
      {
        method,
        headers: {
          authorization: `Bearer ${token.accessToken}`,
          ...(body === undefined ? {} : { "content-type": contentType }),
        },
        ...(body === undefined ? {} : { body }),
        redirect: "manual",
        signal: AbortSignal.timeout(timeoutMs),
      },
    );
    const limitInfo = response.headers.get("sforce-limit-info");
    const text = await response.text();
    if (!response.ok)
      return { result: err(refusalOf(response.status, parseJson(text))), limitInfo };
    if (request.kind === "upload" || request.kind === "results") {
      return { result: ok({ info: null, text }), limitInfo };
    }
    const parsed = info.safeParse(parseJson(text));
    const result = parsed.success
      ? ok({ info: parsed.data, text: "" })
      : err({ reason: "org_unavailable", detail: "the answer is not a job" } as const);
    return { result, limitInfo };
  } catch (error) {
    const result = err({ reason: "org_unavailable", detail: reasonOf(error) } as const);
    return { result, limitInfo: null };
  }
}

/** A job that is gone, or in a state that does not allow this, is no fault of the org. */
function refusalOf(status: number, body: unknown): CallError {
  const error = callErrorOf(status, body);
  if (status !== 404 && status !== 409) return error;
  return { reason: "request_refused", code: `HTTP_${status}`, detail: error.detail };
}

interface JobHttp {
  readonly method: "GET" | "PATCH" | "POST" | "PUT";
  readonly path: string;
  readonly contentType: string;
  readonly body?: string;
  readonly timeoutMs: number;
}

function httpOf(request: JobRequest): JobHttp {
  const json = { contentType: "application/json", timeoutMs: JSON_TIMEOUT_MS };
  const rows = { contentType: "text/csv; charset=utf-8", timeoutMs: ROWS_TIMEOUT_MS };
  switch (request.kind) {
    case "create": {
      const body = JSON.stringify({
        object: "Stripe_Event__e",
        operation: "insert",
        contentType: "CSV",
        lineEnding: "LF",
        columnDelimiter: "COMMA",
      });
      return { ...json, method: "POST", path: "", body };
    }
    case "upload":
      return { ...rows, method: "PUT", path: `/${request.jobId}/batches`, body: request.csv };
    case "change": {
      const body = JSON.stringify({ state: request.state });
      return { ...json, method: "PATCH", path: `/${request.jobId}`, body };
    }
    case "read":
      return { ...json, method: "GET", path: `/${request.jobId}` };
    case "results":
      return { ...rows, method: "GET", path: `/${request.jobId}/${request.of}` };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
