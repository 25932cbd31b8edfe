import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { saveSubscription } from "./save.ts";
import { paused, withStatus } from "./subscription.ts";

/** A pause begins, with the events that tell of it. */
export function becomePaused(
  operation: Operation,
  id: string,
  why: Parameters<typeof paused>[2],
): Stripe.Subscription {
  const before = operation.objects.get("subscription", id);
  const after = saveSubscription(operation, paused(before, operation.now(before), why));
  operation.change("customer.subscription.updated", before, after);
  operation.emit("customer.subscription.paused", after);
  return after;
}

/** A pause is over, with the events that tell of it. */
export function becomeResumed(
  operation: Operation,
  before: Stripe.Subscription,
  status: "active" | "past_due",
): Stripe.Subscription {
  const after = saveSubscription(operation, withStatus(before, status));
  operation.change("customer.subscription.updated", before, after);
  operation.emit("customer.subscription.resumed", after);
  return after;
}
