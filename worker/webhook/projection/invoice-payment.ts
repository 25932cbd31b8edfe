import { flag, minorUnits, reference, text, timestamp } from "./fields.ts";
import { projectionOf } from "./projection.ts";

/** Exists since 2025-03-31.basil, and is what names an invoice and what pays it together. */
export const invoicePayment = projectionOf({
  object: "invoice_payment",
  fields: {
    invoice: reference,
    amount_paid: minorUnits,
    amount_requested: minorUnits,
    currency: text,
    is_default: flag,
    status: text,
    payment: { payment_intent: reference, charge: reference, payment_record: reference },
    status_transitions: { paid_at: timestamp },
  },
});
