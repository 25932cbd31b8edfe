import { whenSent } from "./allow-list.ts";
import {
  decimal,
  flag,
  minorUnits,
  number,
  onlyTrue,
  reference,
  salesforceMetadata,
  text,
} from "./fields.ts";
import { projectionOf } from "./projection.ts";

export const price = projectionOf({
  object: "price",
  fields: {
    product: reference,
    active: flag,
    currency: text,
    unit_amount: minorUnits,
    unit_amount_decimal: decimal,
    nickname: text,
    lookup_key: text,
    type: text,
    billing_scheme: text,
    tiers_mode: text,
    recurring: {
      interval: text,
      interval_count: number,
      usage_type: text,
      trial_period_days: number,
    },
    deleted: whenSent(onlyTrue),
    metadata: salesforceMetadata,
  },
});
