import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { EventStore } from "../events/event-store.ts";
import type { DeliveryStore, DueDelivery, Settlement } from "./delivery-store.ts";
import type { PostOutcome } from "./post-webhook.ts";
import { postWebhook } from "./post-webhook.ts";
import type { RetryPolicy } from "./retry-policy.ts";
import { nextDelayMs } from "./retry-policy.ts";

export interface DeliveryOptions {
  readonly deliveries: DeliveryStore;
  readonly events: EventStore;
  readonly endpoint: { readonly url: string; readonly secret: string };
  readonly retry: RetryPolicy;
  /** How many deliveries may be under way at once. */
  readonly concurrency: number;
  readonly log: (line: string) => void;
}

export interface Delivering {
  /** Looks for due deliveries now; call after adding some. */
  readonly wake: () => void;
  /** Ends at once; what was under way is sent again after the next start. */
  readonly stop: () => Promise<void>;
}

/** setTimeout takes no longer wait than this, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Sends due deliveries to the endpoint, and again after failures, until stopped. */
export function startDelivering(options: DeliveryOptions): Delivering {
  const { deliveries, concurrency, log } = options;
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  const agent = newAgent(options.endpoint.url, concurrency);
  let timer: NodeJS.Timeout | undefined;

  const wake = (): void => {
    if (stopping.signal.aborted) return;
    clearTimeout(timer);
    const free = concurrency - underWay.size;
    if (free <= 0) return;
    for (const delivery of deliveries.claim(Date.now(), free)) {
      const sending = attempt(options, agent, delivery, stopping.signal)
        .catch((error: unknown) => log(`Delivery ${delivery.id} broke: ${String(error)}`))
        .finally(() => {
          underWay.delete(sending);
          wake();
        });
      underWay.add(sending);
    }
    const dueAt = deliveries.nextDueAt();
    if (dueAt !== undefined && underWay.size < concurrency) {
      timer = setTimeout(wake, Math.min(Math.max(dueAt - Date.now(), 0), LONGEST_TIMER));
    }
  };

  deliveries.releaseClaims();
  wake();
  return {
    wake,
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await Promise.all(underWay);
      agent.destroy();
      deliveries.releaseClaims();
    },
  };
}

function newAgent(url: string, maxSockets: number): HttpAgent {
  const options = { keepAlive: true, maxSockets };
  return url.startsWith("https:") ? new HttpsAgent(options) : new HttpAgent(options);
}

async function attempt(
  { deliveries, events, endpoint, retry, log }: DeliveryOptions,
  agent: HttpAgent,
  delivery: DueDelivery,
  signal: AbortSignal,
): Promise<void> {
  const body = events.body(delivery.eventId);
  if (body === undefined) throw new Error(`There is no event ${delivery.eventId}`);
  const at = Date.now();
  const outcome = await postWebhook({
    ...endpoint,
    body,
    timeoutMs: retry.timeoutMs,
    agent,
    signal,
  });
  if (outcome.kind === "stopped") return;
  const ms = Date.now() - at;
  const settlement = settle(delivery, outcome, retry, { at, now: at + ms });
  deliveries.settle(
    delivery,
    {
      at,
      status: outcome.kind === "answered" ? outcome.status : null,
      ms,
      error: outcome.kind === "failed" ? outcome.error : null,
    },
    settlement,
  );
  if (settlement.state !== "delivered") {
    const answer = outcome.kind === "answered" ? `HTTP ${outcome.status}` : outcome.error;
    const next =
      settlement.state === "pending"
        ? `again in ${Math.round((settlement.retryAt - at - ms) / 1000)} s`
        : "given up";
    log(`${delivery.eventId}: attempt ${delivery.attempts + 1} failed (${answer}), ${next}`);
  }
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
