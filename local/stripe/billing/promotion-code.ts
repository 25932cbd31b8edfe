import type Stripe from "stripe";
import { hash, text } from "../api/parameters.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import type { ObjectStore } from "../store/object-store.ts";
import { idOf } from "../store/reference.ts";

/** What takes something off: a coupon, or the promotion code through which it is given. */
export interface NamedDiscount {
  readonly coupon: string;
  readonly promotionCode: string | null;
}

export const discountParameters = hash({
  coupon: text().optional(),
  promotion_code: text().optional(),
});

/** An entry of `discounts` in a request: one of the two. */
export interface AskedDiscount {
  readonly coupon?: string | undefined;
  readonly promotion_code?: string | undefined;
}

/**
 * The coupons a request names, itself or by promotion codes.
 * @param customer whom they are for; null where nobody is known yet
 * @throws StripeApiError 400 for what is not there, used up or somebody else's
 */
export function namedDiscounts(
  objects: ObjectStore,
  asked: readonly AskedDiscount[],
  customer: string | null,
): NamedDiscount[] {
  return asked.map((entry, index) =>
    namedDiscount(objects, entry, customer, `discounts[${index}]`),
  );
}

/** As above, of one entry. @param place the parameter an error names */
export function namedDiscount(
  objects: ObjectStore,
  { coupon, promotion_code: promotionCode }: AskedDiscount,
  customer: string | null,
  place: string,
): NamedDiscount {
  if ((coupon === undefined) === (promotionCode === undefined)) {
    throw invalidRequest("You must specify either `coupon` or `promotion_code`.", place);
  }
  if (promotionCode === undefined) {
    const named = objects.named("coupon", coupon ?? "", `${place}[coupon]`);
    return { coupon: named.id, promotionCode: null };
  }
  const code = objects.named("promotion_code", promotionCode, `${place}[promotion_code]`);
  if (!isRedeemable(objects, code)) {
    throw invalidRequest("This promotion code is inactive.", `${place}[promotion_code]`);
  }
  if (!isFor(code, customer)) {
    throw invalidRequest(
      "This promotion code is restricted to another customer.",
      `${place}[promotion_code]`,
    );
  }
  return { coupon: couponOf(code), promotionCode: code.id };
}

/** The one with that code, whatever its case, that a customer may use now. */
export function redeemableCode(
  objects: ObjectStore,
  entered: string,
  customer: string | null,
): Stripe.PromotionCode | undefined {
  return codesLike(objects, entered).find(
    (code) => isRedeemable(objects, code) && isFor(code, customer),
  );
}

/** Newest first. */
export function codesLike(objects: ObjectStore, entered: string): Stripe.PromotionCode[] {
  const wanted = entered.toLowerCase();
  return objects.all("promotion_code").filter(({ code }) => code.toLowerCase() === wanted);
}

/** A code lives no longer than its coupon. */
export function isRedeemable(
  objects: ObjectStore,
  { active, promotion }: Stripe.PromotionCode,
): boolean {
  return active && objects.find("coupon", idOf(promotion.coupon) ?? "")?.valid === true;
}

export function couponOf({ promotion }: Stripe.PromotionCode): string {
  return idOf(promotion.coupon) ?? "";
}

function isFor({ customer }: Stripe.PromotionCode, id: string | null): boolean {
  return customer === null || idOf(customer) === id;
}
