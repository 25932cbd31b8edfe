import type { AdmittedEvent } from "../../event.ts";
import type { Alert } from "./watch.ts";

/**
 * The alert as a `Stripe_Event__e` of type `relay.alert`. The id names the alert's beginning or end, so that telling twice does no harm.
 */
export function alertEvent(alert: Alert, nowMs: number): AdmittedEvent {
  const { alert: name, sinceMs, endedMs, severity, summary, value, threshold } = alert;
  const status = endedMs === null ? "active" : "resolved";
  const atMs = endedMs ?? sinceMs;
  const object = {
    object: "relay.alert",
    id: name,
    status,
    severity,
    summary,
    value,
    threshold,
    began_at: Math.floor(sinceMs / 1000),
    ended_at: endedMs === null ? null : Math.floor(endedMs / 1000),
  };
  const id = `alert_${name}_${sinceMs}_${status}`;
  return {
    id,
    type: "relay.alert",
    objectId: name,
    lane: "urgent",
    apiVersion: null,
    livemode: true,
    account: null,
    createdAt: Math.floor(atMs / 1000),
    receivedAt: nowMs,
    correlationId: id,
    payload: JSON.stringify({ object }),
  };
}
