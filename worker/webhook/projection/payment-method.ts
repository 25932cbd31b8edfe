import { whenSent } from "./allow-list.ts";
import { reference, text } from "./fields.ts";
import { projectionOf } from "./projection.ts";

export const paymentMethod = projectionOf({
  object: "payment_method",
  fields: {
    type: text,
    customer: reference,
    card: whenSent({ brand: text, last4: text }),
  },
});
