/**
 * As many Stripe events as a test wants: the recorded life of one customer, every type of it, lived again and again by customers of
 * other ids. Within a life each event has a second of its own, so that whatever order they arrive in, the newest is known.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export interface StripeEvent {
  readonly id: string;
  readonly type: string;
  readonly created: number;
  readonly api_version: string;
  readonly data: {
    readonly object: Readonly<Record<string, unknown>> & { readonly id: string };
  };
}

const RECORDED = path.resolve(import.meta.dirname, "../fixtures/stripe/2026-10-28.endive");

/** A Stripe id: prefix, then the marker the recorded ones share. The coupon's was chosen by a person and has no prefix. */
const STRIPE_ID = /\b((?:[a-z]+_)+[A-Za-z0-9]*Relay[A-Za-z0-9]*|RELAY20)/g;
/** References into a Salesforce org that is not this one. */
const SALESFORCE_REFERENCE = /^salesforce_/;

const SECOND_BETWEEN_EVENTS = 60;

let recorded: readonly string[] | undefined;

/** One text an event type, oldest first by what the recorded event says of itself. */
function recordedTexts(): readonly string[] {
  recorded ??= readdirSync(RECORDED)
    .filter((file) => file.endsWith(".json"))
    .map((file) => readFileSync(path.join(RECORDED, file), "utf8"))
    .toSorted((a, b) => eventOf(a).created - eventOf(b).created);
  return recorded;
}

/** Event types in one life. */
export function eventsALife(): number {
  return recordedTexts().length;
}

/**
 * The first `count` events of as many lives as that takes.
 * @param run tells the ids of this run from those of any other on the same data
 */
export function customerLives(
  count: number,
  run: string,
  types: (type: string) => boolean = () => true,
): StripeEvent[] {
  const texts = recordedTexts().filter((text) => types(eventOf(text).type));
  return Array.from({ length: count }, (_, index) => {
    const life = Math.floor(index / texts.length);
    const step = index % texts.length;
    const text = texts[step];
    if (text === undefined) throw new Error("No event is recorded of the types asked for.");
    return lived(text, `${run}${life}x`, step);
  });
}

function lived(text: string, suffix: string, step: number): StripeEvent {
  const event = eventOf(text.replaceAll(STRIPE_ID, `$1${suffix}`));
  const object = withoutTransactions(
    withoutDiscounts(withoutSalesforceReferences(event.data.object)),
  );
  return {
    ...event,
    id: `evt_${suffix}${step}`,
    created: event.created - (event.created % 86_400) + step * SECOND_BETWEEN_EVENTS,
    data: { ...event.data, object },
  };
}

/** A discount is named by its id, and the terms would be asked of a Stripe that has never seen these subscriptions. */
function withoutDiscounts<T extends Readonly<Record<string, unknown>>>(object: T): T {
  return object["object"] === "subscription" ? { ...object, discounts: [] } : object;
}

/** What a payout is made of would be asked of a Stripe that never paid out. */
function withoutTransactions<T extends Readonly<Record<string, unknown>>>(object: T): T {
  return object["object"] === "payout"
    ? { ...object, reconciliation_status: "in_progress" }
    : object;
}

function withoutSalesforceReferences<T extends Readonly<Record<string, unknown>>>(object: T): T {
  const { metadata } = object;
  if (typeof metadata !== "object" || metadata === null) return object;
  const kept = Object.entries(metadata).filter(([key]) => !SALESFORCE_REFERENCE.test(key));
  return { ...object, metadata: Object.fromEntries(kept) };
}

function eventOf(text: string): StripeEvent {
  // The fixtures are typed by the tests of the Worker, which check every one of them.
  return JSON.parse(text) as StripeEvent;
}
