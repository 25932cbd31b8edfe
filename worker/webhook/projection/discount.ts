import { isJsonObject, objectAt, type JsonObject } from "../json.ts";
import { whenSent, type AllowList } from "./allow-list.ts";
import { minorUnits, number, reference, stripeId, text, timestamp } from "./fields.ts";

/** A discount, flat: its coupon's terms beside its own id; the id alone where Stripe sent no more. */
export const discount: AllowList = {
  id: stripeId,
  coupon: whenSent(reference),
  percent_off: whenSent(number),
  amount_off: whenSent(minorUnits),
  currency: whenSent(text),
  duration: whenSent(text),
  end: whenSent(timestamp),
};

/** The coupon stands in `source` since 2025-09-30.clover, an id there unless expanded, and in the discount itself before. */
function flatDiscount(raw: unknown): unknown {
  if (typeof raw === "string") return { id: raw };
  if (!isJsonObject(raw)) return raw;
  const coupon = objectAt(raw, "source")?.["coupon"] ?? raw["coupon"] ?? null;
  if (!isJsonObject(coupon)) return { id: raw["id"], coupon };
  return {
    id: raw["id"],
    coupon,
    percent_off: coupon["percent_off"] ?? null,
    amount_off: coupon["amount_off"] ?? null,
    currency: coupon["currency"] ?? null,
    duration: coupon["duration"] ?? null,
    end: raw["end"] ?? null,
  };
}

export function flatDiscounts(listed: readonly unknown[]): readonly unknown[] {
  return listed.map(flatDiscount);
}

/** Before 2025-03-31.basil the terms stand in a single `discount`, and `discounts`, where it is there at all, may name ids. */
export function discountsIn({ discount: single, discounts }: JsonObject): JsonObject {
  const listed: readonly unknown[] = Array.isArray(discounts) ? discounts : [];
  if (isJsonObject(single) && listed.length <= 1) return { discounts: [flatDiscount(single)] };
  if (listed.length > 0) return { discounts: listed.map(flatDiscount) };
  return single === undefined && discounts === undefined ? {} : { discounts: [] };
}
