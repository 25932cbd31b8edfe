import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { noSuch } from "../api/stripe-error.ts";
import { billNow } from "../billing/bill-now.ts";
import { endSubscription } from "./end.ts";
import { keepProrations, prorationsOf } from "./prorations.ts";
import { hasEnded } from "./subscription.ts";

export interface CancelRequest {
  /** Whether the customer is credited for the time that is left. */
  readonly prorate?: boolean | undefined;
  /** Whether what waits for the next invoice is invoiced now. */
  readonly invoiceNow?: boolean | undefined;
  readonly details?: Partial<Stripe.Subscription.CancellationDetails> | undefined;
}

/** Ends a subscription on request. @throws StripeApiError 404 when it has ended before, as Stripe answers */
export function cancelSubscription(
  operation: Operation,
  subscription: Stripe.Subscription,
  request: CancelRequest,
): Stripe.Subscription {
  if (hasEnded(subscription)) throw noSuch("subscription", subscription.id, "id");
  if (request.prorate === true) {
    const at = operation.now(subscription);
    keepProrations(operation, subscription, prorationsOf(operation, subscription, [], at));
  }
  if (request.invoiceNow === true) billNow(operation, subscription, "subscription_update", []);
  return endSubscription(operation, operation.objects.get("subscription", subscription.id), {
    reason: "cancellation_requested",
    ...request.details,
  });
}
