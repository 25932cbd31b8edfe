import { reference, salesforceMetadata, text, timestamp } from "./fields.ts";
import { projectionOf } from "./projection.ts";

export const checkoutSession = projectionOf({
  object: "checkout.session",
  fields: {
    client_reference_id: text,
    customer: reference,
    subscription: reference,
    mode: text,
    expires_at: timestamp,
    url: text,
    metadata: salesforceMetadata,
  },
});
