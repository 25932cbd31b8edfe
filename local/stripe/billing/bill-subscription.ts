import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { draftInvoice, pendingItems } from "../invoices/draft.ts";
import type { NewInvoice } from "../invoices/invoice.ts";
import { changeSubscription, saveSubscription } from "../subscriptions/save.ts";
import { appliedDiscounts } from "./discount.ts";
import { idOf } from "../store/reference.ts";

export interface Bill {
  readonly reason: NewInvoice["billingReason"];
  readonly lines: readonly Stripe.InvoiceLineItem[];
  readonly period: { readonly start: number; readonly end: number };
  readonly advances: NewInvoice["advances"];
}

/** Drafts an invoice of a subscription, which takes up what waits for its next one, and makes it the latest. */
export function billSubscription(
  operation: Operation,
  subscription: Stripe.Subscription,
  bill: Bill,
): { invoice: Stripe.Invoice; subscription: Stripe.Subscription } {
  const customer = customerOf(operation, subscription);
  const invoice = draftInvoice(operation, {
    customer,
    currency: subscription.currency,
    billingReason: bill.reason,
    collectionMethod: subscription.collection_method,
    daysUntilDue: subscription.days_until_due,
    advances: bill.advances,
    subscription,
    period: bill.period,
    description: subscription.description,
    metadata: {},
    lines: bill.lines,
    pending: pendingItems(operation, customer.id, subscription.id),
    discounts: subscription.discounts,
  });
  const billed = saveSubscription(operation, { ...subscription, latest_invoice: invoice.id });
  return { invoice, subscription: usedUp(operation, billed, invoice) };
}

/** A discount of duration `once` goes with the first invoice it is on. */
function usedUp(
  operation: Operation,
  subscription: Stripe.Subscription,
  invoice: Stripe.Invoice,
): Stripe.Subscription {
  const once = appliedDiscounts(operation, subscription.discounts, invoice.created).filter(
    (applied) => applied.once,
  );
  if (once.length === 0) return subscription;
  const gone = new Set(once.map(({ discount }) => discount));
  for (const { discount } of once) {
    operation.emit("customer.discount.deleted", operation.objects.get("discount", discount));
  }
  return changeSubscription(operation, subscription, {
    ...subscription,
    discounts: subscription.discounts.filter((each) => !gone.has(idOf(each) ?? "")),
  });
}

/** @throws Error for a customer that was deleted, whose subscriptions have ended */
export function customerOf(
  { objects }: Operation,
  subscription: Stripe.Subscription,
): Stripe.Customer {
  const customer = objects.find("customer", idOf(subscription.customer) ?? "");
  if (customer === undefined)
    throw new Error(`The subscription ${subscription.id} has no customer.`);
  return customer;
}
