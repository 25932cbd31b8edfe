import {
  decimal,
  hash,
  integer,
  listOf,
  metadata,
  oneOf,
  text,
  timestamp,
} from "../api/parameters.ts";

/** What a new credit note and a preview of one take. */
export const noteParameters = hash({
  amount: integer({ min: 1 }).optional(),
  credit_amount: integer({ min: 0 }).optional(),
  effective_at: timestamp().optional(),
  // Nothing is e-mailed here.
  email_type: oneOf("credit_note", "none").optional(),
  invoice: text(),
  lines: listOf(
    hash({
      amount: integer({ min: 1 }).optional(),
      description: text().optional(),
      invoice_line_item: text().optional(),
      metadata: metadata().optional(),
      quantity: integer({ min: 0 }).optional(),
      type: oneOf("custom_line_item", "invoice_line_item"),
      unit_amount: integer().optional(),
      unit_amount_decimal: decimal().optional(),
    }),
  ).optional(),
  memo: text().optional(),
  metadata: metadata().optional(),
  out_of_band_amount: integer({ min: 0 }).optional(),
  reason: oneOf("duplicate", "fraudulent", "order_change", "product_unsatisfactory").optional(),
  refund_amount: integer({ min: 0 }).optional(),
  refunds: listOf(
    hash({
      amount_refunded: integer({ min: 1 }).optional(),
      refund: text(),
      type: oneOf("refund").optional(),
    }),
  ).optional(),
});
