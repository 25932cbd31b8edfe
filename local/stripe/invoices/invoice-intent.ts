import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { createIntent } from "../payment_intents/confirm.ts";

/** The PaymentIntent that asks for what an invoice is due; it says what the invoice is for. */
export function createInvoiceIntent(
  operation: Operation,
  invoice: Stripe.Invoice,
  customer: Stripe.Customer,
): Stripe.PaymentIntent {
  return createIntent(operation, {
    amount: invoice.amount_due,
    currency: invoice.currency,
    customer: customer.id,
    description: describe(invoice),
    // The first payment also sets the card up for those that follow without its owner.
    setupFutureUsage: invoice.billing_reason === "subscription_create" ? "off_session" : null,
  });
}

function describe(invoice: Stripe.Invoice): string {
  switch (invoice.billing_reason) {
    case "subscription_create":
      return "Subscription creation";
    case "subscription_cycle":
    case "subscription_update":
      return "Subscription update";
    default:
      return `Payment for Invoice ${invoice.number ?? invoice.id}`;
  }
}
