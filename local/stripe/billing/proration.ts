import type Stripe from "stripe";
import { amountOf } from "./amount-of.ts";
import type { Period } from "./calendar.ts";
import { share, stepOf } from "./rounding.ts";

/** A line for part of a period: a credit for time that will not be used, or a charge for time that will. */
export interface Proration {
  readonly amount: number;
  readonly currency: string;
  readonly description: string;
  readonly item: Stripe.SubscriptionItem;
  readonly period: Period;
}

const FULL_PRICE = 100;

export interface ProratedTime {
  /** When the change takes effect; what remains is counted by the second. */
  readonly at: number;
  /** The period that is cut. */
  readonly period: Period;
  /** Percent of the list price the customer pays for an item, for example 80 under a 20% coupon; all of it when absent. */
  readonly percentPaid?: (item: Stripe.SubscriptionItem) => number;
  /** What the subscription is billed in; each price's own when absent. */
  readonly currency?: string;
}

/**
 * What a change of items costs for the rest of the period: each item that was paid and is gone or different is
 * credited, each that is new or different is charged. Unchanged items make no line.
 * @param names of products by id
 * @see https://docs.stripe.com/billing/subscriptions/prorations
 */
export function prorate(
  before: readonly Stripe.SubscriptionItem[],
  after: readonly Stripe.SubscriptionItem[],
  time: ProratedTime,
  names: (price: Stripe.Price) => string,
): Proration[] {
  const credits = before
    .filter((item) => !after.some((other) => sameCharge(item, other)))
    .map((item) => line(item, -1, time, names));
  const charges = after
    .filter((item) => !before.some((other) => sameCharge(item, other)))
    .map((item) => line(item, 1, time, names));
  return [...credits, ...charges];
}

function sameCharge(a: Stripe.SubscriptionItem, b: Stripe.SubscriptionItem): boolean {
  return a.id === b.id && a.price.id === b.price.id && a.quantity === b.quantity;
}

function line(
  item: Stripe.SubscriptionItem,
  sign: -1 | 1,
  { at, period, percentPaid = () => FULL_PRICE, currency = item.price.currency }: ProratedTime,
  names: (price: Stripe.Price) => string,
): Proration {
  const quantity = item.quantity ?? 1;
  const full = sign * amountOf(item.price, quantity, currency);
  const whole = (period.end - period.start) * FULL_PRICE * 100;
  const part = (period.end - at) * Math.round(percentPaid(item) * 100);
  const what = `${quantity > 1 ? `${quantity} × ` : ""}${names(item.price)}`;
  const time = sign < 0 ? "Unused" : "Remaining";
  return {
    amount: share(full, part, whole, stepOf(currency)),
    currency,
    description: `${time} time on ${what} after ${dayOf(at)}`,
    item,
    period: { start: at, end: period.end },
  };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `03 Mar 2026` */
function dayOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  const day = String(date.getUTCDate()).padStart(2, "0");
  return `${day} ${MONTHS[date.getUTCMonth()] ?? ""} ${date.getUTCFullYear()}`;
}
