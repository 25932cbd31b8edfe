/** What Stripe says of coupons, and of the discounts they were given as. It serves no discount itself: its events tell of them. */
import type Stripe from "stripe";
import type { Life } from "../life.ts";
import { itemsOf } from "./recurring.ts";
import { ORIGIN, type StoredObject } from "./stored-object.ts";
import { idOf, moment, moneyOrNone } from "./values.ts";

/** A coupon as it was when Stripe last told of it. */
interface ToldCoupon {
  readonly coupon: Stripe.Coupon;
  readonly isDeleted: boolean;
  /** Whether some customer has it for all subscriptions: then Stripe is asked for what events leave out. */
  readonly isOfCustomer: boolean;
}

/** No event tells that a coupon was redeemed, so what the last one says of it is all that is known. */
function couponsOf(life: Life): readonly ToldCoupon[] {
  const told = new Map<string, ToldCoupon>();
  const ofCustomers = discountsOf(life)
    .filter(({ discount, isRemoved }) => discount.subscription === null && !isRemoved)
    .map(({ discount }) => idOf(discount.source.coupon));
  for (const event of life.sent)
    if (
      event.type === "coupon.created" ||
      event.type === "coupon.updated" ||
      event.type === "coupon.deleted"
    )
      told.set(event.data.object.id, {
        coupon: event.data.object,
        isDeleted: event.type === "coupon.deleted",
        isOfCustomer: ofCustomers.includes(event.data.object.id),
      });
  return [...told.values()];
}

export const coupons: StoredObject<ToldCoupon> = {
  object: "Stripe_Coupon__c",
  rows: couponsOf,
  fields: {
    ...ORIGIN,
    Coupon_Key__c: ({ coupon }) => `|test|${coupon.id}`,
    Stripe_Coupon_ID__c: ({ coupon }) => coupon.id,
    Coupon_Name__c: ({ coupon }) => coupon.name,
    Percent_Off__c: ({ coupon }) => coupon.percent_off,
    Amount_Off__c: ({ coupon }) => moneyOrNone(coupon.amount_off),
    Currency__c: ({ coupon }) => coupon.currency?.toUpperCase() ?? null,
    Duration__c: ({ coupon }) => coupon.duration,
    Duration_In_Months__c: ({ coupon }) => coupon.duration_in_months,
    Max_Redemptions__c: ({ coupon }) => coupon.max_redemptions,
    Times_Redeemed__c: ({ coupon }) => coupon.times_redeemed,
    Redeem_By__c: ({ coupon }) => moment(coupon.redeem_by),
    Stripe_Created_At__c: ({ coupon }) => moment(coupon.created),
    Deleted__c: ({ isDeleted }) => isDeleted,
    Valid__c: ({ coupon, isDeleted }) => !isDeleted && coupon.valid,
    // Told only when it is asked for, as it is of a discounted subscription of several products.
    Applies_To__c: ({ isOfCustomer }) => (isOfCustomer ? "*" : null),
    Amounts_In_Others__c: ({ coupon, isOfCustomer }) =>
      isOfCustomer && coupon.amount_off !== null ? "-" : null,
  },
};

interface GivenDiscount {
  readonly discount: Stripe.Discount;
  readonly isRemoved: boolean;
}

function discountsOf({ sent }: Life): readonly GivenDiscount[] {
  const given = new Map<string, GivenDiscount>();
  for (const event of sent)
    if (
      event.type === "customer.discount.created" ||
      event.type === "customer.discount.updated" ||
      event.type === "customer.discount.deleted"
    )
      given.set(event.data.object.id, {
        discount: event.data.object,
        isRemoved: event.type === "customer.discount.deleted",
      });
  return [...given.values()];
}

/** Its place, from 1, among what is taken off the same item or subscription; a customer has one. */
function positionOf({ discount }: GivenDiscount, life: Life): number | null {
  const item = itemsOf(life).find(({ id }) => id === discount.subscription_item);
  const beside =
    item?.discounts ?? (discount.subscription === null ? [] : life.subscription.discounts);
  const place = beside.map(idOf).indexOf(discount.id);
  return place < 0 ? null : place + 1;
}

export const discounts: StoredObject<GivenDiscount> = {
  object: "Stripe_Discount__c",
  rows: discountsOf,
  fields: {
    ...ORIGIN,
    Stripe_Discount_ID__c: ({ discount }) => discount.id,
    Stripe_Coupon__c: ({ discount }) => `|test|${String(idOf(discount.source.coupon))}`,
    Stripe_Customer__c: ({ discount }) => idOf(discount.customer),
    Stripe_Subscription__c: ({ discount }) => discount.subscription,
    Stripe_Item_ID__c: ({ discount }) => discount.subscription_item,
    Applies_To__c: ({ discount }) => {
      if (discount.subscription_item !== null) return "item";
      return discount.subscription === null ? "customer" : "subscription";
    },
    Position__c: positionOf,
    Promotion_Code_ID__c: ({ discount }) => idOf(discount.promotion_code),
    Starts_At__c: ({ discount }) => moment(discount.start),
    Ends_At__c: ({ discount }) => moment(discount.end),
    Is_Removed__c: ({ isRemoved }) => isRemoved,
  },
};
