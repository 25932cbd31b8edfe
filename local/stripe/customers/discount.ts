import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { noSuch } from "../api/stripe-error.ts";
import { discountFrom } from "../billing/discount.ts";
import { removeDiscounts } from "../billing/held-discounts.ts";
import type { AskedDiscount } from "../billing/promotion-code.ts";
import { namedDiscount } from "../billing/promotion-code.ts";

/**
 * Gives a customer a discount on everything, in place of one they have. Since 2025-03-31.basil only the Dashboard does this.
 * @throws StripeApiError 400 for a coupon that is not there, or is used up
 * @see https://docs.stripe.com/changelog/basil/2025-03-31/deprecate-singular-coupon-promotion-code
 */
export function discountCustomer(
  operation: Operation,
  customer: Stripe.Customer,
  asked: AskedDiscount,
): Stripe.Customer {
  const named = namedDiscount(operation.objects, asked, customer.id, "discount");
  const place = { customer: customer.id, subscription: null, invoice: null };
  if (customer.discount) removeDiscounts(operation, [customer.discount.id]);
  const start = operation.now(customer);
  const discount = discountFrom(operation, named, start, place, "discount");
  return operation.change("customer.updated", customer, { ...customer, discount });
}

/** Takes a customer's discount away. @throws StripeApiError 404 where they have none */
export function removeCustomerDiscount(
  operation: Operation,
  customer: Stripe.Customer,
): Stripe.DeletedDiscount {
  const { discount } = customer;
  if (!discount) throw noSuch("discount", customer.id, "id");
  removeDiscounts(operation, [discount.id]);
  operation.change("customer.updated", customer, { ...customer, discount: null });
  return deletedDiscount(discount);
}

/** As the API answers that a discount is gone. */
export function deletedDiscount(discount: Stripe.Discount): Stripe.DeletedDiscount {
  return {
    id: discount.id,
    object: "discount",
    checkout_session: discount.checkout_session,
    customer: discount.customer,
    customer_account: discount.customer_account,
    deleted: true,
    invoice: discount.invoice,
    invoice_item: discount.invoice_item,
    promotion_code: discount.promotion_code,
    source: discount.source,
    start: discount.start,
    subscription: discount.subscription,
    subscription_item: discount.subscription_item,
  };
}
