import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { idOf } from "../store/reference.ts";

/** Takes a payment method from its customer, for good, and tells so. */
export function releasePaymentMethod(
  operation: Operation,
  method: Stripe.PaymentMethod,
): Stripe.PaymentMethod {
  const { objects } = operation;
  const released = operation.change("payment_method.detached", method, {
    ...method,
    customer: null,
  });
  const customer = objects.find("customer", idOf(method.customer) ?? "");
  if (customer?.invoice_settings.default_payment_method === method.id) {
    operation.change("customer.updated", customer, {
      ...customer,
      invoice_settings: { ...customer.invoice_settings, default_payment_method: null },
    });
  }
  return released;
}

/**
 * The card networks tell of a customer's new card in place of one that expires.
 * @param expiry of the new card
 */
export function replaceCard(
  operation: Operation,
  method: Stripe.PaymentMethod,
  expiry: { readonly exp_month: number; readonly exp_year: number },
): Stripe.PaymentMethod {
  if (method.card === undefined) throw new Error(`${method.id} is no card.`);
  return operation.change("payment_method.automatically_updated", method, {
    ...method,
    card: { ...method.card, ...expiry },
  });
}
