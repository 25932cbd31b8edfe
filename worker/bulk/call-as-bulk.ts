import type { Org } from "../salesforce/org.ts";
import { err, type Result } from "../result.ts";
import type { CallError } from "../salesforce/collections.ts";
import type { SalesforceToken } from "../salesforce/token-request.ts";
import { callJob, type JobAnswer, type JobRequest } from "./ingest-job.ts";

export type JobCallError =
  | Extract<CallError, { readonly reason: "request_refused" }>
  /** Not now: the breaker, the budget, the org or the way to it. Asking sooner than `untilMs` is pointless. */
  | { readonly reason: "later"; readonly untilMs: number; readonly detail: string };

/** One call of a job: asks the breaker and the budget first, tells the breaker after; a 401 gets one new token and one more call. */
export async function callAsBulk(
  org: Org,
  request: JobRequest,
): Promise<Result<JobAnswer, JobCallError>> {
  const entry = await org.enter(false);
  if (entry.kind === "wait") {
    return err({ reason: "later", untilMs: entry.untilMs, detail: entry.code });
  }
  const probe = entry.kind === "probe";
  const budget = await org.takeBudget();
  if (budget.kind === "denied") {
    const { untilMs } = budget;
    await org.settle({ kind: "budget_denied", lane: org.lane, untilMs, probe });
    return err({ reason: "later", untilMs, detail: "API_BUDGET_EXHAUSTED" });
  }

  const result = await callWithToken(org, entry.token, request);
  const later = (detail: string): Result<never, JobCallError> =>
    err({ reason: "later", untilMs: Date.now(), detail });
  if (result === null) {
    await org.settle({ kind: "unavailable", probe, suspectMs: null });
    return later("NO_TOKEN");
  }
  if (result.ok) {
    await org.settle({ kind: "succeeded" });
    return result;
  }
  const { error } = result;
  switch (error.reason) {
    case "request_refused":
      await org.settle({ kind: "succeeded" });
      return err(error);
    case "limit_exceeded":
      await org.settle({ kind: "limit_exceeded" });
      return later(error.detail);
    case "org_unavailable":
    case "token_rejected":
      await org.settle({ kind: "unavailable", probe, suspectMs: null });
      return later(error.detail);
  }
}

/** Null when the org gave no new token for the one it rejected. */
async function callWithToken(
  org: Org,
  token: SalesforceToken,
  request: JobRequest,
): Promise<Result<JobAnswer, CallError> | null> {
  const first = await callJob(token, org.apiVersion, request);
  await org.learnQuota(first.limitInfo);
  if (first.result.ok || first.result.error.reason !== "token_rejected") return first.result;

  const renewed = await org.renewToken(token.accessToken);
  if (!renewed.ok) return null;
  const second = await callJob(renewed.value, org.apiVersion, request);
  await org.learnQuota(second.limitInfo);
  return second.result;
}
