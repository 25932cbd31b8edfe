import type Stripe from "stripe";
import { hash, text } from "../api/parameters.ts";
import type { Operation } from "../api/operation.ts";
import { noSuch } from "../api/stripe-error.ts";
import { idOf } from "../store/reference.ts";
import type { DiscountPlace, DiscountReferences } from "./discount.ts";
import { discountFrom } from "./discount.ts";
import type { AskedDiscount } from "./promotion-code.ts";
import { namedDiscount } from "./promotion-code.ts";

/** An entry of `discounts` where an object may have some: a coupon, a promotion code, or a discount it has already. */
export const heldDiscountParameters = hash({
  coupon: text().optional(),
  discount: text().optional(),
  promotion_code: text().optional(),
});

export interface AskedHeldDiscount extends AskedDiscount {
  readonly discount?: string | undefined;
}

/**
 * The discounts of a subscription, or of an item, once a request named them anew: those it names by id stay, all others go.
 * @returns their ids, in the order in which they come off
 * @throws StripeApiError 400 for what is not there, used up or somebody else's
 */
export function replacedDiscounts(
  operation: Operation,
  held: DiscountReferences,
  asked: readonly AskedHeldDiscount[],
  place: DiscountPlace,
): string[] {
  const ids = held.flatMap((reference) => idOf(reference) ?? []);
  const kept = new Set(asked.map(({ discount }) => discount));
  removeDiscounts(
    operation,
    ids.filter((id) => !kept.has(id)),
  );
  return asked.map(({ discount: reused, ...entry }, index) => {
    const parameter = `discounts[${index}]`;
    if (reused === undefined) {
      const named = namedDiscount(operation.objects, entry, place.customer, parameter);
      const start = operation.now({ customer: place.customer });
      return discountFrom(operation, named, start, place, parameter).id;
    }
    if (ids.includes(reused)) return reused;
    throw noSuch("discount", reused, `${parameter}[discount]`, 400);
  });
}

/** Tells that discounts are taken away; invoices they came off go on naming them. */
export function removeDiscounts(operation: Operation, ids: readonly string[]): void {
  for (const id of ids) {
    const gone = operation.objects.find("discount", id);
    if (gone !== undefined) operation.emit("customer.discount.deleted", gone);
  }
}

/**
 * The discounts that come off all items of a subscription's invoice: its own override the customer's.
 * @see https://docs.stripe.com/api/discounts/object
 */
export function discountsOver(
  subscription: Pick<Stripe.Subscription, "discounts">,
  customer: Stripe.Customer,
): DiscountReferences {
  return subscription.discounts.length > 0 ? subscription.discounts : ofCustomer(customer);
}

/** What a customer has off everything that is not discounted otherwise. */
export function ofCustomer({ discount }: Stripe.Customer): DiscountReferences {
  return discount ? [discount] : [];
}
