import type Stripe from "stripe";
import type { Cadence, Period } from "../billing/calendar.ts";
import { newId } from "../ids.ts";

export interface NewItem {
  /** A new one when absent. */
  readonly id?: string | undefined;
  /** Seconds since 1970. */
  readonly created: number;
  readonly subscription: string;
  readonly price: Stripe.Price;
  readonly quantity: number;
  readonly period: Period;
  readonly metadata: Stripe.Metadata;
  /** Of this item alone, by id. */
  readonly discounts?: readonly string[] | undefined;
}

export function newItem(asked: NewItem): Stripe.SubscriptionItem {
  return {
    id: asked.id ?? newId("si_"),
    object: "subscription_item",
    billed_until: asked.period.end,
    billing_thresholds: null,
    created: asked.created,
    current_period_end: asked.period.end,
    current_period_start: asked.period.start,
    current_trial: null,
    discounts: [...(asked.discounts ?? [])],
    metadata: asked.metadata,
    plan: planOf(asked.price),
    price: asked.price,
    ...quantityOf(asked.price, asked.quantity),
    subscription: asked.subscription,
    tax_rates: [],
  } satisfies Stripe.SubscriptionItem;
}

export function inPeriod(item: Stripe.SubscriptionItem, period: Period): Stripe.SubscriptionItem {
  return {
    ...item,
    billed_until: period.end,
    current_period_end: period.end,
    current_period_start: period.start,
  };
}

export function atPrice(
  item: Stripe.SubscriptionItem,
  price: Stripe.Price,
  quantity: number,
): Stripe.SubscriptionItem {
  const rest = { ...item };
  delete rest.quantity;
  return { ...rest, plan: planOf(price), price, ...quantityOf(price, quantity) };
}

/** What is metered has usage and no quantity. */
function quantityOf(price: Stripe.Price, quantity: number): { quantity?: number } {
  return price.recurring?.usage_type === "metered" ? {} : { quantity };
}

/** @throws Error for a one-time price, which no item has */
export function cadenceOf(price: Stripe.Price): Cadence {
  const { recurring } = price;
  const interval = INTERVALS.find((each) => each === recurring?.interval);
  if (interval === undefined || recurring === null) {
    throw new Error(`The price ${price.id} does not recur.`);
  }
  return { interval, intervalCount: recurring.interval_count };
}

const INTERVALS = ["day", "week", "month", "year"] as const;

export function sameCadence(a: Cadence, b: Cadence): boolean {
  return a.interval === b.interval && a.intervalCount === b.intervalCount;
}

/** Items still carry the price in the shape plans had before prices. */
export function planOf(price: Stripe.Price): Stripe.Plan {
  return {
    id: price.id,
    object: "plan",
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: price.billing_scheme,
    created: price.created,
    currency: price.currency,
    interval: cadenceOf(price).interval,
    interval_count: cadenceOf(price).intervalCount,
    livemode: false,
    metadata: price.metadata,
    meter: price.recurring?.meter ?? null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: price.tiers_mode,
    transform_usage: price.transform_quantity,
    trial_period_days: price.recurring?.trial_period_days ?? null,
    usage_type: price.recurring?.usage_type ?? "licensed",
  } satisfies Stripe.Plan;
}
