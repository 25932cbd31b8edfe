import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { cancelSubscription } from "../subscriptions/cancel.ts";
import { hasEnded } from "../subscriptions/subscription.ts";

/** Deletes a customer for good. Its subscriptions end, its payment methods are let go; what it paid stays. */
export function deleteCustomer(operation: Operation, customer: Stripe.Customer): void {
  const { objects } = operation;
  for (const subscription of objects.all("subscription", { customer: customer.id })) {
    if (!hasEnded(subscription)) cancelSubscription(operation, subscription, {});
  }
  for (const method of objects.all("payment_method", { customer: customer.id })) {
    objects.save({ ...method, customer: null });
  }
  operation.emit("customer.deleted", objects.get("customer", customer.id));
  objects.remove("customer", customer.id);
}
