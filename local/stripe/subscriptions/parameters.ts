import type { z } from "zod";
import {
  boolean,
  clearable,
  currency,
  hash,
  integer,
  listOf,
  metadata,
  oneOf,
  text,
  timestamp,
} from "../api/parameters.ts";
import { heldDiscountParameters } from "../billing/held-discounts.ts";

const discounts = clearable(listOf(heldDiscountParameters, 20)).optional();

/** What both creating and changing a subscription take. */
const shared = {
  cancel_at: clearable(timestamp()).optional(),
  cancel_at_period_end: boolean().optional(),
  collection_method: oneOf("charge_automatically", "send_invoice").optional(),
  days_until_due: integer({ min: 0, max: 365 }).optional(),
  default_payment_method: clearable(text()).optional(),
  description: clearable(text(500)).optional(),
  discounts,
  metadata: metadata().optional(),
  off_session: boolean().optional(),
  payment_settings: hash({
    payment_method_types: clearable(listOf(text())).optional(),
    save_default_payment_method: oneOf("off", "on_subscription").optional(),
  }).optional(),
  proration_behavior: oneOf("always_invoice", "create_prorations", "none").optional(),
  trial_settings: hash({
    end_behavior: hash({ missing_payment_method: oneOf("cancel", "create_invoice", "pause") }),
  }).optional(),
};

export const createParameters = hash({
  ...shared,
  // The only mode local Stripe has, and the default since 2025-09-30.clover.
  billing_mode: hash({ type: oneOf("flexible") }).optional(),
  currency: currency().optional(),
  customer: text(),
  items: listOf(
    hash({
      discounts,
      price: text(),
      quantity: integer({ min: 0 }).optional(),
      metadata: metadata().optional(),
    }),
  ),
  payment_behavior: oneOf(
    "allow_incomplete",
    "default_incomplete",
    "error_if_incomplete",
  ).optional(),
  trial_end: timestamp().optional(),
  trial_period_days: integer({ min: 1, max: 730 }).optional(),
});

export type CreateParameters = z.output<typeof createParameters>;

export const itemChangeParameters = {
  deleted: boolean().optional(),
  id: text().optional(),
  metadata: metadata().optional(),
  price: text().optional(),
  quantity: integer({ min: 0 }).optional(),
};

/** What only a change that is kept takes: a preview makes no discounts. */
export const keptItemParameters = { discounts };

export const updateParameters = hash({
  ...shared,
  billing_cycle_anchor: oneOf("now", "unchanged").optional(),
  cancellation_details: hash({
    comment: clearable(text(5000)).optional(),
    feedback: clearable(text()).optional(),
  }).optional(),
  items: listOf(hash({ ...itemChangeParameters, ...keptItemParameters }), 20).optional(),
  pause_collection: clearable(
    hash({
      behavior: oneOf("keep_as_draft", "mark_uncollectible", "void"),
      resumes_at: timestamp().optional(),
    }),
  ).optional(),
  payment_behavior: oneOf("allow_incomplete", "error_if_incomplete").optional(),
  proration_date: timestamp().optional(),
  trial_end: oneOf("now").or(timestamp()).optional(),
});

export type UpdateParameters = z.output<typeof updateParameters>;
