import { flag, minorUnits, number, reference, text, timestamp } from "./fields.ts";
import { projectionOf } from "./projection.ts";

export const dispute = projectionOf({
  object: "dispute",
  fields: {
    amount: minorUnits,
    currency: text,
    charge: reference,
    payment_intent: reference,
    status: text,
    reason: text,
    is_charge_refundable: flag,
    evidence_details: {
      due_by: timestamp,
      has_evidence: flag,
      past_due: flag,
      submission_count: number,
    },
  },
});
