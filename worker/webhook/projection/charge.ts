import type { JsonObject } from "../json.ts";
import { whenSent } from "./allow-list.ts";
import { flag, minorUnits, reference, text } from "./fields.ts";
import { paymentMethodDetails } from "./payment-method-details.ts";
import { projectionOf } from "./projection.ts";

/** A Charge carries the card, which no PaymentIntent event does since API version 2022-11-15. */
export const charge = projectionOf({
  object: "charge",
  fields: {
    payment_intent: reference,
    customer: reference,
    amount: minorUnits,
    amount_captured: minorUnits,
    amount_refunded: minorUnits,
    captured: flag,
    currency: text,
    status: text,
    failure_code: text,
    failure_message: text,
    outcome: { type: text, reason: text, advice_code: text },
    receipt_url: text,
    invoice: whenSent(reference),
    payment_method_details: whenSent(paymentMethodDetails),
  },
  inCurrentShape: withoutMissingInvoice,
});

/** Named only before 2025-03-31.basil, and there null for a charge of no invoice. */
function withoutMissingInvoice({ invoice, ...current }: JsonObject): JsonObject {
  return invoice === null || invoice === undefined ? current : { ...current, invoice };
}
