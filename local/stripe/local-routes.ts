import { Hono } from "hono";
import { z } from "zod";
import { invalidRequest, noSuch, prettyJson } from "./api/stripe-error.ts";
import type { Delivering } from "./deliveries/deliver.ts";
import type { TriggerContext } from "./triggers/trigger.ts";
import { trigger } from "./triggers/trigger.ts";
import { parseTrigger } from "./triggers/trigger-request.ts";

const deliverRequest = z.strictObject({ event: z.string().startsWith("evt_") });

/** What only local Stripe has, under `/_local`: making events happen, and watching them arrive. */
export function localRoutes(context: TriggerContext, delivering: Delivering): Hono {
  const { deliveries, events } = context;
  const local = new Hono();

  local.post("/trigger", async (request) => {
    const parsed = parseTrigger(await readJson(request.req.raw));
    if (!parsed.ok) throw invalidRequest(parsed.complaint);
    const triggered = await trigger(context, parsed.request);
    if (!triggered.ok) throw invalidRequest(triggered.complaint);
    delivering.wake();
    return prettyJson(request, { events: triggered.events });
  });

  local.get("/deliveries", (request) => {
    const event = request.req.query("event");
    if (event === undefined) return prettyJson(request, { counts: deliveries.counts() });
    if (events.body(event) === undefined) throw noSuch("event", event, "event");
    return prettyJson(request, { event, deliveries: deliveries.ofEvent(event) });
  });

  local.post("/deliver", async (request) => {
    const parsed = deliverRequest.safeParse(await readJson(request.req.raw));
    if (!parsed.success) throw invalidRequest('Send {"event":"evt_…"}.', "event");
    const { event } = parsed.data;
    if (events.body(event) === undefined) throw noSuch("event", event, "event");
    const [delivery] = deliveries.add([{ eventId: event, delayMs: 0 }], Date.now(), true);
    delivering.wake();
    return prettyJson(request, { event, delivery }, 202);
  });

  return local;
}

/**
 * Only JSON that says so: a web page the user has open can post other types here without asking.
 * @throws StripeApiError 400
 */
async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("application/json")) {
    throw invalidRequest("Send JSON, with Content-Type: application/json.");
  }
  try {
    return await request.json();
  } catch {
    throw invalidRequest("The request body is not JSON.");
  }
}
