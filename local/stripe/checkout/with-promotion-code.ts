import type Stripe from "stripe";
import { couponOf, redeemableCode } from "../billing/promotion-code.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import type { ObjectStore } from "../store/object-store.ts";
import { idOf } from "../store/reference.ts";
import type { Entered } from "./complete.ts";
import { discountOn } from "./line-items.ts";
import type { UnseenOfSession } from "./parameters.ts";

/**
 * A session as it is paid: less what a promotion code takes off that the customer entered.
 * @throws StripeApiError 400 for one that is none, or not theirs
 */
export function withPromotionCode(
  objects: ObjectStore,
  session: Stripe.Checkout.Session,
  unseen: UnseenOfSession,
  { promotionCode: entered }: Entered,
): { readonly session: Stripe.Checkout.Session; readonly unseen: UnseenOfSession } {
  if (entered === undefined || session.allow_promotion_codes !== true) return { session, unseen };
  const code = redeemableCode(objects, entered, idOf(session.customer));
  if (code === undefined) throw invalidRequest("This code is invalid.", "promotion_code");
  const discounts = [{ coupon: couponOf(code), promotionCode: code.id }];
  const { amount_subtotal: subtotal } = session;
  const off = subtotal === null ? 0 : discountOn(objects, subtotal, discounts);
  return {
    session: {
      ...session,
      amount_total: subtotal === null ? null : subtotal - off,
      discounts: [{ coupon: null, promotion_code: code.id }],
      total_details:
        session.total_details === null ? null : { ...session.total_details, amount_discount: off },
    },
    unseen: { ...unseen, discounts },
  };
}
