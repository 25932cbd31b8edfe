import type { Org } from "../salesforce/org.ts";
import { err, type Result } from "../result.ts";
import { callSalesforce } from "../salesforce/call.ts";
import type { CallError } from "../salesforce/collections.ts";
import { callJob, type JobAnswer, type JobRequest } from "./ingest-job.ts";

export type JobCallError =
  | Extract<CallError, { readonly reason: "request_refused" }>
  /** Not now: the breaker, the budget, the org or the way to it. Asking sooner than `untilMs` is pointless. */
  | { readonly reason: "later"; readonly untilMs: number; readonly detail: string };

/** One call of a job, and what it means for the breaker. */
export async function callAsBulk(
  org: Org,
  request: JobRequest,
): Promise<Result<JobAnswer, JobCallError>> {
  const called = await callSalesforce(org, false, async (token) =>
    callJob(token, org.apiVersion, request),
  );
  if (called.kind === "wait") {
    return err({ reason: "later", untilMs: called.untilMs, detail: called.code });
  }
  const { result, probe } = called;
  if (result.ok) {
    await org.settle({ kind: "succeeded" });
    return result;
  }
  const { error } = result;
  const later = err({ reason: "later", untilMs: Date.now(), detail: error.detail } as const);
  switch (error.reason) {
    case "request_refused":
      await org.settle({ kind: "succeeded" });
      return err(error);
    case "limit_exceeded":
      await org.settle({ kind: "limit_exceeded" });
      return later;
    case "org_refuses":
      await org.settle({ kind: "org_refuses", probe });
      return later;
    case "org_unavailable":
    case "token_rejected":
    case "login_unreachable":
    case "client_refused":
    case "secret_unavailable":
      await org.settle({ kind: "unavailable", probe, suspectMs: null });
      return later;
  }
}
