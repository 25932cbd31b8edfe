import { RAISED_ALERTS, type RaisedAlert } from "../../log-events.ts";
import type { Figures, Totals } from "./figures.ts";

/** Alerts judged by figures; the others are raised by log lines. */
const JUDGED_ALERTS = [
  "api_budget",
  "breaker_open",
  "error_rate",
  "lag",
  "queue_growing",
  "shard_full",
] as const;
type JudgedAlert = (typeof JUDGED_ALERTS)[number];

export type AlertName = JudgedAlert | RaisedAlert;
export const ALERTS: readonly AlertName[] = [...JUDGED_ALERTS, ...RAISED_ALERTS].toSorted();

export type Severity = "warning" | "critical";

export interface AlertRule {
  readonly severity: Severity;
  readonly summary: string;
  /** The alert is on while the value is above it. */
  readonly threshold: number;
}

export interface Finding extends AlertRule {
  readonly alert: AlertName;
  readonly value: number;
}

/** Readings compared with the newest one; with one a minute, so many minutes. */
export const READINGS_BACK = 5;
/** Below this many outcomes one failure would be a rate. */
const ERROR_SAMPLE = 20;

/** For an alert that log lines raise, the threshold is a number of lines within five minutes. */
export const ALERT_RULES: Readonly<Record<AlertName, AlertRule>> = {
  accounts_unknown: {
    severity: "warning",
    summary:
      "Events of connected accounts are dropped: the secret stripe/webhook does not name them.",
    threshold: 0,
  },
  api_budget: {
    severity: "warning",
    summary: "Salesforce API calls are near their limit; bulk and then standard events wait.",
    threshold: 0.8,
  },
  breaker_open: {
    severity: "critical",
    summary: "Nobody has been let through to Salesforce for five minutes; events wait (minutes).",
    threshold: 4,
  },
  call_budget_unavailable: {
    severity: "warning",
    summary: "DynamoDB cannot be reached: calls to Salesforce are made uncounted.",
    threshold: 0,
  },
  dead_letters_growing: {
    severity: "critical",
    summary: "Events went to the dead letter queue: see npm run dlq -- list.",
    threshold: 0,
  },
  error_rate: {
    severity: "critical",
    summary: "Salesforce refuses a part of the events.",
    threshold: 0.05,
  },
  errors: {
    severity: "warning",
    summary: "The relay logs errors; which ones is in its log and in stripe_relay_errors_total.",
    threshold: 100,
  },
  lag: {
    severity: "critical",
    summary: "The oldest event has waited for Salesforce longer than five minutes (seconds).",
    threshold: 300,
  },
  org_refuses: {
    severity: "critical",
    summary:
      "Salesforce refuses every event: an object, a field or a right of the relay's user is missing, or a validation meets all. Events wait.",
    threshold: 0,
  },
  queue_growing: {
    severity: "warning",
    summary: "More events come in than go out, minute after minute.",
    threshold: 100,
  },
  secrets_malformed: {
    severity: "critical",
    summary:
      "A secret's current version cannot be read; the previous one serves in its place, or nothing.",
    threshold: 0,
  },
  secrets_unavailable: {
    severity: "critical",
    summary: "Secrets Manager cannot be reached and nothing is cached: webhooks or logins fail.",
    threshold: 0,
  },
  shapes_unknown: {
    severity: "warning",
    summary:
      "Stripe sends shapes nobody expected; the events pass by their ids: see webhook.shape_unknown in the log.",
    threshold: 0,
  },
  shard_full: {
    severity: "warning",
    summary:
      "A shard of the ledger is over 70 % full (bytes): raise ADMISSION_SHARDS, see docs/limits.md.",
    threshold: 7_000_000_000,
  },
  signature_failures: {
    severity: "warning",
    summary:
      "Deliveries with a missing or wrong signature: a rotated secret, or somebody who is not Stripe.",
    threshold: 10,
  },
  webhooks_deferred: {
    severity: "critical",
    summary:
      "Deliveries from Stripe are answered 503: the ledger or the secrets cannot be reached.",
    threshold: 0,
  },
  webhooks_refused: {
    severity: "warning",
    summary: "Signed deliveries from Stripe are refused for their size or shape.",
    threshold: 0,
  },
};

/**
 * What is wrong, judged by the readings of the relay, oldest first. A figure that could not be read raises nothing and ends nothing:
 * `unread` names the alerts nobody can judge now.
 */
export function judge(readings: readonly Figures[]): {
  readonly findings: readonly Finding[];
  readonly unread: ReadonlySet<AlertName>;
} {
  const [oldest, newest] = [readings[0], readings.at(-1)];
  if (oldest === undefined || newest === undefined)
    return { findings: [], unread: new Set(ALERTS) };
  const values: Readonly<Record<JudgedAlert, number | null>> = {
    api_budget: newest.budgetShare,
    breaker_open: readingsWithBreakerOpen(readings),
    error_rate: errorRate(oldest.totals, newest.totals),
    lag: newest.lagSeconds,
    queue_growing: backlogGrowth(readings),
    shard_full: newest.shardBytes,
  };
  const raised = RAISED_ALERTS.map((alert): [AlertName, number] => [
    alert,
    Math.max(0, newest.raised[alert] - oldest.raised[alert]),
  ]);
  const all = [...JUDGED_ALERTS.map((alert) => [alert, values[alert]] as const), ...raised];
  const findings = all.flatMap(([alert, value]): Finding[] => {
    const rule = ALERT_RULES[alert];
    return value !== null && value > rule.threshold ? [{ alert, value, ...rule }] : [];
  });
  const unread = all.flatMap(([alert, value]) => (value === null ? [alert] : []));
  return { findings, unread: new Set(unread) };
}

function errorRate(before: Totals, now: Totals): number {
  const grown = (of: keyof Totals): number => Math.max(0, now[of] - before[of]);
  const failed = grown("retried") + grown("dead");
  const outcomes = grown("published") + failed;
  return outcomes < ERROR_SAMPLE ? 0 : failed / outcomes;
}

/** The newest readings in a row that found the breaker open; null when the newest does not know. */
function readingsWithBreakerOpen(readings: readonly Figures[]): number | null {
  if (readings.at(-1)?.breakerOpen === null) return null;
  const lastClosed = readings.findLastIndex(({ breakerOpen }) => breakerOpen === false);
  return readings.length - 1 - lastClosed;
}

/** Events by which the backlog grew, if it grew from every reading to the next; null when one reading does not know. */
function backlogGrowth(readings: readonly Figures[]): number | null {
  const open = readings.map(({ openEvents }) => openEvents);
  const known = open.filter((events) => events !== null);
  if (known.length < open.length) return null;
  if (known.length <= READINGS_BACK) return 0;
  const grewAlways = known.every(
    (events, index) => index === 0 || events > (known[index - 1] ?? 0),
  );
  return grewAlways ? (known.at(-1) ?? 0) - (known[0] ?? 0) : 0;
}
