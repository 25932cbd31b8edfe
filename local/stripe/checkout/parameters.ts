import { z } from "zod";
import {
  boolean,
  currency,
  hash,
  integer,
  listOf,
  metadata,
  oneOf,
  text,
  timestamp,
} from "../api/parameters.ts";
import { discountParameters } from "../billing/promotion-code.ts";
import { captureMethods, futureUsages } from "../payment_intents/parameters.ts";
import {
  amountParameters,
  productDataParameters,
  recurringParameters,
} from "../prices/parameters.ts";

const LONGEST_REFERENCE = 200;

const lineItem = hash({
  adjustable_quantity: hash({
    enabled: boolean(),
    maximum: integer({ min: 0 }).optional(),
    minimum: integer({ min: 0 }).optional(),
  }).optional(),
  metadata: metadata().optional(),
  price: text().optional(),
  price_data: hash({
    ...amountParameters,
    product: text().optional(),
    product_data: productDataParameters.optional(),
    recurring: recurringParameters.optional(),
  }).optional(),
  quantity: integer({ min: 1 }).optional(),
});

export type LineItemParameters = z.output<typeof lineItem>;

const enabled = hash({ enabled: boolean() });

const subscriptionData = hash({
  description: text(500).optional(),
  metadata: metadata().optional(),
  trial_end: timestamp().optional(),
  trial_period_days: integer({ min: 1, max: 730 }).optional(),
  trial_settings: hash({
    end_behavior: hash({ missing_payment_method: oneOf("cancel", "create_invoice", "pause") }),
  }).optional(),
});

const paymentIntentData = hash({
  capture_method: captureMethods.optional(),
  description: text(1000).optional(),
  metadata: metadata().optional(),
  receipt_email: text(512).optional(),
  setup_future_usage: futureUsages.optional(),
});

/** @see https://docs.stripe.com/api/checkout/sessions/create */
export const createParameters = hash({
  after_expiration: hash({
    recovery: hash({ enabled: boolean(), allow_promotion_codes: boolean().optional() }).optional(),
  }).optional(),
  allow_promotion_codes: boolean().optional(),
  allowed_payment_method_types: listOf(text()).optional(),
  automatic_tax: enabled.optional(),
  billing_address_collection: oneOf("auto", "required").optional(),
  cancel_url: text().optional(),
  client_reference_id: text(LONGEST_REFERENCE).optional(),
  currency: currency().optional(),
  customer: text().optional(),
  customer_creation: oneOf("always", "if_required").optional(),
  customer_email: text(800).optional(),
  customer_update: hash({
    address: oneOf("auto", "never").optional(),
    name: oneOf("auto", "never").optional(),
    shipping: oneOf("auto", "never").optional(),
  }).optional(),
  discounts: listOf(discountParameters, 1).optional(),
  excluded_payment_method_types: listOf(text()).optional(),
  expires_at: timestamp().optional(),
  line_items: listOf(lineItem, 100).optional(),
  locale: text(10).optional(),
  metadata: metadata().optional(),
  mode: oneOf("payment", "setup", "subscription"),
  payment_intent_data: paymentIntentData.optional(),
  payment_method_collection: oneOf("always", "if_required").optional(),
  phone_number_collection: enabled.optional(),
  return_url: text().optional(),
  setup_intent_data: hash({
    description: text(1000).optional(),
    metadata: metadata().optional(),
  }).optional(),
  submit_type: oneOf("auto", "book", "donate", "pay", "subscribe").optional(),
  subscription_data: subscriptionData.optional(),
  success_url: text().optional(),
  tax_id_collection: enabled.optional(),
  ui_mode: oneOf("elements", "embedded_page", "form", "hosted_page").optional(),
});

export type CreateParameters = z.output<typeof createParameters>;

/** What of its creation a session needs when it is paid, and does not show. */
export const unseenOfSession = z.object({
  lineItems: z.array(z.object({ id: z.string(), price: z.string(), quantity: z.number() })),
  discounts: z
    .array(z.object({ coupon: z.string(), promotionCode: z.string().nullable() }))
    .default([]),
  metadata: z.record(z.string(), z.string()),
  description: z.string().nullable(),
  trialDays: z.number().nullable(),
  trialEnd: z.number().nullable(),
  missingPaymentMethod: z.enum(["cancel", "create_invoice", "pause"]),
  captureMethod: z.enum(["automatic", "automatic_async", "manual"]),
  setupFutureUsage: z.enum(["off_session", "on_session"]).nullable(),
  receiptEmail: z.string().nullable(),
  /** The PaymentIntent of declined attempts to subscribe, which the first invoice takes over. */
  attempted: z.string().nullable().default(null),
});

export type UnseenOfSession = z.output<typeof unseenOfSession>;

export const updateParameters = hash({ metadata: metadata().optional() });
