import type Stripe from "stripe";
import type { z } from "zod";
import type { Operation } from "../api/operation.ts";
import { invalidRequest, keepingEffects } from "../api/stripe-error.ts";
import { afterIntent } from "../billing/after-intent.ts";
import { usePaymentMethod } from "../payment_methods/use-payment-method.ts";
import { idOf } from "../store/reference.ts";
import { confirmIntent } from "./confirm.ts";
import type { confirmParameters } from "./parameters.ts";
import { unexpectedState } from "./settle.ts";

type ConfirmRequest = Pick<
  z.output<typeof confirmParameters>,
  "error_on_requires_action" | "off_session" | "payment_method"
>;

/**
 * Carries out a request to confirm an intent.
 * @throws StripeApiError 402 for a card that is declined, the failed charge standing; 400 for an intent that cannot be confirmed
 */
export function confirmRequest(
  operation: Operation,
  intent: Stripe.PaymentIntent,
  request: ConfirmRequest,
): Stripe.PaymentIntent {
  if (
    !["requires_action", "requires_confirmation", "requires_payment_method"].includes(intent.status)
  ) {
    throw unexpectedState(
      intent,
      "confirmed",
      "requires_payment_method, requires_confirmation, or requires_action",
    );
  }
  const name = request.payment_method ?? idOf(intent.payment_method);
  if (name === null) {
    throw invalidRequest(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the " +
        "PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method.",
      undefined,
      "payment_intent_unexpected_state",
    );
  }
  const method = usePaymentMethod(operation, name, "payment_method");
  if (method.customer !== null && idOf(method.customer) !== idOf(intent.customer)) {
    throw invalidRequest(
      "The provided PaymentMethod cannot be attached. To reuse a PaymentMethod, you must attach it to a Customer first.",
      "payment_method",
    );
  }
  const confirmed = confirmIntent(operation, intent, method, {
    offSession: request.off_session ?? false,
  });
  afterIntent(operation, confirmed.intent);
  switch (confirmed.outcome) {
    case "declined":
      throw keepingEffects(confirmed.error);
    case "requires_action":
      if (request.error_on_requires_action === true) {
        throw invalidRequest(
          "This payment required an authentication action to complete, but `error_on_requires_action` was set.",
          undefined,
          "authentication_required",
        );
      }
      return confirmed.intent;
    case "succeeded":
    case "processing":
    case "requires_capture":
      return confirmed.intent;
  }
}
