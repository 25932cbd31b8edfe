import { isJsonObject } from "../json.ts";
import { flatDiscounts } from "./discount.ts";
import { minorUnits, number, reference, text, timestamp } from "./fields.ts";
import { projectionOf } from "./projection.ts";

/** A discount as an event of its own: where it applies, and its coupon's terms where the version brings them. */
export const customerDiscount = projectionOf({
  object: "discount",
  fields: {
    coupon: reference,
    percent_off: number,
    amount_off: minorUnits,
    currency: text,
    duration: text,
    customer: reference,
    subscription: reference,
    subscription_item: reference,
    promotion_code: reference,
    start: timestamp,
    end: timestamp,
  },
  inCurrentShape: (raw, whole) =>
    raw === whole ? { ...raw, ...flatDiscounts([raw]).find(isJsonObject) } : raw,
});
