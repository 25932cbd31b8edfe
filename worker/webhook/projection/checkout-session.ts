import { minorUnits, reference, salesforceMetadata, text, timestamp } from "./fields.ts";
import { projectionOf } from "./projection.ts";

export const checkoutSession = projectionOf({
  object: "checkout.session",
  fields: {
    client_reference_id: text,
    customer: reference,
    customer_email: text,
    customer_details: { email: text, name: text, phone: text },
    subscription: reference,
    payment_intent: reference,
    invoice: reference,
    mode: text,
    status: text,
    payment_status: text,
    amount_total: minorUnits,
    amount_subtotal: minorUnits,
    currency: text,
    expires_at: timestamp,
    url: text,
    metadata: salesforceMetadata,
  },
});
