import { flag, minorUnits, number, reference, text } from "./fields.ts";
import { projectionOf } from "./projection.ts";

export const price = projectionOf({
  object: "price",
  fields: {
    product: reference,
    active: flag,
    currency: text,
    unit_amount: minorUnits,
    tiers_mode: text,
    recurring: {
      interval: text,
      interval_count: number,
    },
  },
});
