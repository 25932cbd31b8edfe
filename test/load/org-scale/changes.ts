/** Events of Stripe for customers of a filled org: each doubles what it buys, and pays for it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { AdmittedEvent } from "../../../worker/event.ts";
import { stripeEventRecord } from "../../../worker/relay/stripe-event-record.ts";
import { readEvent } from "../../../worker/webhook/admission.ts";
import { type Business, type Customer, customerOf, priceOf } from "./business.ts";
import type { ScaledOrg } from "./scaled-org.ts";

const RECORDED = path.resolve(import.meta.dirname, "../../fixtures/stripe/2026-10-28.endive");
/** Of one call. Source: REST API Developer Guide, sObject Collections. */
const A_CALL = 200;
const DAY_S = 86_400;

/** The customers that change: as far apart as they can be, of those who pay their first subscription every month. */
export function changedCustomers(business: Business, count: number): readonly Customer[] {
  const changed: Customer[] = [];
  const step = Math.max(1, Math.floor(business.customers / (count * 2)));
  for (let number = 0; changed.length < count && number < business.customers; number += step) {
    const customer = customerOf(business, number);
    if (customer.left === null && customer.latest === "paid") changed.push(customer);
  }
  return changed;
}

/** Publishes what Stripe would say of the changes; it is applied when this returns. */
export function change(scaled: ScaledOrg, customers: readonly Customer[]): void {
  const now = Math.floor(scaled.time.now / 1000);
  const events = customers.flatMap((customer) => [
    admitted(subscriptionUpdated(customer, now), scaled.time.now),
    admitted(invoicePaid(customer, now), scaled.time.now),
  ]);
  publish(scaled, events);
}

/** Publishes that the price of a customer, and of all who have the same, cannot be bought any more. */
export function withdrawPrice(scaled: ScaledOrg, customer: Customer): void {
  const now = Math.floor(scaled.time.now / 1000);
  const event = recorded("price.updated");
  const object = { ...event.data.object, id: priceOf(customer), active: false };
  const withdrawn = {
    ...event,
    id: "evt_withdrawn",
    created: now,
    data: { object, previous_attributes: { active: true } },
  };
  publish(scaled, [admitted(withdrawn, scaled.time.now)]);
}

/** An event as Stripe recorded it, about other objects. */
export interface Told {
  readonly type: string;
  readonly id: string;
  /** What of its object differs from the recording. */
  readonly object: Readonly<Record<string, unknown>>;
}

export function publishRecorded(scaled: ScaledOrg, told: readonly Told[]): void {
  const now = Math.floor(scaled.time.now / 1000);
  const events = told.map(({ type, id, object }) => {
    const event = recorded(type);
    const data = { ...event.data, object: { ...event.data.object, ...object } };
    return admitted({ ...event, id, created: now, data }, scaled.time.now);
  });
  // A product that no subscription is of concerns nobody, and what several say of one price is taken once.
  publish(scaled, events, ["Processed", "Ignored", "Stale"]);
}

function publish(
  scaled: ScaledOrg,
  events: readonly AdmittedEvent[],
  ends: readonly string[] = ["Processed"],
): void {
  for (let start = 0; start < events.length; start += A_CALL) {
    const records = events.slice(start, start + A_CALL).map(stripeEventRecord);
    scaled.call("POST", "/composite/sobjects", { allOrNone: false, records });
  }
  scaled.org.settle();
  const other = scaled.query(
    `SELECT Event_Id__c, Status__c, Error__c FROM Stripe_Webhook_Event__c WHERE Status__c NOT IN ('${ends.join("', '")}') LIMIT 1`,
  );
  if (other.length > 0) throw new Error(`an event was not applied: ${JSON.stringify(other)}`);
}

function admitted(json: unknown, atMs: number): AdmittedEvent {
  const reading = readEvent(json, { atMs, correlationId: "org-scale" });
  if (!reading.ok || reading.value.kind !== "wanted")
    throw new Error(`not an event anybody waits for: ${JSON.stringify(reading)}`);
  return reading.value.event;
}

interface RecordedEvent {
  readonly data: { readonly object: Readonly<Record<string, unknown>> };
}

function recorded(type: string): RecordedEvent {
  // The fixtures are typed by the tests of the Worker, which check every one of them.
  return JSON.parse(readFileSync(path.join(RECORDED, `${type}.json`), "utf8")) as RecordedEvent;
}

function minorUnits({ currency, amount }: Customer): number {
  return currency === "JPY" ? amount : amount * 100;
}

function subscriptionUpdated(customer: Customer, now: number): unknown {
  const event = recorded("customer.subscription.updated");
  return {
    ...event,
    id: `evt_more_${customer.number}`,
    created: now,
    data: {
      object: { ...event.data.object, ...subscriptionOf(customer, now) },
      previous_attributes: { quantity: 1 },
    },
  };
}

/** What the recorded subscription is for a customer who buys two. @param now epoch seconds */
export function subscriptionOf(customer: Customer, now: number): Readonly<Record<string, unknown>> {
  const { number, currency, plan } = customer;
  const event = recorded("customer.subscription.updated");
  const unit = minorUnits(customer);
  const item = {
    ...itemIn(event),
    id: `si_${number}_0`,
    subscription: `sub_${number}_0`,
    discounts: [],
    quantity: 2,
    current_period_start: now,
    current_period_end: now + 30 * DAY_S,
    price: {
      ...priceIn(event),
      id: priceOf(customer),
      currency: currency.toLowerCase(),
      lookup_key: plan.toLowerCase(),
      unit_amount: unit,
      unit_amount_decimal: String(unit),
    },
  };
  return {
    id: `sub_${number}_0`,
    customer: `cus_${number}`,
    currency: currency.toLowerCase(),
    status: "active",
    discounts: [],
    metadata: {},
    pause_collection: null,
    items: { object: "list", data: [item], has_more: false, total_count: 1 },
  };
}

function itemIn({ data }: RecordedEvent): Readonly<Record<string, unknown>> {
  const { items } = data.object as {
    items: { data: readonly Readonly<Record<string, unknown>>[] };
  };
  return items.data[0] ?? {};
}

function priceIn(event: RecordedEvent): Readonly<Record<string, unknown>> {
  return itemIn(event)["price"] as Readonly<Record<string, unknown>>;
}

function invoicePaid(customer: Customer, now: number): unknown {
  const { number, currency } = customer;
  const event = recorded("invoice.paid");
  const total = minorUnits(customer);
  return {
    ...event,
    id: `evt_paid_${number}`,
    created: now,
    data: {
      object: {
        ...event.data.object,
        id: `in_more_${number}`,
        customer: `cus_${number}`,
        currency: currency.toLowerCase(),
        number: `M-${number}`,
        parent: {
          type: "subscription_details",
          quote_details: null,
          subscription_details: { subscription: `sub_${number}_0`, metadata: {} },
        },
        subtotal: total,
        total,
        total_excluding_tax: total,
        total_taxes: [],
        total_discount_amounts: [],
        amount_due: total,
        amount_paid: total,
        amount_remaining: 0,
        created: now,
        period_start: now,
        period_end: now + 30 * DAY_S,
        status_transitions: {
          finalized_at: now,
          marked_uncollectible_at: null,
          paid_at: now,
          voided_at: null,
        },
      },
    },
  };
}
