import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { enterCharge } from "../balance/enter.ts";
import { captured, chargeFailed } from "../charges/charge.ts";
import type { Decline } from "../payment_methods/decline.ts";
import { canceled, failed, succeeded } from "./payment-intent.ts";

/** The charge of an intent that waits for its bank, or to be captured. */
function waitingCharge({ objects }: Operation, intent: Stripe.PaymentIntent): Stripe.Charge {
  const { latest_charge: id } = intent;
  return objects.get("charge", typeof id === "string" ? id : (id?.id ?? ""));
}

/** A payment that was under way at the bank arrived. */
export function settleSucceeded(
  operation: Operation,
  intent: Stripe.PaymentIntent,
): Stripe.PaymentIntent {
  const charge = captured(waitingCharge(operation, intent), intent.amount, operation.pagesAt);
  operation.add("charge.succeeded", charge);
  enterCharge(operation, charge);
  return operation.add("payment_intent.succeeded", succeeded(intent, charge));
}

/** A payment that was under way at the bank failed. */
export function settleFailed(
  operation: Operation,
  intent: Stripe.PaymentIntent,
  decline: Decline,
): Stripe.PaymentIntent {
  const charge = chargeFailed(waitingCharge(operation, intent), decline);
  const method = operation.objects.get("payment_method", charge.payment_method ?? "");
  operation.add("charge.failed", charge);
  return operation.add("payment_intent.payment_failed", failed(intent, charge, method, decline));
}

/**
 * Takes the money of an intent that waits to be captured; what is not taken is let go.
 * @param amount in minor units; all of it when absent
 * @throws StripeApiError 400
 */
export function capture(
  operation: Operation,
  intent: Stripe.PaymentIntent,
  amount = intent.amount_capturable,
): Stripe.PaymentIntent {
  if (intent.status !== "requires_capture") {
    throw unexpectedState(intent, "captured", "requires_capture");
  }
  if (amount > intent.amount_capturable) {
    throw invalidRequest(
      "The provided amount_to_capture cannot be greater than the amount_capturable of this PaymentIntent.",
      "amount_to_capture",
    );
  }
  const before = waitingCharge(operation, intent);
  const left = intent.amount_capturable - amount;
  const charge = {
    ...captured(before, amount, operation.pagesAt),
    amount_refunded: left,
  };
  operation.change("charge.captured", before, charge);
  enterCharge(operation, charge);
  return operation.add("payment_intent.succeeded", succeeded(intent, charge));
}

/** @throws StripeApiError 400 for an intent that came to its end */
export function cancel(
  operation: Operation,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): Stripe.PaymentIntent {
  if (["canceled", "processing", "succeeded"].includes(intent.status)) {
    throw unexpectedState(
      intent,
      "canceled",
      "requires_payment_method, requires_capture, requires_confirmation, or requires_action",
    );
  }
  if (intent.status === "requires_capture") {
    const charge = waitingCharge(operation, intent);
    operation.change("charge.refunded", charge, {
      ...charge,
      amount_refunded: charge.amount,
      refunded: true,
    });
  }
  return operation.add("payment_intent.canceled", canceled(intent, operation.now(intent), reason));
}

export function unexpectedState(
  { status }: Stripe.PaymentIntent,
  done: string,
  expected: string,
): Error {
  return invalidRequest(
    `This PaymentIntent could not be ${done} because it has a status of ${status}. Only a PaymentIntent with one of the ` +
      `following statuses may be ${done}: ${expected}.`,
    undefined,
    "payment_intent_unexpected_state",
  );
}
