import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { attach, usePaymentMethod } from "../payment_methods/use-payment-method.ts";
import { changeSubscription } from "../subscriptions/save.ts";
import { hasEnded } from "../subscriptions/subscription.ts";
import { applyUpdate } from "../subscriptions/update.ts";

/**
 * Saves a card and makes it the one that is charged: for the customer's invoices, and for subscriptions that had one of their own.
 * @throws StripeApiError 402 for a card its bank declines
 */
export function updateCard(operation: Operation, customer: Stripe.Customer, name: string): void {
  if (name === "") throw invalidRequest("Choose a card.", "payment_method", "parameter_missing");
  const { objects } = operation;
  const method = attach(operation, usePaymentMethod(operation, name, "payment_method"), customer);
  for (const held of objects.all("subscription", { customer: customer.id })) {
    if (hasEnded(held) || held.default_payment_method === null) continue;
    changeSubscription(operation, held, { ...held, default_payment_method: method.id });
  }
  const current = objects.get("customer", customer.id);
  operation.change("customer.updated", current, {
    ...current,
    invoice_settings: { ...current.invoice_settings, default_payment_method: method.id },
  });
}

/** @throws StripeApiError 400 for a subscription that has ended */
export function cancelAtPeriodEnd(operation: Operation, subscription: Stripe.Subscription): void {
  applyUpdate(operation, requireCurrent(subscription), { cancel_at_period_end: true });
}

/** Takes back the wish to end. @throws StripeApiError 400 for a subscription that has ended */
export function keepSubscription(operation: Operation, subscription: Stripe.Subscription): void {
  applyUpdate(operation, requireCurrent(subscription), { cancel_at_period_end: false });
}

function requireCurrent(subscription: Stripe.Subscription): Stripe.Subscription {
  if (hasEnded(subscription)) throw invalidRequest("This subscription has ended.");
  return subscription;
}
