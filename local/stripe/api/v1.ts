import { Hono } from "hono";
import type { Account } from "../account.ts";
import type { Api } from "./answer-request.ts";
import { answerRequest, apiVersionOf } from "./answer-request.ts";
import { requireApiKey, type AcceptsKey } from "./authentication.ts";
import { openIdempotencyKeys } from "./idempotency.ts";
import type { Expansion, Resource } from "./resource.ts";
import { unrecognizedUrl } from "./stripe-error.ts";

/** The part of the Stripe API that local Stripe has, under `/v1`. */
export function v1Routes(
  account: Account,
  resources: readonly Resource[],
  { accepts, log }: { readonly accepts: AcceptsKey; readonly log: (line: string) => void },
): Hono {
  const expansions: Record<string, Expansion> = {};
  for (const resource of resources) Object.assign(expansions, resource.expansions);
  const api: Api = { account, log, expansions, keys: openIdempotencyKeys(account.database) };

  const v1 = new Hono();
  v1.use(async (context, next) => {
    requireApiKey(context.req.header("authorization"), accepts);
    context.header("stripe-version", apiVersionOf(context, account));
    await next();
  });
  for (const route of resources.flatMap(({ routes }) => routes)) {
    v1.on(route.method, route.path, (context) => answerRequest(api, route, context));
  }
  v1.all("*", (context) => {
    throw unrecognizedUrl(context.req.method, context.req.path);
  });
  return v1;
}
