import { minorUnits, reference, text, timestamp } from "./fields.ts";
import { projectionOf } from "./projection.ts";

export const creditNote = projectionOf({
  object: "credit_note",
  fields: {
    customer: reference,
    invoice: reference,
    number: text,
    amount: minorUnits,
    out_of_band_amount: minorUnits,
    currency: text,
    type: text,
    reason: text,
    status: text,
    voided_at: timestamp,
    pdf: text,
  },
});
