import type { Attempted, AttemptOptions } from "./attempt.ts";
import { attemptDelivery, newAgents } from "./attempt.ts";
import type { DeliveryStore } from "./delivery-store.ts";

export interface DeliveryOptions extends AttemptOptions {
  readonly deliveries: DeliveryStore;
  /** While it says so nothing is sent. */
  readonly paused: () => boolean;
  /** How many deliveries may be under way at once. */
  readonly concurrency: number;
}

export interface Delivering {
  /** Looks for due deliveries soon; call after adding some. */
  readonly wake: () => void;
  /** Ends at once; what was under way is sent again after the next start. */
  readonly stop: () => Promise<void>;
}

/** setTimeout takes no longer wait than this, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Sends due deliveries to their endpoints, and again after failures, until stopped. */
export function startDelivering(options: DeliveryOptions): Delivering {
  const { deliveries, concurrency, log } = options;
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  const agents = newAgents(concurrency);
  let ended: Attempted[] = [];
  let timer: NodeJS.Timeout | undefined;
  let round: NodeJS.Immediate | undefined;

  // What ended meanwhile is filed together with taking what is due: one transaction for many deliveries.
  const settleEnded = (): void => {
    for (const { delivery, attempt, settlement } of ended) {
      deliveries.settle(delivery, attempt, settlement);
    }
    ended = [];
  };
  const begin = (delivery: Parameters<typeof attemptDelivery>[2]): void => {
    const sending = attemptDelivery(options, agents, delivery, stopping.signal)
      .then((attempted) => {
        if (attempted !== undefined) ended.push(attempted);
      })
      .catch((error: unknown) => log(`Delivery ${delivery.id} broke: ${String(error)}`))
      .finally(() => {
        underWay.delete(sending);
        wake();
      });
    underWay.add(sending);
  };
  const goRound = (): void => {
    round = undefined;
    clearTimeout(timer);
    const free = options.paused() ? 0 : concurrency - underWay.size;
    const due = deliveries.together(() => {
      settleEnded();
      return free > 0 ? deliveries.claim(Date.now(), free) : [];
    });
    due.forEach(begin);
    const dueAt = free > 0 ? deliveries.nextDueAt() : undefined;
    if (dueAt !== undefined && underWay.size < concurrency) {
      timer = setTimeout(wake, Math.min(Math.max(dueAt - Date.now(), 0), LONGEST_TIMER));
    }
  };
  const wake = (): void => {
    if (!stopping.signal.aborted) round ??= setImmediate(goRound);
  };

  deliveries.releaseClaims();
  wake();
  return {
    wake,
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      clearImmediate(round);
      await Promise.all(underWay);
      deliveries.together(settleEnded);
      agents.http.destroy();
      agents.https.destroy();
      deliveries.releaseClaims();
    },
  };
}
