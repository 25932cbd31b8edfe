import { flag, minorUnits, reference, text, timestamp } from "./fields.ts";
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
    evidence_details: { due_by: timestamp, has_evidence: flag },
  },
});
