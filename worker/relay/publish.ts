import type { Outcome } from "../admit/outcome.ts";
import type { Failure } from "../aws/dead-letters.ts";
import { log } from "../log.ts";
import { callSalesforce, type Wait } from "../salesforce/call.ts";
import { createRecords, type CallError, type SaveResult } from "../salesforce/collections.ts";
import type { TokenError } from "../salesforce/session.ts";
import type { Org } from "../salesforce/org.ts";
import { refusalOf } from "../salesforce/refusals.ts";
import { callsFor, type Candidate, type PreparedRecord } from "./candidate.ts";
import { outcomesOfRows, type Undecided } from "./row-outcome.ts";

type PublishError = CallError | TokenError;

/** What a call led to: outcomes, calls to be made still, or the end of calling for now. */
interface Step {
  readonly outcomes: readonly Outcome[];
  readonly next?: readonly PreparedRecord[];
  /** To be made after all others: what the others show decides about these. */
  readonly later?: readonly (readonly PreparedRecord[])[];
  /** An event that was refused alone, for what may be its fault or the org's. */
  readonly undecided?: readonly Undecided[];
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
  const undecided: Undecided[] = [];
  const pending: (readonly PreparedRecord[])[] = callsFor(candidates);
  for (let call = pending.shift(); call !== undefined; call = pending.shift()) {
    const step = await attempt(call, org);
    outcomes.push(...step.outcomes);
    undecided.push(...(step.undecided ?? []));
    const stop = step.stop ?? (await stopWhenAlike(undecided, outcomes, org));
    if (step.next !== undefined) pending.unshift(step.next);
    pending.push(...(step.later ?? []));
    if (stop !== undefined) {
      const called = step.stop === undefined ? [] : call;
      outcomes.push(...[...called, ...pending.flat()].map((record) => waiting(record, stop)));
      break;
    }
  }
  return outcomes;
}

/** Two events refused alone and alike while none got through: the org refuses them all, and no more have to be tried. */
async function stopWhenAlike(
  undecided: readonly Undecided[],
  outcomes: readonly Outcome[],
  org: Org,
): Promise<Stop | undefined> {
  const last = undecided.at(-1);
  const before = undecided.at(-2);
  if (last === undefined || last.failure.code !== before?.failure.code) return undefined;
  if (outcomes.some(({ kind }) => kind === "published")) return undefined;
  await refusedByOrg(org, last.failure, false);
  return { failure: last.failure, untilMs: Date.now(), calledBack: true };
}

/** Parks the lanes until a probe gets through. */
export async function refusedByOrg(org: Org, failure: Failure, probe: boolean): Promise<void> {
  log("relay.org_refuses", { lane: org.lane, code: failure.code, detail: failure.message });
  await org.settle({ kind: "org_refuses", probe });
}

/** A probe carries the first event alone; the others follow when it has got through. */
async function attempt(call: readonly PreparedRecord[], org: Org): Promise<Step> {
  const [first] = call;
  if (first === undefined) return { outcomes: [] };
  const carried = (probe: boolean): readonly PreparedRecord[] => (probe ? [first] : call);
  const called = await callSalesforce(org, first.suspectMs !== null, async (token, probe) =>
    createRecords(
      token,
      org.apiVersion,
      carried(probe).map(({ record }) => record),
    ),
  );
  if (called.kind === "wait") return waitFor(called);
  const { probe, result } = called;
  const sent = { call: carried(probe), org, probe };
  const step = result.ok
    ? await afterRows(sent, result.value)
    : await afterFailure(sent, result.error);
  return probe ? { ...step, next: call.slice(1) } : step;
}

interface Sent {
  readonly call: readonly PreparedRecord[];
  readonly org: Org;
  readonly probe: boolean;
}

async function afterRows(sent: Sent, results: readonly SaveResult[]): Promise<Step> {
  const { call, org, probe } = sent;
  const ids = call.map(({ event }) => event.id);
  const { outcomes, verdict, undecided } = outcomesOfRows(ids, results, Date.now());
  switch (verdict) {
    case "succeeded":
      if (undecided.length === 0) await org.settle({ kind: "succeeded" });
      break;
    case "limit_exceeded":
      await org.settle({ kind: "limit_exceeded" });
      break;
    case "org_refuses": {
      const refused = outcomes.find((outcome) => outcome.kind === "waiting");
      if (refused?.kind === "waiting") await refusedByOrg(org, refused.failure, probe);
      break;
    }
    case "unavailable":
      await org.settle({ kind: "unavailable", probe, suspectMs: aloneOf(call)?.suspectMs ?? null });
      break;
  }
  const decided = await Promise.all(undecided.map(async (each) => decide(sent, each)));
  return { outcomes: [...outcomes, ...decided], undecided };
}

/** The event's fault once others have got through since it was refused before; until then it waits, alone. */
async function decide({ call, org, probe }: Sent, { id, failure }: Undecided): Promise<Outcome> {
  const suspectMs = call.find(({ event }) => event.id === id)?.suspectMs ?? null;
  const isCulprit = await org.settle({ kind: "unavailable", probe, suspectMs });
  if (isCulprit) return { id, kind: "refused", failure };
  return { id, kind: "waiting", failure, suspect: true };
}

async function afterFailure(sent: Sent, error: PublishError): Promise<Step> {
  const { call, org, probe } = sent;
  const alone = aloneOf(call);
  const unavailable = { kind: "unavailable", probe, suspectMs: alone?.suspectMs ?? null } as const;
  const failure = { at: Date.now(), code: codeOf(error), message: error.detail };
  const all = (outcome: { kind: "refused" | "waiting" }): Step => ({
    outcomes: call.map(({ event }) => ({ id: event.id, ...outcome, failure })),
  });
  switch (error.reason) {
    case "request_refused": {
      // One senseless record spoils the whole call: it is cut until that stands alone, so that the others get through.
      if (alone === undefined) {
        await org.settle({ kind: "succeeded" });
        return { outcomes: [], later: partsOf(call) };
      }
      if (refusalOf(error.code) === "of_the_event") {
        await org.settle({ kind: "succeeded" });
        return all({ kind: "refused" });
      }
      const undecided = { id: alone.event.id, failure };
      return { outcomes: [await decide(sent, undecided)], undecided: [undecided] };
    }
    case "org_refuses":
      await refusedByOrg(org, failure, probe);
      return all({ kind: "waiting" });
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

function aloneOf(call: readonly PreparedRecord[]): PreparedRecord | undefined {
  return call.length === 1 ? call[0] : undefined;
}

/** Its first and its last record alone, which soon shows when any would be refused, then the halves of the rest. */
function partsOf(call: readonly PreparedRecord[]): readonly (readonly PreparedRecord[])[] {
  if (call.length <= 4) return halvesOf(call);
  return [call.slice(0, 1), call.slice(-1), ...halvesOf(call.slice(1, -1))];
}

function halvesOf(call: readonly PreparedRecord[]): readonly (readonly PreparedRecord[])[] {
  const middle = Math.ceil(call.length / 2);
  return [call.slice(0, middle), call.slice(middle)];
}

function waitFor({ untilMs, calledBack, code, detail }: Wait): Step {
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
    case "org_refuses":
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
