import { z } from "zod";
import {
  boolean,
  clearable,
  currency,
  decimal,
  hash,
  integer,
  listOf,
  metadata,
  oneOf,
  text,
} from "../api/parameters.ts";

/** What a price costs and how it is taxed; wherever a price is made along with something else too. */
export const amountParameters = {
  currency: currency(),
  tax_behavior: oneOf("exclusive", "inclusive", "unspecified").optional(),
  unit_amount: integer({ min: 0 }).optional(),
  unit_amount_decimal: decimal().optional(),
};

export const recurringParameters = hash({
  interval: oneOf("day", "week", "month", "year"),
  interval_count: integer({ min: 1 }).optional(),
  meter: text().optional(),
  trial_period_days: integer({ min: 1, max: 730 }).optional(),
  usage_type: oneOf("licensed", "metered").optional(),
});

const tier = hash({
  flat_amount: integer({ min: 0 }).optional(),
  flat_amount_decimal: decimal().optional(),
  unit_amount: integer({ min: 0 }).optional(),
  unit_amount_decimal: decimal().optional(),
  up_to: z.union([oneOf("inf"), integer({ min: 1 })]),
});

export type TierParameters = z.output<typeof tier>;

/** What a price costs in another currency than its own. */
const currencyOption = hash({
  tax_behavior: oneOf("exclusive", "inclusive", "unspecified").optional(),
  tiers: listOf(tier).optional(),
  unit_amount: integer({ min: 0 }).optional(),
  unit_amount_decimal: decimal().optional(),
});

export type CurrencyOptionParameters = z.output<typeof currencyOption>;

export const productDataParameters = hash({
  active: boolean().optional(),
  description: text().optional(),
  id: text().optional(),
  images: listOf(text(), 8).optional(),
  metadata: metadata().optional(),
  name: text(),
  statement_descriptor: text(22).optional(),
  tax_code: text().optional(),
  unit_label: text(12).optional(),
});

export const newPriceParameters = {
  ...amountParameters,
  active: boolean().optional(),
  billing_scheme: oneOf("per_unit", "tiered").optional(),
  currency_options: z.record(currency(), currencyOption).optional(),
  lookup_key: text(200).optional(),
  metadata: metadata().optional(),
  nickname: text().optional(),
  recurring: recurringParameters.optional(),
  tiers: listOf(tier).optional(),
  tiers_mode: oneOf("graduated", "volume").optional(),
  transfer_lookup_key: boolean().optional(),
  transform_quantity: hash({
    divide_by: integer({ min: 1 }),
    round: oneOf("down", "up"),
  }).optional(),
};

export type NewPriceParameters = z.output<z.ZodObject<typeof newPriceParameters>>;

export const updatePriceParameters = hash({
  active: boolean().optional(),
  lookup_key: clearable(text(200)).optional(),
  metadata: metadata().optional(),
  nickname: clearable(text()).optional(),
  tax_behavior: oneOf("exclusive", "inclusive", "unspecified").optional(),
  transfer_lookup_key: boolean().optional(),
});
