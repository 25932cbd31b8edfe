import { whenSent } from "./allow-list.ts";
import { flag, minorUnits, number, onlyTrue, text, timestamp } from "./fields.ts";
import { projectionOf } from "./projection.ts";

export const coupon = projectionOf({
  object: "coupon",
  fields: {
    name: text,
    percent_off: number,
    amount_off: minorUnits,
    currency: text,
    duration: text,
    duration_in_months: number,
    valid: flag,
    redeem_by: timestamp,
    max_redemptions: number,
    times_redeemed: number,
    applies_to: whenSent({ products: [text] }),
    deleted: whenSent(onlyTrue),
  },
});
