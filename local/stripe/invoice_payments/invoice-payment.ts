import type Stripe from "stripe";
import { newId } from "../ids.ts";

/** How an invoice asks to be paid when it is finalized: by one PaymentIntent for all of it. */
export function newInvoicePayment(
  invoice: Stripe.Invoice,
  intent: Stripe.PaymentIntent,
  now: number,
): Stripe.InvoicePayment {
  return {
    id: newId("inpay_1"),
    object: "invoice_payment",
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: now,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent.id, type: "payment_intent" },
    status: "open",
    status_transitions: { canceled_at: null, paid_at: null },
  } satisfies Stripe.InvoicePayment;
}

/** What pays an invoice beside that: a PaymentIntent of one's own, or money that another processor took. */
export function attachedPayment(
  invoice: Stripe.Invoice,
  payment: Stripe.InvoicePayment.Payment,
  amount: number,
  now: number,
): Stripe.InvoicePayment {
  return {
    id: newId("inpay_1"),
    object: "invoice_payment",
    amount_paid: null,
    amount_requested: amount,
    created: now,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: false,
    livemode: false,
    payment,
    status: "open",
    status_transitions: { canceled_at: null, paid_at: null },
  } satisfies Stripe.InvoicePayment;
}

/** @param amount what of it paid the invoice; all that was requested when absent */
export function paidPayment(
  payment: Stripe.InvoicePayment,
  now: number,
  amount = payment.amount_requested,
): Stripe.InvoicePayment {
  return {
    ...payment,
    amount_paid: amount,
    status: "paid",
    status_transitions: { ...payment.status_transitions, paid_at: now },
  };
}

export function canceledPayment(
  payment: Stripe.InvoicePayment,
  now: number,
): Stripe.InvoicePayment {
  return {
    ...payment,
    status: "canceled",
    status_transitions: { ...payment.status_transitions, canceled_at: now },
  };
}
