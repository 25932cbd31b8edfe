import { configurationOf } from "../configuration.ts";
import { putFigures } from "./alerts/cloudwatch.ts";
import { figuresOf } from "./alerts/figures.ts";
import { tellSalesforce } from "./alerts/tell-salesforce.ts";
import { afterReading, afterTelling, untold, type Alert } from "./alerts/watch.ts";
import { readGauges } from "./gauges.ts";
import { log, reasonOf } from "../log.ts";
import { handOver } from "./metrics/feed.ts";
import { relayMetricsOf } from "./metrics/relay-metrics.ts";

/** What the cron does each minute: reads how things stand, raises and ends alerts, tells CloudWatch and Salesforce. */
export async function checkRelay(env: Env): Promise<void> {
  await handOver();
  const metrics = relayMetricsOf(env);
  const gauges = await readGauges(env);
  const [counters, before] = await Promise.all([metrics.read(), metrics.watch()]);
  const { watch, began, ended } = afterReading(before, figuresOf(counters, gauges));
  for (const alert of began) logAlert("alert.began", alert);
  for (const alert of ended) logAlert("alert.ended", alert);
  // Kept first: an alert that cannot be told now is told by a later reading.
  await metrics.keepWatch(watch);

  const { aws, cloudWatch } = configurationOf(env);
  const sent = await putFigures(aws, cloudWatch, watch);
  if (!sent.ok) log("error", "cloudwatch.unavailable", { detail: sent.error.detail });
  const told = await toldOf(env, untold(watch), gauges.atMs);
  if (told.length > 0) await metrics.keepWatch(afterTelling(watch, told));
}

async function toldOf(env: Env, alerts: readonly Alert[], nowMs: number): Promise<Alert[]> {
  try {
    return await tellSalesforce(env, alerts, nowMs);
  } catch (error) {
    log("error", "alert.not_told", { detail: reasonOf(error) });
    return [];
  }
}

function logAlert(event: "alert.began" | "alert.ended", alert: Alert): void {
  const { alert: name, severity, summary, value, threshold } = alert;
  log(event === "alert.began" ? "error" : "info", event, {
    alert: name,
    severity,
    summary,
    value,
    threshold,
  });
}
