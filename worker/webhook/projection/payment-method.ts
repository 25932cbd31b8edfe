import { whenSent } from "./allow-list.ts";
import { number, reference, text } from "./fields.ts";
import { projectionOf } from "./projection.ts";

export const paymentMethod = projectionOf({
  object: "payment_method",
  fields: {
    type: text,
    customer: reference,
    // The month a saved card ends in: who is to be asked for another before the next charge.
    card: whenSent({ brand: text, last4: text, exp_month: number, exp_year: number }),
  },
});
