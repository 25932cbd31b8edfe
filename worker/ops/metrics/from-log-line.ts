import { LOG_EVENTS, type Counted, type LogEvent, type LogEventName } from "../../log-events.ts";
import type { LogFields } from "../../log.ts";
import { LATENCY_BUCKETS, type Labels, type MetricName, type Sample } from "./definitions.ts";

/** Counters are read off the log lines, so that what is logged and what is counted cannot differ. */
export function samplesOf(event: LogEventName, fields: LogFields): Sample[] {
  const { level, counted }: LogEvent = LOG_EVENTS[event];
  return [
    ...(level === "error" ? [one("stripe_relay_errors_total", { event })] : []),
    ...(level === "warn" ? [one("stripe_relay_warnings_total", { event })] : []),
    ...(counted === undefined ? [] : countedSamples(counted, fields)),
  ];
}

function countedSamples(counted: Counted, fields: LogFields): Sample[] {
  switch (counted.as) {
    case "webhook": {
      const { outcome } = counted;
      const { reason } = fields;
      return [
        one("stripe_relay_webhooks_total", { outcome }),
        ...(typeof reason === "string"
          ? [one("stripe_relay_webhooks_refused_total", { reason })]
          : []),
      ];
    }
    case "salesforce_call": {
      const labels = { kind: text(fields["kind"]), result: text(fields["result"]) };
      return [one("stripe_relay_salesforce_calls_total", labels)];
    }
    case "event": {
      const { outcome } = counted;
      const lane = text(fields["lane"]);
      const { latencyMs } = fields;
      return [
        one("stripe_relay_events_total", { lane, outcome }),
        ...(typeof latencyMs === "number" ? latency(lane, latencyMs / 1000) : []),
      ];
    }
  }
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
