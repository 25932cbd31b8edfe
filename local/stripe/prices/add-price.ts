import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import type { NewPriceParameters } from "./parameters.ts";
import { newPrice } from "./price.ts";

/**
 * Makes a price of a product, and tells so.
 * @throws StripeApiError 400 for amounts that do not fit, or a lookup key in use
 */
export function addPrice(
  operation: Operation,
  product: Stripe.Product,
  asked: NewPriceParameters,
): Stripe.Price {
  const price = newPrice(asked, product.id, operation.now());
  takeLookupKey(operation, price.lookup_key, asked.transfer_lookup_key ?? false);
  return operation.add("price.created", price);
}

/**
 * Lets a lookup key go from the price that has it, so that another can have it.
 * @throws StripeApiError 400 when it may not be taken
 */
export function takeLookupKey(operation: Operation, key: string | null, transfer: boolean): void {
  if (key === null) return;
  const [holder] = operation.objects.all("price", { lookup_key: key });
  if (holder === undefined) return;
  if (!transfer) {
    throw invalidRequest(
      `A price (${holder.id}) already uses that lookup key.`,
      "lookup_key",
      "resource_already_exists",
    );
  }
  operation.change("price.updated", holder, { ...holder, lookup_key: null });
}
