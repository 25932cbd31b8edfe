import * as z from "zod";

import { reasonOf } from "../ops/log.ts";
import { err, ok, type Result } from "../result.ts";
import type { SalesforceToken } from "./token-request.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_create.htm */
export const MAX_RECORDS_A_CALL = 200;

const TIMEOUT_MS = 30_000;

const saveResult = z.object({
  success: z.boolean(),
  errors: z
    .array(z.object({ statusCode: z.string(), message: z.string().default("") }))
    .default([]),
});

export type SaveResult = z.infer<typeof saveResult>;

export type CallError =
  | { readonly reason: "token_rejected"; readonly detail: string }
  | { readonly reason: "limit_exceeded"; readonly detail: string }
  /** The request as a whole is senseless to Salesforce: some record in it is. */
  | { readonly reason: "request_refused"; readonly code: string; readonly detail: string }
  /** The org, the way to it, or what this client may do there: nothing a record can be blamed for. */
  | { readonly reason: "org_unavailable"; readonly detail: string };

const apiErrors = z.array(z.object({ errorCode: z.string(), message: z.string().default("") }));

/** Creates up to 200 records in one API call, each on its own (`allOrNone: false`); the results are in the records' order. */
export async function createRecords(
  token: SalesforceToken,
  apiVersion: string,
  records: readonly Readonly<Record<string, unknown>>[],
): Promise<Result<readonly SaveResult[], CallError>> {
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
      body: JSON.stringify({ allOrNone: false, records }),
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    text = await response.text();
  } catch (error) {
    return err({ reason: "org_unavailable", detail: reasonOf(error) });
  }
  const body = parseJson(text);
  if (!response.ok) return err(callErrorOf(response.status, body));
  const results = z.array(saveResult).safeParse(body);
  if (!results.success || results.data.length !== records.length) {
    return err({ reason: "org_unavailable", detail: "the answer does not match the request" });
  }
  return ok(results.data);
}

function callErrorOf(status: number, body: unknown): CallError {
  const [first] = apiErrors.safeParse(body).data ?? [];
  const code = first?.errorCode ?? "UNKNOWN";
  const detail = `${status} ${code} ${first?.message ?? ""}`.trim().slice(0, 300);
  if (status === 401) return { reason: "token_rejected", detail };
  // https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
  if (status === 403 && code === "REQUEST_LIMIT_EXCEEDED")
    return { reason: "limit_exceeded", detail };
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
