import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";

/** Keeps a subscription, and each of its items under its own id. */
export function saveSubscription(
  { objects }: Operation,
  subscription: Stripe.Subscription,
): Stripe.Subscription {
  for (const item of subscription.items.data) objects.save(item);
  objects.save(subscription);
  return subscription;
}

/** Keeps a subscription's new state and tells what changed. */
export function changeSubscription(
  operation: Operation,
  before: Stripe.Subscription,
  after: Stripe.Subscription,
): Stripe.Subscription {
  saveSubscription(operation, after);
  return operation.change("customer.subscription.updated", before, after);
}
