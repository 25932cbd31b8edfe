import { flag, minorUnits, reference, text, timestamp } from "./fields.ts";
import { projectionOf } from "./projection.ts";

/** Exists since 2025-03-31.basil, and is what names an invoice and its PaymentIntent together. */
export const invoicePayment = projectionOf({
  object: "invoice_payment",
  fields: {
    invoice: reference,
    amount_paid: minorUnits,
    amount_requested: minorUnits,
    currency: text,
    is_default: flag,
    status: text,
    payment: { type: text, payment_intent: reference, charge: reference },
    status_transitions: { paid_at: timestamp, canceled_at: timestamp },
  },
});
