import type { LogFields, LogLevel } from "../../log.ts";
import { LATENCY_BUCKETS, type Labels, type MetricName, type Sample } from "./definitions.ts";

/** What the line of an event's outcome counts as. */
const EVENT_OUTCOMES: Readonly<Partial<Record<string, string>>> = {
  "relay.published": "published",
  "relay.failed": "retried",
  "relay.waiting": "waiting",
  "bulk.superseded": "superseded",
  "ledger.dead_letter": "dead",
  "ledger.revived": "revived",
};

const WEBHOOK_OUTCOMES: ReadonlySet<string> = new Set([
  "webhook.accepted",
  "webhook.known",
  "webhook.ignored",
  "webhook.refused",
]);

/** Counters are read off the log lines, so that what is logged and what is counted cannot differ. */
export function samplesOf(level: LogLevel, event: string, fields: LogFields): Sample[] {
  const samples: Sample[] = [];
  if (level === "error") samples.push(one("stripe_relay_errors_total", { event }));
  if (WEBHOOK_OUTCOMES.has(event)) {
    const outcome = event.slice("webhook.".length);
    samples.push(one("stripe_relay_webhooks_total", { outcome }));
  }
  if (event === "webhook.refused") {
    samples.push(one("stripe_relay_webhooks_refused_total", { reason: text(fields["reason"]) }));
  }
  if (event === "salesforce.called") {
    const labels = { kind: text(fields["kind"]), result: text(fields["result"]) };
    samples.push(one("stripe_relay_salesforce_calls_total", labels));
  }
  const outcome = EVENT_OUTCOMES[event];
  if (outcome !== undefined) {
    const lane = text(fields["lane"]);
    samples.push(one("stripe_relay_events_total", { lane, outcome }));
    const { latencyMs } = fields;
    if (outcome === "published" && typeof latencyMs === "number") {
      samples.push(...latency(lane, latencyMs / 1000));
    }
  }
  return samples;
}

/** Prometheus' buckets are cumulative: an observation is in every bucket it is not larger than. */
function latency(lane: string, seconds: number): Sample[] {
  const metric = "stripe_relay_publish_latency_seconds";
  const buckets = LATENCY_BUCKETS.filter((bound) => seconds <= bound).map(String);
  return [
    ...[...buckets, "+Inf"].map((le): Sample => ({
      metric,
      part: "bucket",
      labels: { lane, le },
      value: 1,
    })),
    { metric, part: "sum", labels: { lane }, value: seconds },
    { metric, part: "count", labels: { lane }, value: 1 },
  ];
}

function one(metric: MetricName, labels: Labels): Sample {
  return { metric, labels, value: 1 };
}

function text(value: LogFields[string]): string {
  return typeof value === "string" ? value : "unknown";
}
