import { setTimeout as wait } from "node:timers/promises";
import type { Context } from "hono";
import { isApiVersion } from "../api-version/api-version.ts";
import { renderAt } from "../api-version/render.ts";
import type { Account } from "../account.ts";
import type { RequestFault } from "../faults/faults.ts";
import { beforeRequest, breakConnection, faultyAnswer } from "../faults/meet-fault.ts";
import type { Answer } from "./answer.ts";
import { answerOf, errorAnswerOf, respond } from "./answer.ts";
import { expand, takeExpand } from "./expand.ts";
import { parseForm } from "./form.ts";
import { withoutIncludable } from "./includable.ts";
import type { IdempotencyKeys, KeyedRequest } from "./idempotency.ts";
import type { Expansion } from "./resource.ts";
import type { Route } from "./route.ts";
import { inMode } from "../mode.ts";
import { invalidRequest, StripeApiError } from "./stripe-error.ts";
import { brokenAnswer } from "./unknown-error.ts";

export interface Api {
  readonly account: Account;
  readonly keys: IdempotencyKeys;
  readonly expansions: Readonly<Record<string, Expansion>>;
  readonly log: (line: string) => void;
}

/**
 * Answers a request of the API: carries it out, or replays what its idempotency key was answered.
 * @throws StripeApiError for a request that is not carried out: those answers are not kept under the key
 */
export async function answerRequest(api: Api, route: Route, context: Context): Promise<Response> {
  const { account, keys } = api;
  const fault = account.faults.takeForRequest(context.req.method, context.req.path);
  beforeRequest(fault);
  const pairs = await parametersOf(context);
  const request = keyedRequest(context, pairs);
  if (request === undefined) return await carryOut(api, route, context, pairs, undefined, fault);

  context.header("idempotency-key", request.key);
  const saved = keys.claim(request, nowSeconds());
  if (saved !== undefined) {
    context.header("idempotent-replayed", "true");
    context.header("original-request", saved.requestId);
    return respond(context, { ...saved, headers: {} });
  }
  try {
    return await carryOut(api, route, context, pairs, request, fault);
  } finally {
    keys.release(request.key);
  }
}

export function apiVersionOf(context: Context, account: Account): string {
  const asked = context.req.header("stripe-version") ?? account.apiVersion;
  if (!isApiVersion(asked)) throw invalidRequest(`Invalid Stripe API version: ${asked}`);
  return asked;
}

type Pairs = readonly (readonly [string, string])[];

async function carryOut(
  { account, keys, expansions, log }: Api,
  route: Route,
  context: Context,
  pairs: Pairs,
  request: KeyedRequest | undefined,
  fault: RequestFault | undefined,
): Promise<Response> {
  const { paths, rest } = takeExpand(parseForm(pairs));
  const run = route.prepare(rest);
  const id = context.res.headers.get("request-id") ?? "";
  const save = (answer: Answer): void => {
    if (request !== undefined) keys.save(request, { ...answer, requestId: id }, nowSeconds());
  };
  const perform = (): Answer =>
    account.perform(
      { request: { id, idempotency_key: request?.key ?? null } },
      (operation): Answer => {
        const answer = answerOrKeep(() => {
          const object = run(context.req.param(), operation);
          const expanded = expand(withoutIncludable(object), paths, {
            objects: operation.objects,
            expansions,
          });
          const version = apiVersionOf(context, account);
          return inMode(account.mode, renderAt(version, expanded, operation.objects));
        });
        const told = faultyAnswer(fault, answer);
        save(told);
        return told;
      },
    ).result;

  if (fault?.kind === "slow") await wait(fault.ms);
  if (fault?.kind === "timeout") {
    if (fault.carriedOut) orSaveError(perform, save, log);
    if (request !== undefined) keys.release(request.key);
    return await breakConnection(fault.afterMs, context.req.raw.signal);
  }
  if (fault?.kind === "api_error" && !fault.carriedOut) {
    const answer = faultyAnswer(fault);
    save(answer);
    return respond(context, answer);
  }
  return respond(context, orSaveError(perform, save, log));
}

/** An error that keeps effects is an answer: its transaction is to be committed. */
function answerOrKeep(work: () => object): Answer {
  try {
    return answerOf(work());
  } catch (error) {
    if (error instanceof StripeApiError && error.keepsEffects) return errorAnswerOf(error);
    throw error;
  }
}

/** The errors of a request that was begun are kept under its key too. */
function orSaveError(
  perform: () => Answer,
  save: (answer: Answer) => void,
  log: (line: string) => void,
): Answer {
  try {
    return perform();
  } catch (error) {
    if (!(error instanceof StripeApiError)) {
      log(`A request broke: ${error instanceof Error ? (error.stack ?? "") : String(error)}`);
    }
    const answer = errorAnswerOf(error instanceof StripeApiError ? error : brokenAnswer());
    save(answer);
    return answer;
  }
}

/** From the query and, where there is one, the body. */
async function parametersOf(context: Context): Promise<Pairs> {
  const query = [...new URL(context.req.url).searchParams];
  if (context.req.method === "GET") return query;
  const body = await context.req.text();
  const type = context.req.header("content-type") ?? "";
  if (body !== "" && !type.startsWith("application/x-www-form-urlencoded")) {
    throw invalidRequest(
      "Invalid request (check that your POST content type is application/x-www-form-urlencoded). If you have questions, " +
        "we can help at https://support.stripe.com/.",
    );
  }
  return [...query, ...new URLSearchParams(body)];
}

/** Only POST requests have idempotency keys; others are idempotent by themselves. */
function keyedRequest(context: Context, pairs: Pairs): KeyedRequest | undefined {
  const key = context.req.header("idempotency-key");
  const { method, path } = context.req;
  if (method !== "POST" || key === undefined || key === "") return undefined;
  const parameters = new URLSearchParams(pairs.map(([name, value]) => [name, value]));
  parameters.sort();
  return { key, method, path, parameters: parameters.toString() };
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
