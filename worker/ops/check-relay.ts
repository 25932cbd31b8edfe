import { configurationOf } from "../configuration.ts";
import { putFigures } from "./alerts/cloudwatch.ts";
import { figuresOf } from "./alerts/figures.ts";
import { tellSalesforce } from "./alerts/tell-salesforce.ts";
import { afterReading, afterTelling, readWatch, untold, type Alert } from "./alerts/watch.ts";
import { readGauges } from "./metrics/gauges.ts";
import { log, reasonOf } from "../log.ts";
import { handOver } from "./metrics/feed.ts";
import { relayMetricsOf } from "./metrics/relay-metrics.ts";

/** What the cron does each minute: reads how things stand, raises and ends alerts, tells CloudWatch and Salesforce. */
export async function checkRelay(env: Env): Promise<void> {
  await handOver();
  const metrics = relayMetricsOf(env);
  const gauges = await readGauges(env);
  const [counters, kept] = await Promise.all([metrics.read(), metrics.watch()]);
  const { watch, began, ended } = afterReading(readWatch(kept), figuresOf(counters, gauges));
  for (const alert of began) logAlert("alert.began", alert);
  for (const alert of ended) logAlert("alert.ended", alert);
  // Kept first: an alert that cannot be told now is told by a later reading.
  await metrics.keepWatch(JSON.stringify(watch));

  const { aws, cloudWatch } = configurationOf(env);
  const sent = await putFigures(aws, cloudWatch, watch);
  if (!sent.ok) log("cloudwatch.unavailable", { detail: sent.error.detail });
  const told = await toldOf(env, untold(watch), gauges.atMs);
  if (told.length > 0) await metrics.keepWatch(JSON.stringify(afterTelling(watch, told)));
}

async function toldOf(env: Env, alerts: readonly Alert[], nowMs: number): Promise<Alert[]> {
  try {
    return await tellSalesforce(env, alerts, nowMs);
  } catch (error) {
    log("alert.not_told", { detail: reasonOf(error) });
    return [];
  }
}

function logAlert(event: "alert.began" | "alert.ended", alert: Alert): void {
  const { alert: name, severity, summary, value, threshold } = alert;
  log(event, { alert: name, severity, summary, value, threshold });
}
