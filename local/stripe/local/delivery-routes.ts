import { Hono } from "hono";
import { z } from "zod";
import type { Account } from "../account.ts";
import { prettyJson } from "../api/answer.ts";
import { noSuch } from "../api/stripe-error.ts";
import type { Delivering } from "../deliveries/deliver.ts";
import { currentDisturbance, disturbance, setDisturbance } from "../deliveries/disturbance.ts";
import { isPaused, setPaused } from "../deliveries/pause.ts";
import { endpointsFor } from "../webhook_endpoints/endpoints.ts";
import { readRequest } from "./json-request.ts";

const deliverRequest = z.strictObject({ event: z.string().startsWith("evt_") });

/**
 * Deliveries: how those of an event went (`GET /deliveries?event=…`), one more on request (`POST /deliver`), pausing and
 * resuming them all, and disturbing those to come (`PUT /deliveries/disturbance`, `DELETE` for none).
 */
export function deliveryRoutes(account: Account, delivering: Delivering): Hono {
  const { deliveries, events, objects, settings } = account;
  const routes = new Hono();

  routes.get("/deliveries", (context) => {
    const event = context.req.query("event");
    if (event === undefined) {
      return prettyJson(context, { counts: deliveries.counts(), paused: isPaused(settings) });
    }
    if (events.body(event) === undefined) throw noSuch("event", event, "event");
    return prettyJson(context, { event, deliveries: deliveries.ofEvent(event) });
  });

  routes.post("/deliver", async (context) => {
    const { event } = await readRequest(context, deliverRequest);
    const found = events.find(event);
    if (found === undefined) throw noSuch("event", event, "event");
    const planned = endpointsFor(objects, found.type).map(({ id }) => ({
      eventId: event,
      endpointId: id,
      delayMs: 0,
    }));
    const [delivery] = deliveries.together(() => deliveries.add(planned, Date.now(), true));
    delivering.wake();
    return prettyJson(context, { event, delivery: delivery ?? null }, 202);
  });

  for (const [action, paused] of [
    ["pause", true],
    ["resume", false],
  ] as const) {
    routes.post(`/deliveries/${action}`, (context) => {
      setPaused(settings, paused);
      delivering.wake();
      return prettyJson(context, { paused });
    });
  }

  routes.get("/deliveries/disturbance", (context) =>
    prettyJson(context, { disturbance: currentDisturbance(settings) ?? null }),
  );
  routes.put("/deliveries/disturbance", async (context) => {
    const wishes = await readRequest(context, disturbance);
    setDisturbance(settings, wishes);
    return prettyJson(context, { disturbance: wishes });
  });
  routes.delete("/deliveries/disturbance", (context) => {
    setDisturbance(settings, undefined);
    return prettyJson(context, { disturbance: null });
  });
  return routes;
}
