import type { Figures, Totals } from "./figures.ts";

export const ALERTS = [
  "api_budget",
  "call_budget_unavailable",
  "dead_letters_growing",
  "error_rate",
  "lag",
  "queue_growing",
  "secrets_unavailable",
  "signature_failures",
] as const;
export type AlertName = (typeof ALERTS)[number];

export type Severity = "warning" | "critical";

export interface Finding {
  readonly alert: AlertName;
  readonly severity: Severity;
  readonly summary: string;
  readonly value: number;
  readonly threshold: number;
}

const BUDGET_SHARE = 0.8;
const ERROR_RATE = 0.05;
/** Below this many outcomes one failure would be a rate. */
const ERROR_SAMPLE = 20;
const LAG_SECONDS = 300;
const QUEUE_EVENTS = 100;
const SIGNATURE_FAILURES = 10;
/** Readings compared with the newest one; with one a minute, so many minutes. */
export const READINGS_BACK = 5;

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
  const grown = (of: keyof Totals): number => Math.max(0, newest.totals[of] - oldest.totals[of]);
  const findings: Finding[] = [];
  const unread = new Set<AlertName>();
  const check = (finding: Finding): void => {
    if (finding.value > finding.threshold) findings.push(finding);
  };
  const checkRead = (
    alert: AlertName,
    value: number | null,
    of: Omit<Finding, "alert" | "value">,
  ): void => {
    if (value === null) unread.add(alert);
    else check({ alert, value, ...of });
  };

  checkRead("api_budget", newest.budgetShare, {
    severity: "warning",
    summary: "Salesforce API calls are near their limit; bulk and then standard events wait.",
    threshold: BUDGET_SHARE,
  });
  checkRead("lag", newest.lagSeconds, {
    severity: "critical",
    summary: "The oldest event has waited for Salesforce longer than five minutes (seconds).",
    threshold: LAG_SECONDS,
  });
  checkRead("queue_growing", backlogGrowth(readings), {
    severity: "warning",
    summary: "More events come in than go out, reading after reading.",
    threshold: QUEUE_EVENTS,
  });

  const [failed, dead] = [grown("retried"), grown("dead")];
  const outcomes = grown("published") + failed + dead;
  check({
    alert: "error_rate",
    severity: "critical",
    summary: "Salesforce refuses a part of the events.",
    value: outcomes < ERROR_SAMPLE ? 0 : (failed + dead) / outcomes,
    threshold: ERROR_RATE,
  });
  check({
    alert: "dead_letters_growing",
    severity: "critical",
    summary: "Events went to the dead letter queue: see npm run dlq -- list.",
    value: dead,
    threshold: 0,
  });
  check({
    alert: "signature_failures",
    severity: "warning",
    summary:
      "Deliveries with a missing or wrong signature: a rotated secret, or somebody who is not Stripe.",
    value: grown("signatureFailures"),
    threshold: SIGNATURE_FAILURES,
  });
  check({
    alert: "call_budget_unavailable",
    severity: "warning",
    summary: "DynamoDB cannot be reached: calls to Salesforce are made uncounted.",
    value: grown("budgetUnavailable"),
    threshold: 0,
  });
  check({
    alert: "secrets_unavailable",
    severity: "critical",
    summary: "Secrets Manager cannot be reached and nothing is cached: webhooks or logins fail.",
    value: grown("secretsUnavailable"),
    threshold: 0,
  });
  return { findings, unread };
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
