/** What is delivered in a run: mixed events in any order, some of them twice, a few that the org will never take. */
import { customerLives, type StripeEvent } from "../traffic/customer-lives.ts";
import type { Random } from "../traffic/random.ts";
import type { Delivery } from "../traffic/sender.ts";
import { DEPLOYED_AT } from "./schedule.ts";
import { eventTypeOf } from "../../worker/webhook/event-types.ts";

export interface TrafficPlan {
  /** Events the org takes. */
  readonly good: readonly StripeEvent[];
  /** Ids of events it refuses for good. */
  readonly poison: ReadonlySet<string>;
  readonly deliveries: readonly Delivery[];
  /** Events Stripe created from then on are all delivered after the deployment, Unix seconds. */
  readonly deploymentS: number;
}

const SENT_TWICE = 0.05;
const ONE_POISON_IN = 1_000;
const LEAST_POISON = 3;
/** Of the events from before the deployment: delivered after it, and again in any order. */
const LATE = 0.2;
/** Deliveries on either side of the deployment that are of events from before it: the moment it comes is not exact. */
const MARGIN = 0.02;

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
  const good = all.filter(({ id }) => !poison.has(id));
  return { good, poison, ...ordered(random, sent, poison) };
}

/**
 * In no order, but for the deployment: what Stripe created after it is delivered after it, and what it created before is delivered before it for the
 * most part. The first of all is one that dies, so that there is a dead letter soon.
 */
function ordered(
  random: Random,
  sent: readonly StripeEvent[],
  poison: ReadonlySet<string>,
): Pick<TrafficPlan, "deliveries" | "deploymentS"> {
  const delivery = (event: StripeEvent): Delivery => ({
    id: event.id,
    body: JSON.stringify(event),
  });
  const byTime = random.shuffled(sent).toSorted((a, b) => a.created - b.created);
  const deploymentS = byTime[Math.ceil(sent.length * (DEPLOYED_AT + LATE))]?.created ?? 0;
  const before = random.shuffled(sent.filter(({ created }) => created < deploymentS));
  const first = before.findIndex(
    ({ id, type }) => poison.has(id) && eventTypeOf(type)?.lane !== "bulk",
  );
  if (first > 0) before.unshift(...before.splice(first, 1));
  const repeats = sent.filter(() => random.next() < SENT_TWICE);
  const inTime = Math.ceil((sent.length + repeats.length) * (DEPLOYED_AT + MARGIN));
  const late = before.slice(inTime);
  const after = random.shuffled([
    ...sent.filter(({ created }) => created >= deploymentS),
    ...late.slice(Math.ceil(sent.length * MARGIN)),
    ...repeats,
  ]);
  const margin = late.slice(0, Math.ceil(sent.length * MARGIN));
  return {
    deploymentS,
    deliveries: [...before.slice(0, inTime), ...margin, ...after].map(delivery),
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
