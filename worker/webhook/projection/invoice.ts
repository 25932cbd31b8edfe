import { whenSent } from "./allow-list.ts";
import {
  flag,
  minorUnits,
  number,
  onlyTrue,
  reference,
  salesforceMetadata,
  text,
  timestamp,
} from "./fields.ts";
import { invoiceInCurrentShape } from "./invoice-before-basil.ts";
import { invoiceLine } from "./invoice-line.ts";
import { projectionOf } from "./projection.ts";

export const invoice = projectionOf({
  object: "invoice",
  fields: {
    customer: reference,
    status: text,
    currency: text,
    number: text,
    amount_due: minorUnits,
    amount_paid: minorUnits,
    amount_paid_off_stripe: whenSent(minorUnits),
    amount_remaining: minorUnits,
    pre_payment_credit_notes_amount: minorUnits,
    post_payment_credit_notes_amount: minorUnits,
    subtotal: minorUnits,
    total: minorUnits,
    total_taxes: [{ amount: minorUnits }],
    total_discount_amounts: [{ amount: minorUnits }],
    attempt_count: number,
    attempted: flag,
    auto_advance: flag,
    next_payment_attempt: timestamp,
    billing_reason: text,
    collection_method: text,
    due_date: timestamp,
    period_start: timestamp,
    period_end: timestamp,
    hosted_invoice_url: text,
    invoice_pdf: text,
    deleted: whenSent(onlyTrue),
    status_transitions: {
      finalized_at: timestamp,
      marked_uncollectible_at: timestamp,
      paid_at: timestamp,
    },
    status_details: { uncollectible: { reason: text } },
    parent: {
      subscription_details: {
        subscription: reference,
        metadata: salesforceMetadata,
      },
    },
    lines: { has_more: flag, data: [invoiceLine] },
    payments: whenSent({ data: [{ payment: { payment_intent: reference } }] }),
  },
  inCurrentShape: invoiceInCurrentShape,
});
