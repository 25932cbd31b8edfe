import { whenSent } from "./allow-list.ts";
import { flag, onlyTrue, reference, salesforceMetadata, text } from "./fields.ts";
import { projectionOf } from "./projection.ts";

export const customer = projectionOf({
  object: "customer",
  fields: {
    email: text,
    name: text,
    phone: text,
    delinquent: flag,
    deleted: whenSent(onlyTrue),
    invoice_settings: { default_payment_method: reference },
    metadata: salesforceMetadata,
  },
});
