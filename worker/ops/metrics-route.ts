import { Hono } from "hono";

import { bears } from "./access/bearer.ts";
import { operationsSecretOf } from "./access/operations-secret.ts";
import { gaugeSamples, readGauges } from "./metrics/gauges.ts";
import { EXPOSITION_TYPE, exposition } from "./metrics/exposition.ts";
import { handOver } from "./metrics/feed.ts";
import type { Sample } from "./metrics/definitions.ts";
import { relayMetricsOf } from "./metrics/relay-metrics.ts";
import { ALERTS } from "./alerts/rules.ts";
import { readWatch } from "./alerts/watch.ts";

/** `/metrics` for Prometheus. It wants the `metrics_token` of the secret, and is closed without one. */
export const metrics = new Hono<{ Bindings: Env }>().get("/", async (context) => {
  const tokens = await operationsSecretOf(context.env).read(Date.now());
  // Who cannot be told from a stranger is a stranger.
  if (!tokens.ok) return context.json({ error: "The token cannot be checked now." }, 503);
  const { metrics_token: token } = tokens.value;
  if (token === undefined || !(await bears(context.req.raw, token))) {
    context.header("www-authenticate", "Bearer");
    return context.json({ error: "A bearer token is needed." }, 401);
  }
  await handOver();
  const counters = relayMetricsOf(context.env);
  const [counted, kept, gauges] = await Promise.all([
    counters.read(),
    counters.watch(),
    readGauges(context.env),
  ]);
  const on = new Set(
    readWatch(kept)
      .alerts.filter(({ endedMs }) => endedMs === null)
      .map(({ alert }) => alert),
  );
  const alerts = ALERTS.map((alert): Sample => ({
    metric: "stripe_relay_alert_active",
    labels: { alert },
    value: Number(on.has(alert)),
  }));
  return context.body(exposition([...counted, ...gaugeSamples(gauges), ...alerts]), 200, {
    "content-type": EXPOSITION_TYPE,
    "cache-control": "no-store",
  });
});
