import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { draftInvoice, pendingItems } from "../invoices/draft.ts";
import type { NewInvoice } from "../invoices/invoice.ts";
import { saveSubscription } from "../subscriptions/save.ts";
import { idOf } from "../store/reference.ts";
import { discountsOver } from "./held-discounts.ts";
import { withoutUsedUp } from "./used-up.ts";

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
    discounts: discountsOver(subscription, customer),
  });
  const billed = saveSubscription(operation, { ...subscription, latest_invoice: invoice.id });
  return { invoice, subscription: withoutUsedUp(operation, billed, invoice) };
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
