import { callAws, type AwsAccount, type AwsError } from "../../aws/client.ts";
import type { CloudWatchConfiguration } from "../../configuration.ts";
import { ok, type Result } from "../../result.ts";
import type { Figures } from "./figures.ts";
import { ALERTS } from "./rules.ts";
import type { Watch } from "./watch.ts";

interface Datum {
  readonly MetricName: string;
  readonly Value: number;
  readonly Unit: "Count" | "Percent" | "Seconds" | "None";
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: string }[];
}

/**
 * Sends the figures of a reading to CloudWatch: what the counters grew by since the reading before, and how things stand.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html
 */
export async function putFigures(
  account: AwsAccount,
  { endpoint, namespace }: CloudWatchConfiguration,
  watch: Watch,
): Promise<Result<unknown, AwsError>> {
  const data = metricData(watch);
  const reading = watch.readings.at(-1);
  if (endpoint === null || reading === undefined) return ok(undefined);
  return callAws(account, {
    service: "monitoring",
    endpoint,
    target: "GraniteServiceVersion20100801.PutMetricData",
    jsonVersion: "1.0",
    body: {
      Namespace: namespace,
      MetricData: data.map((datum) => ({ ...datum, Timestamp: Math.floor(reading.atMs / 1000) })),
    },
  });
}

export function metricData({ readings, alerts }: Watch): Datum[] {
  const reading = readings.at(-1);
  if (reading === undefined) return [];
  const grown = (of: keyof Figures["totals"]): number =>
    Math.max(0, reading.totals[of] - (readings.at(-2)?.totals[of] ?? reading.totals[of]));
  const counts: readonly (readonly [string, keyof Figures["totals"]])[] = [
    ["WebhooksAccepted", "accepted"],
    ["WebhooksRefused", "refused"],
    ["SignatureFailures", "signatureFailures"],
    ["EventsPublished", "published"],
    ["EventsRetried", "retried"],
    ["EventsDead", "dead"],
    ["SalesforceCalls", "salesforceCalls"],
    ["Errors", "errors"],
  ];
  const { openEvents, lagSeconds, deadLetters, budgetShare, breakerOpen } = reading;
  const on = new Set(alerts.filter(({ endedMs }) => endedMs === null).map(({ alert }) => alert));
  return [
    ...counts.map(([name, of]): Datum => ({ MetricName: name, Value: grown(of), Unit: "Count" })),
    ...known("OpenEvents", openEvents, "Count"),
    ...known("LagSeconds", lagSeconds, "Seconds"),
    ...known("DeadLetters", deadLetters, "Count"),
    ...known("ApiBudgetUsed", budgetShare === null ? null : budgetShare * 100, "Percent"),
    ...known("BreakerOpen", breakerOpen === null ? null : Number(breakerOpen), "None"),
    ...ALERTS.map((alert): Datum => ({
      MetricName: "AlertActive",
      Value: Number(on.has(alert)),
      Unit: "None",
      Dimensions: [{ Name: "Alert", Value: alert }],
    })),
  ];
}

function known(name: string, value: number | null, unit: Datum["Unit"]): Datum[] {
  return value === null ? [] : [{ MetricName: name, Value: value, Unit: unit }];
}
