import type { AdmittedEvent } from "../event.ts";
import { configurationOf } from "../configuration.ts";
import { putFigures } from "./alerts/cloudwatch.ts";
import { figuresOf } from "./alerts/figures.ts";
import { alertEvent } from "./alerts/alert-event.ts";
import { tellSalesforce } from "./alerts/tell-salesforce.ts";
import { afterReading, afterTelling, readWatch, untold, type Alert } from "./alerts/watch.ts";
import { heartbeatEvent, isHeartbeatDue } from "./heartbeat.ts";
import { readGauges } from "./metrics/gauges.ts";
import { log, reasonOf } from "../log.ts";
import { handOver } from "./metrics/feed.ts";
import { relayMetricsOf } from "./metrics/relay-metrics.ts";

/** What the cron does each minute: reads how things stand, raises and ends alerts, tells CloudWatch and Salesforce. */
export async function checkRelay(env: Env): Promise<void> {
  await handOver();
  const metrics = relayMetricsOf(env);
  const gauges = await readGauges(env);
  const [counters, kept, heartbeatMs] = await Promise.all([
    metrics.read(),
    metrics.watch(),
    metrics.heartbeatMs(),
  ]);
  const figures = figuresOf(counters, gauges);
  const { watch, began, ended } = afterReading(readWatch(kept), figures);
  for (const alert of began) logAlert("alert.began", alert);
  for (const alert of ended) logAlert("alert.ended", alert);
  // Kept first: an alert that cannot be told now is told by a later reading.
  await metrics.keepWatch(JSON.stringify(watch));

  const { aws, cloudWatch } = configurationOf(env);
  const sent = await putFigures(aws, cloudWatch, watch);
  if (!sent.ok) log("cloudwatch.unavailable", { detail: sent.error.detail });

  const alerts = untold(watch).map((alert) => ({ alert, event: alertEvent(alert, gauges.atMs) }));
  const heartbeat = isHeartbeatDue(heartbeatMs, gauges.atMs)
    ? [heartbeatEvent(figures, gauges)]
    : [];
  const taken = await told(env, [...alerts.map(({ event }) => event), ...heartbeat]);
  if (heartbeat.some(({ id }) => taken.has(id))) await metrics.keepHeartbeat(gauges.atMs);
  const heard = alerts.filter(({ event }) => taken.has(event.id)).map(({ alert }) => alert);
  if (heard.length > 0) await metrics.keepWatch(JSON.stringify(afterTelling(watch, heard)));
}

async function told(env: Env, events: readonly AdmittedEvent[]): Promise<ReadonlySet<string>> {
  try {
    return await tellSalesforce(env, events);
  } catch (error) {
    log("alert.not_told", { detail: reasonOf(error) });
    return new Set();
  }
}

function logAlert(event: "alert.began" | "alert.ended", alert: Alert): void {
  const { alert: name, severity, summary, value, threshold } = alert;
  log(event, { alert: name, severity, summary, value, threshold });
}
