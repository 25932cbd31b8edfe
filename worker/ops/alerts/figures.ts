import { lagSeconds, openEvents, type Gauges } from "../gauges.ts";
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
  /** Calls that went out uncounted, or reads that failed, because DynamoDB was down. */
  readonly budgetUnavailable: number;
  readonly secretsUnavailable: number;
}

/** What one reading of the relay found. Null where nobody could be asked. */
export interface Figures {
  /** Unix milliseconds. */
  readonly atMs: number;
  readonly totals: Totals;
  readonly openEvents: number | null;
  readonly lagSeconds: number | null;
  readonly deadLetters: number | null;
  /** Of the fullest window, 0 to 1 and more. */
  readonly budgetShare: number | null;
  readonly breakerOpen: boolean | null;
}

export function figuresOf(counters: readonly Sample[], gauges: Gauges): Figures {
  const shares = gauges.budget?.map(({ used, limit }) => used / limit);
  return {
    atMs: gauges.atMs,
    totals: totalsOf(counters),
    openEvents: openEvents(gauges),
    lagSeconds: lagSeconds(gauges),
    deadLetters: gauges.deadLetters,
    budgetShare: shares === undefined ? null : Math.max(0, ...shares),
    breakerOpen: gauges.closedLanes === null ? null : gauges.closedLanes.length > 0,
  };
}

function totalsOf(counters: readonly Sample[]): Totals {
  const sum = (metric: Sample["metric"], label?: string, ...values: readonly string[]): number =>
    counters
      .filter((sample) => sample.metric === metric)
      .filter(({ labels }) => label === undefined || values.includes(labels[label] ?? ""))
      .reduce((total, { value }) => total + value, 0);
  const events = (outcome: string): number => sum("stripe_relay_events_total", "outcome", outcome);
  const errors = "stripe_relay_errors_total";
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
    errors: sum(errors),
    budgetUnavailable: sum(errors, "event", "budget.unavailable"),
    secretsUnavailable: sum(errors, "event", "secrets.unavailable"),
  };
}
