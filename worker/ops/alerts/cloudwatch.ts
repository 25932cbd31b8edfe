import { callAws, type AwsAccount, type AwsError } from "../../aws/client.ts";
import { ok, type Result } from "../../result.ts";
import type { Figures } from "./figures.ts";
import { ALERTS } from "./rules.ts";
import type { Watch } from "./watch.ts";

export interface CloudWatch {
  /** Empty for AWS's own of the region, "off" to send nothing. */
  readonly endpoint: string;
  /** Tells the environments of one account apart. */
  readonly namespace: string;
}

interface Datum {
  readonly MetricName: string;
  readonly Value: number;
  readonly Unit: "Count" | "Percent" | "Seconds" | "None";
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: string }[];
}

/**
 * Sends the figures of a look to CloudWatch: what the counters grew by since the look before, and how things stand.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html
 */
export async function putFigures(
  account: AwsAccount,
  { endpoint, namespace }: CloudWatch,
  watch: Watch,
): Promise<Result<unknown, AwsError>> {
  const data = metricData(watch);
  const look = watch.looks.at(-1);
  if (endpoint === "off" || look === undefined) return ok(undefined);
  return callAws(account, {
    service: "monitoring",
    endpoint: endpoint === "" ? `https://monitoring.${account.region}.amazonaws.com` : endpoint,
    target: "GraniteServiceVersion20100801.PutMetricData",
    jsonVersion: "1.0",
    body: {
      Namespace: namespace,
      MetricData: data.map((datum) => ({ ...datum, Timestamp: Math.floor(look.atMs / 1000) })),
    },
  });
}

export function metricData({ looks, alerts }: Watch): Datum[] {
  const look = looks.at(-1);
  if (look === undefined) return [];
  const grown = (of: keyof Figures["totals"]): number =>
    Math.max(0, look.totals[of] - (looks.at(-2)?.totals[of] ?? look.totals[of]));
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
  const { openEvents, lagSeconds, deadLetters, budgetShare, breakerOpen } = look;
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
