import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { StripeApiError, docUrl, invalidRequest, keepingEffects } from "../api/stripe-error.ts";
import type { Decline } from "./decline.ts";
import { newBankAccountMethod, newPaymentMethod } from "./payment-method.ts";
import { testBankAccountNamed } from "./test-bank-account.ts";
import { testCardNamed, testCardOf } from "./test-card.ts";

/**
 * The payment method a parameter names: one of the account, or a new one for a test token such as `pm_card_visa`.
 * @throws StripeApiError 400 when there is none such
 */
export function usePaymentMethod(
  operation: Operation,
  name: string,
  parameter: string,
): Stripe.PaymentMethod {
  const { objects } = operation;
  const made = paymentMethodFor(operation, name);
  if (made === undefined) return objects.named("payment_method", name, parameter);
  objects.save(made);
  return made;
}

/** A new payment method for a test token or card number; undefined when it is none. */
export function paymentMethodFor(
  operation: Operation,
  name: string,
): Stripe.PaymentMethod | undefined {
  const card = testCardNamed(name);
  if (card !== undefined) return newPaymentMethod(operation.now(), card, null);
  const account = testBankAccountNamed(name);
  return account && newBankAccountMethod(operation.now(), account, null);
}

/**
 * Saves a payment method to a customer, and tells so; one that is attached already stays as it is.
 * @throws StripeApiError 402 for a card its bank declines, 400 for one of another customer
 */
export function attach(
  operation: Operation,
  method: Stripe.PaymentMethod,
  customer: Stripe.Customer,
): Stripe.PaymentMethod {
  if (method.customer === customer.id) return method;
  if (method.customer !== null) {
    throw invalidRequest(
      "The payment method you provided has already been attached to a customer.",
      "payment_method",
      "payment_method_unexpected_state",
    );
  }
  const card = testCardOf(method);
  if (method.card !== undefined && card.decline !== undefined && card.attachesFirst !== true) {
    throw keepingEffects(cardError(card.decline, {}));
  }
  const attached: Stripe.PaymentMethod = { ...method, customer: customer.id };
  return operation.add("payment_method.attached", attached);
}

/** 402, as a caller is told of a declined card. */
export function cardError(
  decline: Decline,
  about: { readonly charge?: string; readonly payment_intent?: Stripe.PaymentIntent },
): StripeApiError {
  return new StripeApiError(402, {
    advice_code: decline.adviceCode,
    code: decline.code,
    decline_code: decline.declineCode,
    doc_url: docUrl(decline.code),
    message: decline.message,
    type: "card_error",
    ...about,
  });
}
