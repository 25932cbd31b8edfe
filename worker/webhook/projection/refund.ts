import { minorUnits, reference, text } from "./fields.ts";
import { projectionOf } from "./projection.ts";

export const refund = projectionOf({
  object: "refund",
  fields: {
    amount: minorUnits,
    currency: text,
    charge: reference,
    payment_intent: reference,
    status: text,
    reason: text,
    failure_reason: text,
  },
});
