export interface Definition {
  readonly kind: "counter" | "gauge" | "histogram";
  readonly help: string;
}

/** Seconds. */
export const LATENCY_BUCKETS: readonly number[] = [0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900];

/** Every metric `/metrics` can show. */
export const METRICS = {
  stripe_relay_webhooks_total: {
    kind: "counter",
    help: "Deliveries from Stripe, by outcome: accepted, known (a repeat), revived (a repeat of a dead one), ignored (another type), refused (4xx) or deferred (503).",
  },
  stripe_relay_webhooks_refused_total: {
    kind: "counter",
    help: "Deliveries that were refused or deferred, by reason.",
  },
  stripe_relay_events_total: {
    kind: "counter",
    help: "What became of events on their way to Salesforce, by lane: published, retried, waiting, superseded, dead or revived.",
  },
  stripe_relay_salesforce_calls_total: {
    kind: "counter",
    help: "API calls to Salesforce, by kind and result.",
  },
  stripe_relay_errors_total: {
    kind: "counter",
    help: "Log lines of level error, by their event.",
  },
  stripe_relay_warnings_total: {
    kind: "counter",
    help: "Log lines of level warn, by their event.",
  },
  stripe_relay_publish_latency_seconds: {
    kind: "histogram",
    help: "From the verified webhook to Salesforce's yes, by lane.",
  },
  stripe_relay_open_events: {
    kind: "gauge",
    help: "Events in the ledger without an outcome, by lane and state.",
  },
  stripe_relay_lag_seconds: {
    kind: "gauge",
    help: "Age of the oldest event without an outcome, by lane; 0 without any.",
  },
  stripe_relay_shard_bytes: {
    kind: "gauge",
    help: "Size of a shard's database; it can hold 10 GB.",
  },
  stripe_relay_shard_rows: {
    kind: "gauge",
    help: "Events a shard remembers.",
  },
  stripe_relay_shard_oldest_seconds: {
    kind: "gauge",
    help: "Age of the oldest event a shard remembers; 30 days and a little when nothing is stuck.",
  },
  stripe_relay_bulk_collected: {
    kind: "gauge",
    help: "Events of the bulk lane that wait for the next flush.",
  },
  stripe_relay_api_calls_used: {
    kind: "gauge",
    help: "Salesforce API calls in the sliding window.",
  },
  stripe_relay_api_calls_limit: {
    kind: "gauge",
    help: "Salesforce API calls the window may hold.",
  },
  stripe_relay_breaker_open: {
    kind: "gauge",
    help: "1 while the lane has to wait before it may call Salesforce.",
  },
  stripe_relay_dead_letters: {
    kind: "gauge",
    help: "Messages in the SQS dead letter queue, roughly.",
  },
  stripe_relay_alert_active: {
    kind: "gauge",
    help: "1 while the alert is on.",
  },
} as const satisfies Readonly<Record<string, Definition>>;

export type MetricName = keyof typeof METRICS;

export type Labels = Readonly<Record<string, string>>;

/** An increment of a counter, or the value of a gauge. */
export interface Sample {
  readonly metric: MetricName;
  readonly labels: Labels;
  readonly value: number;
  /** Set for the series a histogram is made of. */
  readonly part?: "bucket" | "sum" | "count";
}
