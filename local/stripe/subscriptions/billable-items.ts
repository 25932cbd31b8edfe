import { priceIn } from "../prices/price.ts";
import type Stripe from "stripe";
import { invalidRequest } from "../api/stripe-error.ts";
import type { Cadence } from "../billing/calendar.ts";
import { cadenceOf, sameCadence } from "./subscription-item.ts";

const MOST_ITEMS = 20;

/**
 * What prices have in common that stand on one subscription.
 * @param held ids of prices already on it, which may have become inactive since
 * @param asked the currency it is billed in; the first price's own when absent
 * @throws StripeApiError 400 when they cannot: none or too many, one-time or inactive ones, two currencies, two intervals
 */
export function requireBillable(
  prices: readonly Stripe.Price[],
  held: readonly string[] = [],
  asked?: string,
): { cadence: Cadence; currency: string } {
  const [first] = prices;
  if (first === undefined) {
    throw invalidRequest("Missing required param: items.", "items", "parameter_missing");
  }
  const currency = asked ?? first.currency;
  if (prices.length > MOST_ITEMS) {
    throw invalidRequest(`A subscription can have at most ${MOST_ITEMS} items.`, "items");
  }
  for (const [index, price] of prices.entries()) {
    const parameter = `items[${index}][price]`;
    if (price.recurring === null) {
      throw invalidRequest(
        `The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`.`,
        parameter,
      );
    }
    if (!price.active && !held.includes(price.id)) {
      throw invalidRequest(
        `The price specified is inactive. This field only accepts active prices.`,
        parameter,
      );
    }
    if (priceIn(price, currency) === undefined) {
      throw invalidRequest(
        `The price specified only supports \`${price.currency}\`. This doesn't match the expected currency: \`${currency}\`.`,
        parameter,
      );
    }
    // Stripe's flexible billing mode bills mixed intervals; local Stripe keeps to the classic rule.
    if (!sameCadence(cadenceOf(price), cadenceOf(first))) {
      throw invalidRequest(
        "Currently, all items of a subscription must have the same billing interval in local Stripe.",
        parameter,
      );
    }
  }
  return { cadence: cadenceOf(first), currency };
}
