import { priceIn } from "../prices/price.ts";
import type Stripe from "stripe";
import { amountOf, isMetered, unitAmount, usageAmountOf } from "../billing/amount-of.ts";
import type { Period } from "../billing/calendar.ts";
import { inMajorUnits } from "../billing/in-major-units.ts";
import { idOf } from "../store/reference.ts";
import { newLine, ofSubscriptionItem } from "./line-item.ts";

/** The lines that bill each item for a whole period in advance. What is metered costs nothing then. */
export function periodLines(
  subscription: Stripe.Subscription,
  period: Period,
  names: (price: Stripe.Price) => string,
): Stripe.InvoiceLineItem[] {
  return subscription.items.data.map((item) => {
    const quantity = item.quantity ?? (isMetered(item.price) ? 0 : 1);
    return itemLine(subscription, item, period, {
      quantity,
      amount: amountOf(item.price, quantity, subscription.currency),
      description: `${quantity} × ${names(item.price)} (at ${rate(priceIn(item.price, subscription.currency) ?? item.price)})`,
    });
  });
}

/**
 * The lines that bill metered items for what was used in a period that is over.
 * @param used of an item
 */
export function usageLines(
  subscription: Stripe.Subscription,
  period: Period,
  names: (price: Stripe.Price) => string,
  used: (item: Stripe.SubscriptionItem) => number,
): Stripe.InvoiceLineItem[] {
  return subscription.items.data
    .filter(({ price }) => isMetered(price))
    .map((item) => {
      const quantity = used(item);
      return itemLine(subscription, item, period, {
        quantity,
        amount: usageAmountOf(item.price, quantity, subscription.currency),
        description: `${quantity} × ${names(item.price)} (at ${rate(priceIn(item.price, subscription.currency) ?? item.price)})`,
      });
    });
}

/** The lines that say a trial costs nothing. */
export function trialLines(
  subscription: Stripe.Subscription,
  period: Period,
  names: (price: Stripe.Price) => string,
): Stripe.InvoiceLineItem[] {
  return subscription.items.data.map((item) =>
    itemLine(subscription, item, period, {
      quantity: item.quantity ?? 1,
      amount: 0,
      description: `Trial period for ${names(item.price)}`,
    }),
  );
}

function itemLine(
  subscription: Stripe.Subscription,
  item: Stripe.SubscriptionItem,
  period: Period,
  billed: {
    readonly amount: number;
    readonly description: string;
    readonly quantity: number;
  },
): Stripe.InvoiceLineItem {
  return newLine({
    ...billed,
    currency: subscription.currency,
    discountable: true,
    discounts: item.discounts.flatMap((each) => idOf(each) ?? []),
    // A line of a subscription carries the subscription's metadata.
    metadata: { ...subscription.metadata },
    parent: ofSubscriptionItem(item, false),
    period,
    price: item.price,
    subscription: subscription.id,
  });
}

/** `$20.00 / month`, `¥500 / 3 months` */
function rate(price: Stripe.Price): string {
  const { interval = "", interval_count: count = 1 } = price.recurring ?? {};
  const every = count === 1 ? interval : `${count} ${interval}s`;
  const amount =
    price.billing_scheme === "tiered"
      ? "tiered prices"
      : inMajorUnits(unitAmount(price), price.currency);
  return `${amount} / ${every}`;
}
