import type { AdmittedEvent } from "../event.ts";
import type { Figures } from "./alerts/figures.ts";
import type { Gauges } from "./metrics/gauges.ts";

/** Apex takes three missed heartbeats for silence (`StripeRelayWatch`). */
export const HEARTBEAT_MS = 5 * 60_000;
/** The cron does not come to the second. */
const EARLY_MS = 30_000;

/** @param lastMs when Salesforce took the last one, Unix milliseconds; null when it never did */
export function isHeartbeatDue(lastMs: number | null, nowMs: number): boolean {
  // One from the future was written by a clock that has been set back since.
  return lastMs === null || lastMs > nowMs || nowMs - lastMs >= HEARTBEAT_MS - EARLY_MS;
}

/**
 * How the relay stands, as a `Stripe_Event__e` of type `relay.state`; Apex keeps the newest on `Stripe_Relay_State__c`. What could not be read is
 * null, never 0.
 */
export function heartbeatEvent(figures: Figures, gauges: Gauges): AdmittedEvent {
  const { atMs, openEvents, lagSeconds, deadLetters, budgetShare } = figures;
  const object = {
    object: "relay.state",
    id: "relay",
    open_events: openEvents,
    lag_seconds: lagSeconds === null ? null : Math.round(lagSeconds),
    dead_letters: deadLetters,
    budget_used: budgetShare,
    breaker: breakerOf(gauges),
  };
  const id = `state_${atMs}`;
  return {
    id,
    type: "relay.state",
    objectId: "relay",
    lane: "urgent",
    apiVersion: null,
    livemode: true,
    account: null,
    createdAt: Math.floor(atMs / 1000),
    receivedAt: atMs,
    correlationId: id,
    payload: JSON.stringify({ object }),
  };
}

function breakerOf({ closedLanes }: Gauges): "closed" | "narrowed" | "open" | null {
  if (closedLanes === null) return null;
  if (closedLanes.length === 0) return "closed";
  return closedLanes.includes("urgent") ? "open" : "narrowed";
}
