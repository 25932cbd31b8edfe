import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { idOf } from "../store/reference.ts";
import { changeSubscription } from "../subscriptions/save.ts";
import type { DiscountReferences } from "./discount.ts";
import { appliedDiscounts } from "./discount.ts";
import { removeDiscounts } from "./held-discounts.ts";

/** A subscription without the discounts of duration `once`, its own and its items', which go with the first invoice they are on. */
export function withoutUsedUp(
  operation: Operation,
  subscription: Stripe.Subscription,
  invoice: Stripe.Invoice,
): Stripe.Subscription {
  const items = subscription.items.data;
  const all = [...subscription.discounts, ...items.flatMap(({ discounts }) => discounts)];
  const gone = new Set(onceOf(operation, all, invoice));
  removeDiscounts(operation, [...gone]);
  if (subscription.discounts.length === 0) useUpCustomerDiscount(operation, invoice);
  if (gone.size === 0) return subscription;
  return changeSubscription(operation, subscription, {
    ...subscription,
    discounts: left(subscription.discounts, gone),
    items: {
      ...subscription.items,
      data: items.map((item) => ({ ...item, discounts: left(item.discounts, gone) })),
    },
  });
}

/** The customer's own discount goes likewise with the first invoice it came off. */
export function useUpCustomerDiscount(operation: Operation, invoice: Stripe.Invoice): void {
  const customer = operation.objects.find("customer", idOf(invoice.customer) ?? "");
  if (!customer?.discount) return;
  const gone = onceOf(operation, [customer.discount], invoice);
  if (gone.length === 0) return;
  removeDiscounts(operation, gone);
  operation.change("customer.updated", customer, { ...customer, discount: null });
}

function onceOf(
  operation: Operation,
  named: DiscountReferences,
  invoice: Stripe.Invoice,
): string[] {
  return appliedDiscounts(operation, named, invoice.created)
    .filter(({ once }) => once)
    .map(({ discount }) => discount);
}

function left<Reference extends string | { readonly id: string }>(
  named: readonly Reference[],
  gone: ReadonlySet<string>,
): Reference[] {
  return named.filter((each) => !gone.has(idOf(each) ?? ""));
}
