/** What is delivered in a run: mixed events in any order, some of them twice, a few that the org will never take. */
import { customerLives, type StripeEvent } from "../traffic/customer-lives.ts";
import type { Random } from "../traffic/random.ts";
import type { Delivery } from "../traffic/sender.ts";
import { eventTypeOf } from "../../worker/webhook/event-types.ts";

export interface TrafficPlan {
  /** Events the org takes. */
  readonly good: readonly StripeEvent[];
  /** Ids of events it refuses for good. */
  readonly poison: ReadonlySet<string>;
  readonly deliveries: readonly Delivery[];
}

const SENT_TWICE = 0.05;
const ONE_POISON_IN = 1_000;
const LEAST_POISON = 3;

/**
 * Poison is what Salesforce itself refuses with STRING_TOO_LONG: the edge accepts longer API versions than Stripe_Event__e has
 * room for.
 */
const TOO_LONG_API_VERSION = `2026-10-28.${"endive".repeat(20)}`;

export function planTraffic(random: Random, events: number, run: string): TrafficPlan {
  const all = customerLives(events, run);
  const poison = poisonIn(all, random, Math.max(LEAST_POISON, Math.round(events / ONE_POISON_IN)));
  const sent = all.map((event) =>
    poison.has(event.id) ? { ...event, api_version: TOO_LONG_API_VERSION } : event,
  );
  const deliveries = sent.map((event): Delivery => ({
    id: event.id,
    body: JSON.stringify(event),
  }));
  const repeats = deliveries.filter(() => random.next() < SENT_TWICE);
  return {
    good: all.filter(({ id }) => !poison.has(id)),
    poison,
    deliveries: random.shuffled([...deliveries, ...repeats]),
  };
}

/** The lanes in turn, each with its own way to the org. */
function poisonIn(events: readonly StripeEvent[], random: Random, count: number): Set<string> {
  const ofLane = Map.groupBy(random.shuffled(events), ({ type }) => eventTypeOf(type)?.lane);
  const lanes = [...ofLane.values()].map((group) => group.values());
  const poison = new Set<string>();
  for (let turn = 0; poison.size < count; turn += 1) {
    const next = lanes[turn % lanes.length]?.next();
    if (next?.done === false) poison.add(next.value.id);
  }
  return poison;
}
