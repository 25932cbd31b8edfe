import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { EventStore } from "../events/event-store.ts";
import type { Attempt, DueDelivery, Settlement } from "./delivery-store.ts";
import type { PostOutcome } from "./post-webhook.ts";
import { postWebhook } from "./post-webhook.ts";
import type { RetryPolicy } from "./retry-policy.ts";
import { nextDelayMs } from "./retry-policy.ts";

export interface DeliveryEndpoint {
  readonly url: string;
  readonly secret: string;
  /** The version its bodies have; the event's own when null. */
  readonly apiVersion: string | null;
}

export interface AttemptOptions {
  readonly events: EventStore;
  readonly endpoint: (id: string) => DeliveryEndpoint | undefined;
  readonly retry: RetryPolicy;
  readonly log: (line: string) => void;
}

/** Connections that are kept for the next delivery. */
export interface Agents {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
}

export function newAgents(maxSockets: number): Agents {
  const options = { keepAlive: true, maxSockets };
  return { http: new HttpAgent(options), https: new HttpsAgent(options) };
}

/** An attempt that came to its end, and what becomes of its delivery. */
export interface Attempted {
  readonly delivery: DueDelivery;
  readonly attempt: Attempt;
  readonly settlement: Settlement;
}

/** Posts a delivery once. @returns undefined when it was stopped on the way */
export async function attemptDelivery(
  { events, endpoint: endpointOf, retry, log }: AttemptOptions,
  agents: Agents,
  delivery: DueDelivery,
  signal: AbortSignal,
): Promise<Attempted | undefined> {
  const at = Date.now();
  const endpoint = endpointOf(delivery.endpointId);
  if (endpoint === undefined) {
    const error = "The endpoint was deleted or disabled";
    const attempt = { at, status: null, ms: 0, error };
    return { delivery, attempt, settlement: { state: "given_up" } };
  }
  const body = events.body(delivery.eventId, endpoint.apiVersion ?? undefined);
  if (body === undefined) throw new Error(`There is no event ${delivery.eventId}`);
  const outcome = await postWebhook({
    url: endpoint.url,
    secret: endpoint.secret,
    body,
    timeoutMs: retry.timeoutMs,
    agent: endpoint.url.startsWith("https:") ? agents.https : agents.http,
    signal,
  });
  if (outcome.kind === "stopped") return undefined;
  const ms = Date.now() - at;
  const settlement = settle(delivery, outcome, retry, { at, now: at + ms });
  if (settlement.state !== "delivered") {
    const answer = outcome.kind === "answered" ? `HTTP ${outcome.status}` : outcome.error;
    const next =
      settlement.state === "pending"
        ? `again in ${Math.round((settlement.retryAt - at - ms) / 1000)} s`
        : "given up";
    log(`${delivery.eventId}: attempt ${delivery.attempts + 1} failed (${answer}), ${next}`);
  }
  const attempt = {
    at,
    status: outcome.kind === "answered" ? outcome.status : null,
    ms,
    error: outcome.kind === "failed" ? outcome.error : null,
  };
  return { delivery, attempt, settlement };
}

/** A 2xx is success, everything else failure. A delivery a person asked for is not repeated. */
function settle(
  delivery: DueDelivery,
  outcome: PostOutcome,
  retry: RetryPolicy,
  { at, now }: { readonly at: number; readonly now: number },
): Settlement {
  if (outcome.kind === "answered" && outcome.status >= 200 && outcome.status < 300) {
    return { state: "delivered" };
  }
  if (delivery.manual) return { state: "given_up" };
  const elapsed = now - (delivery.firstAttemptAt ?? at);
  const delay = nextDelayMs(retry, delivery.attempts + 1, elapsed);
  return delay === undefined ? { state: "given_up" } : { state: "pending", retryAt: now + delay };
}
