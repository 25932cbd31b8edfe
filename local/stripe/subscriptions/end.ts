import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { idOf } from "../store/reference.ts";
import { canceled } from "./subscription.ts";
import { saveSubscription } from "./save.ts";

/** Ends a subscription now. Its drafts stop advancing; what is open stays open for whoever wants to pay it. */
export function endSubscription(
  operation: Operation,
  subscription: Stripe.Subscription,
  cancellation: Partial<Stripe.Subscription.CancellationDetails>,
): Stripe.Subscription {
  const ended = saveSubscription(
    operation,
    canceled(subscription, operation.now(subscription), cancellation),
  );
  stopInvoices(operation, ended);
  operation.emit("customer.subscription.deleted", ended);
  return ended;
}

/** Nothing of the subscription is finalized or tried again by itself. */
export function stopInvoices(operation: Operation, subscription: Stripe.Subscription): void {
  for (const invoice of invoicesOf(operation, subscription)) {
    if (invoice.status !== "draft" && invoice.status !== "open") continue;
    operation.change("invoice.updated", invoice, {
      ...invoice,
      auto_advance: false,
      automatically_finalizes_at: null,
      next_payment_attempt: null,
    });
  }
}

/** Newest first. */
export function invoicesOf(
  { objects }: Operation,
  subscription: Stripe.Subscription,
): Stripe.Invoice[] {
  return objects.all("invoice", {
    // There is an index by customer.
    customer: idOf(subscription.customer),
    "parent.subscription_details.subscription": subscription.id,
  });
}
