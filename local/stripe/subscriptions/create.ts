import type Stripe from "stripe";
import { withMetadata } from "../api/metadata.ts";
import type { Operation } from "../api/operation.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { DAY } from "../billing/calendar.ts";
import { namedDiscounts } from "../billing/promotion-code.ts";
import type { CreateParameters } from "./parameters.ts";
import { subscribe } from "./subscribe.ts";
import type { SubscriptionSettings } from "./subscription.ts";

/** POST /v1/subscriptions. @throws StripeApiError as `subscribe` does */
export function createSubscription(
  operation: Operation,
  parameters: CreateParameters,
): Stripe.Subscription {
  const { objects } = operation;
  const customer = objects.named("customer", parameters.customer, "customer");
  const { subscription } = subscribe(operation, {
    customer,
    currency: parameters.currency,
    items: parameters.items.map(({ price, quantity, metadata, discounts }, index) => ({
      price: objects.named("price", price, `items[${index}][price]`),
      quantity: quantity ?? 1,
      metadata: withMetadata({}, metadata),
      discounts: namedDiscounts(objects, discounts ?? [], customer.id),
    })),
    settings: settingsOf(operation, parameters, customer),
    discounts: namedDiscounts(objects, parameters.discounts ?? [], customer.id),
    trialEnd: trialEndOf(parameters, operation.now(customer)),
    paymentBehavior: parameters.payment_behavior ?? "allow_incomplete",
  });
  return subscription;
}

function settingsOf(
  operation: Operation,
  parameters: CreateParameters,
  customer: Stripe.Customer,
): Partial<SubscriptionSettings> {
  const { payment_settings: payment } = parameters;
  const method = parameters.default_payment_method ?? null;
  if (method !== null) requireOwnMethod(operation, method, customer.id);
  if (parameters.collection_method === "send_invoice" && parameters.days_until_due === undefined) {
    throw invalidRequest(
      "If `collection_method` is set to `send_invoice`, `days_until_due` must be specified.",
      "days_until_due",
      "parameter_missing",
    );
  }
  return {
    cancelAt: parameters.cancel_at ?? null,
    cancelAtPeriodEnd: parameters.cancel_at_period_end ?? false,
    collectionMethod: parameters.collection_method ?? "charge_automatically",
    daysUntilDue: parameters.days_until_due ?? null,
    defaultPaymentMethod: method,
    description: parameters.description ?? null,
    metadata: withMetadata({}, parameters.metadata),
    paymentMethodTypes: payment?.payment_method_types ?? null,
    saveDefaultPaymentMethod: payment?.save_default_payment_method ?? "off",
    missingPaymentMethod:
      parameters.trial_settings?.end_behavior.missing_payment_method ?? "create_invoice",
  };
}

/** @throws StripeApiError 400 for a payment method of somebody else */
export function requireOwnMethod({ objects }: Operation, id: string, customer: string): void {
  const method = objects.named("payment_method", id, "default_payment_method");
  if (method.customer === customer) return;
  throw invalidRequest(
    `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
    "default_payment_method",
    "resource_missing",
  );
}

function trialEndOf(parameters: CreateParameters, now: number): number | null {
  const { trial_end: end, trial_period_days: days } = parameters;
  if (end !== undefined && days !== undefined) {
    throw invalidRequest(
      "You may only specify one of these parameters: trial_end, trial_period_days.",
      "trial_end",
    );
  }
  if (days !== undefined) return now + days * DAY;
  if (end === undefined) return null;
  if (end > now) return end;
  throw invalidRequest(
    "Invalid timestamp: must be an integer Unix timestamp in the future.",
    "trial_end",
  );
}
