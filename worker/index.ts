import { Hono } from "hono";

import { inspectLedger } from "./ops/inspect-ledger.ts";
import { health } from "./ops/health.ts";
import { log, reasonOf } from "./log.ts";
import { checkRelay } from "./ops/check-relay.ts";
import { countLogLines, handingOverAtItsEnd } from "./ops/metrics/feed.ts";
import { metrics } from "./ops/metrics-route.ts";
import { operations } from "./ops/redrive.ts";
import { relayBatch, returnToLedger } from "./relay/consumer.ts";
import { webhook } from "./webhook/route.ts";

export { AdmissionShard } from "./admit/shard.ts";
export { BulkCollector } from "./bulk/collector.ts";
export { RelayMetrics } from "./ops/metrics/relay-metrics.ts";
export { SalesforceSession } from "./salesforce/session.ts";

countLogLines();

const app = new Hono<{ Bindings: Env }>()
  .route("/webhook", webhook)
  .route("/health", health)
  .route("/metrics", metrics)
  .route("/operations", operations)
  .notFound((context) => context.json({ error: "There is nothing here." }, 404))
  .onError((error, context) => {
    log("http.failed", { path: context.req.path, detail: reasonOf(error) });
    return context.json({ error: "Something went wrong here; try again later." }, 503);
  });

/** The queue the platform moves a message to when the relay could not settle it in time (`wrangler.toml`, which adds the environment's name). */
const UNDELIVERED = "stripe-events-undelivered";

export default {
  fetch: app.fetch,
  async queue(batch, env) {
    await handingOverAtItsEnd(() =>
      batch.queue.startsWith(UNDELIVERED) ? returnToLedger(batch, env) : relayBatch(batch, env),
    );
  },
  async scheduled(_controller, env) {
    await inspectLedger(env);
    await checkRelay(env);
  },
} satisfies ExportedHandler<Env>;
