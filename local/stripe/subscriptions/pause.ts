import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { billNow } from "../billing/bill-now.ts";
import { keepProrations, prorationsOf } from "./prorations.ts";
import { becomePaused } from "./paused.ts";

export interface PauseRequest {
  /** Whether unused time is credited: from now, or not at all. */
  readonly unusedTimeFrom: "none" | "now";
  readonly invoicingBehavior: "invoice" | "pending_invoice_item";
}

/**
 * Suspends service and invoices until the subscription is resumed.
 * @throws StripeApiError 400 for one that is not active
 * @see https://docs.stripe.com/billing/subscriptions/pause
 */
export function pauseSubscription(
  operation: Operation,
  subscription: Stripe.Subscription,
  request: PauseRequest,
): Stripe.Subscription {
  if (
    subscription.status !== "active" ||
    subscription.collection_method !== "charge_automatically"
  ) {
    throw invalidRequest(
      "You can only pause a subscription that is active and charged automatically.",
    );
  }
  const now = operation.now(subscription);
  if (request.unusedTimeFrom === "now") {
    keepProrations(operation, subscription, prorationsOf(operation, subscription, [], now));
    if (request.invoicingBehavior === "invoice") {
      billNow(operation, subscription, "subscription_update", []);
    }
  }
  return becomePaused(operation, subscription.id, "pause_requested");
}
