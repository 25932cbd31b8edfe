import * as z from "zod/mini";

import { log, reasonOf } from "../log.ts";
import { err, ok, type Result } from "../result.ts";
import type { Answer } from "./call.ts";
import { refusalOf } from "./refusals.ts";
import type { SalesforceToken } from "./token-request.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_create.htm */
export const MAX_RECORDS_A_CALL = 200;

const TIMEOUT_MS = 30_000;

const saveResult = z.object({
  success: z.boolean(),
  errors: z._default(
    z.array(z.object({ statusCode: z.string(), message: z._default(z.string(), "") })),
    [],
  ),
});

export type SaveResult = z.infer<typeof saveResult>;

export type CallError =
  | { readonly reason: "token_rejected"; readonly detail: string }
  | { readonly reason: "limit_exceeded"; readonly detail: string }
  /** The org would refuse any event: an object, a field or a right is missing. */
  | { readonly reason: "org_refuses"; readonly code: string; readonly detail: string }
  /** The request as a whole is senseless to Salesforce: some record in it is. */
  | { readonly reason: "request_refused"; readonly code: string; readonly detail: string }
  /** The org or the way to it: nothing a record can be blamed for. */
  | { readonly reason: "org_unavailable"; readonly detail: string };

const apiErrors = z.array(z.object({ errorCode: z.string(), message: z._default(z.string(), "") }));

/**
 * Creates up to 200 records in one API call, each on its own (`allOrNone: false`); the results are in the records' order.
 * @param records each one's JSON
 */
export async function createRecords(
  token: SalesforceToken,
  apiVersion: string,
  records: readonly string[],
): Promise<Answer<readonly SaveResult[]>> {
  const answer = await call(token, apiVersion, records);
  logCall("collections", answer.result, records.length);
  return answer;
}

/** One line for each API call; the metrics count them. */
export function logCall(kind: string, result: Result<unknown, CallError>, records: number): void {
  const outcome = result.ok ? "ok" : result.error.reason;
  log("salesforce.called", { kind, result: outcome, records });
}

async function call(
  token: SalesforceToken,
  apiVersion: string,
  records: readonly string[],
): Promise<Answer<readonly SaveResult[]>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${token.instanceUrl}/services/data/v${apiVersion}/composite/sobjects`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token.accessToken}`,
        "content-type": "application/json",
        accept: "application/json",
      },
      body: `{"allOrNone":false,"records":[${records.join(",")}]}`,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    text = await response.text();
  } catch (error) {
    const result = err({ reason: "org_unavailable", detail: reasonOf(error) } as const);
    return { result, limitInfo: null };
  }
  const limitInfo = response.headers.get("sforce-limit-info");
  return { result: saveResultsOf(response, parseJson(text), records.length), limitInfo };
}

function saveResultsOf(
  response: Response,
  body: unknown,
  records: number,
): Result<readonly SaveResult[], CallError> {
  if (!response.ok) return err(callErrorOf(response.status, body));
  const results = z.array(saveResult).safeParse(body);
  if (!results.success || results.data.length !== records) {
    return err({ reason: "org_unavailable", detail: "the answer does not match the request" });
  }
  return ok(results.data);
}

export function callErrorOf(status: number, body: unknown): CallError {
  const [first] = apiErrors.safeParse(body).data ?? [];
  const code = first?.errorCode ?? "UNKNOWN";
  const detail = `${status} ${code} ${first?.message ?? ""}`.trim().slice(0, 300);
  if (status === 401) return { reason: "token_rejected", detail };
  // https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
  if (status === 403 && code === "REQUEST_LIMIT_EXCEEDED")
    return { reason: "limit_exceeded", detail };
  if (refusalOf(code) === "of_the_org" || status === 403) {
    return { reason: "org_refuses", code, detail };
  }
  if (status === 400 || status === 413) return { reason: "request_refused", code, detail };
  return { reason: "org_unavailable", detail };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
