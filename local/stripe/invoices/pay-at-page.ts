import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { invalidRequest, keepingEffects } from "../api/stripe-error.ts";
import { afterIntent } from "../billing/after-intent.ts";
import { openPayment } from "../invoice_payments/open-payment.ts";
import { confirmIntent } from "../payment_intents/confirm.ts";
import { answerAuthentication } from "../payment_intents/authenticate.ts";

/**
 * A payer pays an invoice at its page with a card of their own choice, which is charged once and not kept.
 * @returns the PaymentIntent as it stands then: it may wait for the payer to authenticate
 * @throws StripeApiError 402 for a declined card, the failed attempt kept; 400 where no payment is asked for
 */
export function payAtPage(
  operation: Operation,
  invoice: Stripe.Invoice,
  method: Stripe.PaymentMethod,
): Stripe.PaymentIntent {
  const paying = confirmIntent(operation, waitingIntent(operation, invoice), method, {
    offSession: false,
  });
  afterIntent(operation, paying.intent);
  if (paying.outcome === "declined") throw keepingEffects(paying.error);
  return paying.intent;
}

/** The payer answered the bank's 3-D Secure page. @throws StripeApiError as `payAtPage` does */
export function authenticateInvoice(
  operation: Operation,
  invoice: Stripe.Invoice,
  success: boolean,
): Stripe.PaymentIntent {
  const answered = answerAuthentication(operation, waitingIntent(operation, invoice), success);
  if (answered.outcome === "declined") throw keepingEffects(answered.error);
  return answered.intent;
}

function waitingIntent(operation: Operation, invoice: Stripe.Invoice): Stripe.PaymentIntent {
  const waiting = openPayment(operation, invoice);
  if (waiting === undefined) throw invalidRequest("This invoice asks for no payment.");
  return waiting.intent;
}
