/** What a month is worth: the items at their prices, less the discounts that last. */
import type Stripe from "stripe";
import { amountOf } from "../../../../local/stripe/billing/amount-of.ts";
import type { Life } from "../life.ts";
import { money, rounded } from "./values.ts";

/** All prices of the lives are monthly. */
const MONTHS = 12;
const COUNTED = ["active", "past_due"];
const PAUSED_WITHOUT = ["void", "mark_uncollectible"];

/** Every item, as the API answers them with their tiers: an event and a subscription bring ten. */
export function itemsOf({ objects, subscription }: Life): readonly Stripe.SubscriptionItem[] {
  const listed = objects.get(`/v1/subscription_items?subscription=${subscription.id}`);
  return (listed as { data: Stripe.SubscriptionItem[] }).data;
}

/** The first that is not metered. */
export function planOf(items: readonly Stripe.SubscriptionItem[]): Stripe.SubscriptionItem {
  const plan = items.find(({ price }) => price.recurring?.usage_type !== "metered") ?? items[0];
  if (plan === undefined) throw new Error("The subscription has no items.");
  return plan;
}

/** What an item costs in a month before discounts, in units. */
export function listOf({ price, quantity }: Stripe.SubscriptionItem): number {
  return money(amountOf(price, quantity ?? 0));
}

export function isOver({ subscription: { status } }: Life): boolean {
  return status === "canceled" || status === "incomplete_expired";
}

export function counts({ subscription: { status, pause_collection: pause } }: Life): boolean {
  return COUNTED.includes(status) && !PAUSED_WITHOUT.includes(pause?.behavior ?? "");
}

/** What a year of each item is worth, by item: less its own discounts, then those of all of it. */
function yearsOf(life: Life): Map<string, number> {
  const years = itemsOf(life).map((item) => {
    const year = [listOf(item) * MONTHS];
    for (const discount of item.discounts) takeOff(year, discount, life);
    return [item.id, year[0] ?? 0] as const;
  });
  const amounts = years.map(([, year]) => year);
  const { discounts } = life.subscription;
  const inherited = life.customer.discount === undefined ? null : life.customer.discount;
  const ofAll = discounts.length > 0 || inherited === null ? discounts : [inherited];
  for (const discount of ofAll) takeOff(amounts, discount, life);
  return new Map(years.map(([id], index) => [id, amounts[index] ?? 0]));
}

/** Only what lasts for ever reduces what recurs; an amount is spread by what is left of each item. */
function takeOff(years: number[], named: string | Stripe.Discount, life: Life): void {
  const coupon = couponOf(named, life);
  if (coupon?.duration !== "forever") return;
  const all = years.reduce((sum, year) => sum + year, 0);
  if (all === 0) return;
  const left =
    coupon.percent_off === null
      ? Math.max(0, all - money(coupon.amount_off ?? 0) * MONTHS) / all
      : 1 - coupon.percent_off / 100;
  for (const index of years.keys()) years[index] = (years[index] ?? 0) * left;
}

/** The terms of a discount; a deleted coupon keeps those of its last event. */
function couponOf(named: string | Stripe.Discount, life: Life): Stripe.Coupon | undefined {
  const discount = typeof named === "string" ? discountById(named, life) : named;
  const coupon = discount?.source.coupon;
  const id = typeof coupon === "string" ? coupon : coupon?.id;
  return life.coupons.find((each) => each.id === id);
}

/** As it was when it was given. */
function discountById(id: string, { sent }: Life): Stripe.Discount | undefined {
  return sent.flatMap((event) =>
    event.type === "customer.discount.created" && event.data.object.id === id
      ? [event.data.object]
      : [],
  )[0];
}

/** What an item is worth in a year, and in a month: zero once it is over, and while it does not count. */
export function revenueOf(
  item: Stripe.SubscriptionItem,
  life: Life,
): { year: number; month: number } {
  const year = isOver(life) ? 0 : (yearsOf(life).get(item.id) ?? 0);
  return { year: rounded(year, 4), month: counts(life) ? rounded(year / MONTHS, 3) : 0 };
}

/** What the subscription is worth in a month whether or not it counts. */
export function monthlyAmount(life: Life): number {
  const years = [...yearsOf(life).values()];
  return isOver(life) ? 0 : rounded(years.reduce((sum, year) => sum + year, 0) / MONTHS, 3);
}

export function monthlyRevenue(life: Life): number {
  return counts(life) ? monthlyAmount(life) : 0;
}
