import {
  LOG_EVENTS,
  RAISED_ALERTS,
  type LogEvent,
  type LogEventName,
  type RaisedAlert,
} from "../../log-events.ts";
import { fullestShardBytes, lagSeconds, openEvents, type Gauges } from "../metrics/gauges.ts";
import type { Sample } from "../metrics/definitions.ts";

/** Counters the watch compares from minute to minute, summed over lanes. */
export interface Totals {
  readonly accepted: number;
  readonly refused: number;
  readonly signatureFailures: number;
  readonly published: number;
  readonly retried: number;
  readonly dead: number;
  readonly salesforceCalls: number;
  readonly errors: number;
}

/** What one reading of the relay found. Null where nobody could be asked. */
export interface Figures {
  /** Unix milliseconds. */
  readonly atMs: number;
  readonly totals: Totals;
  /** Log lines so far, by the alert they raise. */
  readonly raised: Readonly<Record<RaisedAlert, number>>;
  readonly openEvents: number | null;
  readonly lagSeconds: number | null;
  readonly deadLetters: number | null;
  /** Of the fullest shard. */
  readonly shardBytes: number | null;
  /** Of the fullest window, 0 to 1 and more. */
  readonly budgetShare: number | null;
  /** Whether even the urgent lane has to wait. */
  readonly breakerOpen: boolean | null;
}

export function figuresOf(counters: readonly Sample[], gauges: Gauges): Figures {
  const shares = gauges.budget?.map(({ used, limit }) => used / limit);
  return {
    atMs: gauges.atMs,
    totals: totalsOf(counters),
    raised: raisedOf(counters),
    openEvents: openEvents(gauges),
    lagSeconds: lagSeconds(gauges),
    deadLetters: gauges.deadLetters,
    shardBytes: fullestShardBytes(gauges),
    budgetShare: shares === undefined ? null : Math.max(0, ...shares),
    breakerOpen: gauges.closedLanes?.includes("urgent") ?? null,
  };
}

function totalsOf(counters: readonly Sample[]): Totals {
  const sum = (metric: Sample["metric"], label?: string, ...values: readonly string[]): number =>
    counters
      .filter((sample) => sample.metric === metric)
      .filter(({ labels }) => label === undefined || values.includes(labels[label] ?? ""))
      .reduce((total, { value }) => total + value, 0);
  const events = (outcome: string): number => sum("stripe_relay_events_total", "outcome", outcome);
  return {
    accepted: sum("stripe_relay_webhooks_total", "outcome", "accepted"),
    refused: sum("stripe_relay_webhooks_total", "outcome", "refused"),
    signatureFailures: sum(
      "stripe_relay_webhooks_refused_total",
      "reason",
      "signature_missing",
      "signature_rejected",
    ),
    published: events("published"),
    retried: events("retried"),
    dead: events("dead"),
    salesforceCalls: sum("stripe_relay_salesforce_calls_total"),
    errors: sum("stripe_relay_errors_total"),
  };
}

function raisedOf(counters: readonly Sample[]): Record<RaisedAlert, number> {
  const raised = Object.fromEntries(RAISED_ALERTS.map((alert) => [alert, 0]));
  for (const { metric, labels, value } of counters) {
    const isError = metric === "stripe_relay_errors_total";
    if (!isError && metric !== "stripe_relay_warnings_total") continue;
    if (isError) raised["errors"] = (raised["errors"] ?? 0) + value;
    const event = labels["event"] ?? "";
    // A counter of a version of the Worker that knew other events raises nothing.
    const alert = isLogEvent(event) ? (LOG_EVENTS[event] as LogEvent).raises : undefined;
    if (alert !== undefined) raised[alert] = (raised[alert] ?? 0) + value;
  }
  // Every alert has an entry: the list is all there are.
  return raised as Record<RaisedAlert, number>;
}

function isLogEvent(name: string): name is LogEventName {
  return name in LOG_EVENTS;
}
