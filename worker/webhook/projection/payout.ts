import { flag, minorUnits, text, timestamp } from "./fields.ts";
import { projectionOf } from "./projection.ts";

/** The bank account it goes to stays in Stripe; what it is made of no event says. */
export const payout = projectionOf({
  object: "payout",
  fields: {
    amount: minorUnits,
    arrival_date: timestamp,
    automatic: flag,
    currency: text,
    description: text,
    failure_code: text,
    failure_message: text,
    method: text,
    reconciliation_status: text,
    statement_descriptor: text,
    status: text,
    trace_id: { value: text },
  },
});
