import type { Outcome } from "../admit/outcome.ts";
import type { Failure } from "../aws/dead-letters.ts";
import type { Result } from "../result.ts";
import { createRecords, type CallError, type SaveResult } from "../salesforce/collections.ts";
import type { Entry, TokenError } from "../salesforce/session.ts";
import type { SalesforceToken } from "../salesforce/token-request.ts";
import { callsFor, type Candidate, type PreparedRecord } from "./candidate.ts";
import type { Org } from "../salesforce/org.ts";
import { outcomesOfRows } from "./row-outcome.ts";

type PublishError = CallError | TokenError;

/** What a call led to: outcomes, calls to be made still, or the end of calling for now. */
interface Step {
  readonly outcomes: readonly Outcome[];
  readonly next?: readonly PreparedRecord[];
  /** To be made after all others: what the others show decides about these. */
  readonly later?: readonly (readonly PreparedRecord[])[];
  readonly stop?: Stop;
}

/** Why no call is made, and until when none has to be tried. */
interface Stop {
  readonly failure: Failure;
  readonly untilMs: number;
  readonly calledBack: boolean;
}

/** Who waits for the breaker is called back; a row the call has missed comes back by itself this much later. */
const CALLED_BACK_MS = 5 * 60_000;

/** Publishes events of one lane by as few API calls as possible, and says of each what became of it. */
export async function publish(candidates: readonly Candidate[], org: Org): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const pending: (readonly PreparedRecord[])[] = callsFor(candidates);
  for (let call = pending.shift(); call !== undefined; call = pending.shift()) {
    const step = await attempt(call, org);
    outcomes.push(...step.outcomes);
    if (step.stop !== undefined) {
      const { stop } = step;
      const rest = [...call, ...pending.flat()];
      outcomes.push(...rest.map((record) => waiting(record, stop)));
      break;
    }
    if (step.next !== undefined) pending.unshift(step.next);
    pending.push(...(step.later ?? []));
  }
  return outcomes;
}

async function attempt(call: readonly PreparedRecord[], org: Org): Promise<Step> {
  const [first] = call;
  if (first === undefined) return { outcomes: [] };
  const entry = await org.enter(first.suspectMs !== null);
  if (entry.kind === "wait") return waitFor(entry);
  const probe = entry.kind === "probe";
  const budget = await org.takeBudget();
  if (budget.kind === "denied") {
    const { untilMs, window } = budget;
    await org.settle({ kind: "budget_denied", lane: org.lane, untilMs, probe });
    const detail = `the ${window}'s calls are used up`;
    return waitFor({ untilMs, calledBack: true, code: "API_BUDGET_EXHAUSTED", detail });
  }
  if (!probe) return publishCall(call, entry.token, { org, probe });
  const step = await publishCall([first], entry.token, { org, probe });
  return { ...step, next: call.slice(1) };
}

async function publishCall(
  call: readonly PreparedRecord[],
  token: SalesforceToken,
  { org, probe }: { readonly org: Org; readonly probe: boolean },
): Promise<Step> {
  const answer = await callWithToken(call, token, org);
  const nowMs = Date.now();
  const alone = call.length === 1 ? call[0] : undefined;
  const suspectMs = alone?.suspectMs ?? null;
  const unavailable = { kind: "unavailable", probe, suspectMs } as const;
  if (answer.ok) {
    const ids = call.map(({ event }) => event.id);
    const { outcomes, verdict } = outcomesOfRows(ids, answer.value, nowMs);
    await org.settle(verdict === "unavailable" ? unavailable : { kind: verdict });
    return { outcomes };
  }

  const { error } = answer;
  const failure = { at: nowMs, code: codeOf(error), message: error.detail };
  const all = (outcome: { kind: "refused" | "waiting" }): Step => ({
    outcomes: call.map(({ event }) => ({ id: event.id, ...outcome, failure })),
  });
  switch (error.reason) {
    case "request_refused":
      // One senseless record spoils the whole call: halve until it stands alone, so that the others get through.
      await org.settle({ kind: "succeeded" });
      return alone === undefined
        ? { outcomes: [], later: halvesOf(call) }
        : all({ kind: "refused" });
    case "limit_exceeded":
      await org.settle({ kind: "limit_exceeded" });
      return all({ kind: "waiting" });
    case "org_unavailable": {
      const isCulprit = await org.settle(unavailable);
      if (probe) return all({ kind: "waiting" });
      // Perhaps one record breaks the call. The breaker stops the halving when it is the org.
      if (alone === undefined) return { outcomes: [], later: halvesOf(call) };
      const kind = isCulprit ? "failed" : "waiting";
      return { outcomes: [{ id: alone.event.id, kind, failure, suspect: true }] };
    }
    case "token_rejected":
    case "login_unreachable":
    case "client_refused":
    case "secret_unavailable":
      await org.settle({ ...unavailable, suspectMs: null });
      return all({ kind: "waiting" });
  }
}

/** One call; a 401 gets one new token and one more call. */
async function callWithToken(
  call: readonly PreparedRecord[],
  token: SalesforceToken,
  org: Org,
): Promise<Result<readonly SaveResult[], PublishError>> {
  const records = call.map(({ record }) => record);
  const first = await createRecords(token, org.apiVersion, records);
  await org.learnQuota(first.limitInfo);
  if (first.result.ok || first.result.error.reason !== "token_rejected") return first.result;

  const renewed = await org.renewToken(token.accessToken);
  if (!renewed.ok) return renewed;
  const second = await createRecords(renewed.value, org.apiVersion, records);
  await org.learnQuota(second.limitInfo);
  return second.result;
}

function halvesOf(call: readonly PreparedRecord[]): readonly (readonly PreparedRecord[])[] {
  const middle = Math.ceil(call.length / 2);
  return [call.slice(0, middle), call.slice(middle)];
}

function waitFor({
  untilMs,
  calledBack,
  code,
  detail,
}: Pick<Entry & { readonly kind: "wait" }, "untilMs" | "calledBack" | "code" | "detail">): Step {
  const failure = { at: Date.now(), code, message: detail };
  return { outcomes: [], stop: { failure, untilMs, calledBack } };
}

/** Nobody calls back a suspect: it comes by itself as soon as there is a point in it. */
function waiting({ event, suspectMs }: Candidate, stop: Stop): Outcome {
  const { failure, untilMs } = stop;
  const calledBack = stop.calledBack && suspectMs === null;
  const ownMs = calledBack ? untilMs + CALLED_BACK_MS : untilMs;
  return { id: event.id, kind: "waiting", failure, untilMs: ownMs, calledBack };
}

function codeOf(error: PublishError): string {
  switch (error.reason) {
    case "request_refused":
      return error.code;
    case "limit_exceeded":
      return "REQUEST_LIMIT_EXCEEDED";
    case "token_rejected":
    case "org_unavailable":
    case "login_unreachable":
    case "client_refused":
    case "secret_unavailable":
      return error.reason.toUpperCase();
  }
}
