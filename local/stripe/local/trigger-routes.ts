import { Hono } from "hono";
import type { Account } from "../account.ts";
import { prettyJson } from "../api/answer.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import type { Delivering } from "../deliveries/deliver.ts";
import { trigger } from "../triggers/trigger.ts";
import { parseTrigger } from "../triggers/trigger-request.ts";
import { readJson } from "./json-request.ts";

/** `POST /trigger`: makes events of a type happen. */
export function triggerRoutes(account: Account, delivering: Delivering): Hono {
  const routes = new Hono();
  routes.post("/trigger", async (context) => {
    const parsed = parseTrigger(await readJson(context));
    if (!parsed.ok) throw invalidRequest(parsed.complaint);
    const triggered = await trigger(account, parsed.request);
    if (!triggered.ok) throw invalidRequest(triggered.complaint);
    delivering.wake();
    return prettyJson(context, { events: triggered.events });
  });
  return routes;
}
