import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { customerOf } from "../billing/bill-subscription.ts";
import { appliedDiscounts, isFor } from "../billing/discount.ts";
import { discountsOver } from "../billing/held-discounts.ts";
import { productNames } from "../billing/product-name.ts";
import type { Proration } from "../billing/proration.ts";
import { prorate } from "../billing/proration.ts";
import { prorationItem } from "../invoice_items/invoice-item.ts";
import { idOf } from "../store/reference.ts";
import { currentPeriod } from "./subscription.ts";

export type ProrationBehavior = "always_invoice" | "create_prorations" | "none";

/** What changing a subscription's items at a moment credits and charges for the rest of its period. */
export function prorationsOf(
  operation: Operation,
  subscription: Stripe.Subscription,
  after: readonly Stripe.SubscriptionItem[],
  at: number,
): Proration[] {
  // Time that was free is not given back, and time that is free costs nothing.
  if (subscription.status === "trialing") return [];
  const over = discountsOver(subscription, customerOf(operation, subscription));
  const percentPaid = ({ discounts, price }: Stripe.SubscriptionItem): number =>
    appliedDiscounts(operation, [...discounts, ...over], at)
      .filter((applied) => isFor(applied, idOf(price.product)))
      .reduce((percent, { percentOff: off }) => (percent * (100 - (off ?? 0))) / 100, 100);
  const period = currentPeriod(subscription);
  const { currency } = subscription;
  const time = { at: Math.min(at, period.end), period, percentPaid, currency };
  return prorate(subscription.items.data, after, time, productNames(operation));
}

/** Keeps prorations as items that wait for the subscription's next invoice. */
export function keepProrations(
  operation: Operation,
  subscription: Stripe.Subscription,
  prorations: readonly Proration[],
): Stripe.InvoiceItem[] {
  const customer = customerOf(operation, subscription);
  const now = operation.now(subscription);
  return prorations.map((proration) =>
    operation.add("invoiceitem.created", prorationItem(proration, customer, now)),
  );
}
