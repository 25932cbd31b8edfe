import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { newId } from "../ids.ts";
import type { ObjectStore } from "../store/object-store.ts";
import { boundary } from "./calendar.ts";
import type { NamedDiscount } from "./promotion-code.ts";
import { share, stepOf } from "./rounding.ts";

/** A coupon as it applies to one customer and, where it does not reach all of theirs, to one subscription, item or invoice. */
export interface DiscountPlace {
  readonly customer: string;
  readonly subscription: string | null;
  readonly item?: string;
  readonly invoice: string | null;
}

function newDiscount(
  coupon: Stripe.Coupon,
  promotionCode: string | null,
  start: number,
  place: DiscountPlace,
): Stripe.Discount {
  const months = coupon.duration === "repeating" ? coupon.duration_in_months : null;
  return {
    id: newId("di_1"),
    object: "discount",
    checkout_session: null,
    customer: place.customer,
    customer_account: null,
    end: months === null ? null : boundary(start, { interval: "month", intervalCount: 1 }, months),
    invoice: place.invoice,
    invoice_item: null,
    promotion_code: promotionCode,
    source: { coupon: coupon.id, type: "coupon" },
    start,
    subscription: place.subscription,
    subscription_item: place.item ?? null,
  } satisfies Stripe.Discount;
}

/**
 * Makes a discount of each coupon.
 * @throws StripeApiError 400 for a coupon that is not there, or is used up
 */
export function discountsFrom(
  operation: Operation,
  named: readonly NamedDiscount[],
  start: number,
  place: DiscountPlace,
): Stripe.Discount[] {
  return named.map((each, index) =>
    discountFrom(operation, each, start, place, `discounts[${index}]`),
  );
}

/** As above, of one coupon. @param parameter the one an error names */
export function discountFrom(
  operation: Operation,
  { coupon: id, promotionCode }: NamedDiscount,
  start: number,
  place: DiscountPlace,
  parameter: string,
): Stripe.Discount {
  const coupon = operation.objects.named("coupon", id, `${parameter}[coupon]`);
  if (!coupon.valid) {
    throw invalidRequest(`Coupon ${id} is used up and cannot be applied.`, `${parameter}[coupon]`);
  }
  const redeemed = coupon.times_redeemed + 1;
  const usedUp = coupon.max_redemptions !== null && redeemed >= coupon.max_redemptions;
  operation.objects.save({ ...coupon, times_redeemed: redeemed, valid: !usedUp });
  if (promotionCode !== null) redeem(operation.objects, promotionCode);
  return operation.add(
    "customer.discount.created",
    newDiscount(coupon, promotionCode, start, place),
  );
}

function redeem(objects: ObjectStore, promotionCode: string): void {
  const code = objects.get("promotion_code", promotionCode);
  const redeemed = code.times_redeemed + 1;
  const usedUp = code.max_redemptions !== null && redeemed >= code.max_redemptions;
  objects.save({ ...code, times_redeemed: redeemed, active: code.active && !usedUp });
}

/** A discount with the coupon that says how much it takes off. */
export interface AppliedDiscount {
  readonly discount: string;
  readonly percentOff: number | null;
  /** By currency; nothing where it is a percentage. */
  readonly amountsOff: Readonly<Record<string, number>>;
  /** What it is limited to; null where it is for everything. */
  readonly products: readonly string[] | null;
  readonly once: boolean;
}

/** Whether it takes something off what is of a product. */
export function isFor({ products }: AppliedDiscount, product: string | null): boolean {
  return products === null || (product !== null && products.includes(product));
}

/** How an object names its discounts: by id, or expanded. */
export type DiscountReferences = readonly (string | { readonly id: string })[];

/** Those of the discounts that still run at a moment. */
export function appliedDiscounts(
  { objects }: Pick<Operation, "objects">,
  ids: DiscountReferences,
  at: number,
): AppliedDiscount[] {
  return ids.flatMap((reference) => {
    const discount = objects.find(
      "discount",
      typeof reference === "string" ? reference : reference.id,
    );
    if (discount === undefined || (discount.end !== null && discount.end <= at)) return [];
    const { coupon: source } = discount.source;
    const coupon = typeof source === "string" ? objects.find("coupon", source) : source;
    if (coupon === undefined || coupon === null) return [];
    return [
      {
        discount: discount.id,
        percentOff: coupon.percent_off,
        amountsOff: amountsOff(coupon),
        products: coupon.applies_to?.products ?? null,
        once: coupon.duration === "once",
      },
    ];
  });
}

function amountsOff(coupon: Stripe.Coupon): Readonly<Record<string, number>> {
  const { amount_off: amount, currency, currency_options: options = {} } = coupon;
  if (amount === null || currency === null) return {};
  const others: Record<string, number> = {};
  for (const [code, option] of Object.entries(options)) others[code] = option.amount_off;
  return { ...others, [currency]: amount };
}

/** Percentages have at most two decimals. */
const HUNDREDTHS = 100;

/** What a discount takes off each amount, none of which goes below zero. */
export function takenOff(
  amounts: readonly number[],
  applied: AppliedDiscount,
  currency: string,
): number[] {
  const step = stepOf(currency);
  const open = amounts.map((amount) => Math.max(amount, 0));
  if (applied.percentOff !== null) {
    const hundredths = Math.round(applied.percentOff * HUNDREDTHS);
    return open.map((amount) => share(amount, hundredths, 100 * HUNDREDTHS, step));
  }
  let ahead = open.reduce((sum, amount) => sum + amount, 0);
  let left = Math.min(applied.amountsOff[currency] ?? 0, ahead);
  // Each bears its part of what is left, so that the parts add up to the whole.
  return open.map((amount) => {
    const part = ahead === 0 ? 0 : share(left, amount, ahead, step);
    ahead -= amount;
    left -= part;
    return part;
  });
}
