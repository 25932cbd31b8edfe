import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { afterIntent } from "../billing/after-intent.ts";
import { idOf } from "../store/reference.ts";
import type { Confirmation } from "./confirm.ts";
import { confirmIntent } from "./confirm.ts";

/**
 * The owner of a card answered the bank's 3-D Secure page; what the intent pays for follows.
 * @throws StripeApiError 400 for an intent that waits for no authentication
 */
export function answerAuthentication(
  operation: Operation,
  intent: Stripe.PaymentIntent,
  success: boolean,
): Confirmation {
  const method = operation.objects.find("payment_method", idOf(intent.payment_method) ?? "");
  if (intent.status !== "requires_action" || method === undefined) {
    throw invalidRequest(`${intent.id} waits for no authentication.`);
  }
  const confirmed = confirmIntent(operation, intent, method, {
    offSession: false,
    ...(success ? { authenticated: true } : { authenticationFailed: true }),
  });
  afterIntent(operation, confirmed.intent);
  return confirmed;
}
