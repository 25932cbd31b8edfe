import { priceIn } from "../prices/price.ts";
import type Stripe from "stripe";
import { timesDecimal } from "./rounding.ts";

/**
 * What a quantity of a price costs for one period, in the currency's smallest unit: per unit, by package
 * (`transform_quantity`) or by tiers. A metered price costs nothing in advance.
 * @param currency one of the price's; its own when absent
 * @see https://docs.stripe.com/products-prices/pricing-models
 */
export function amountOf(
  listed: Stripe.Price,
  quantity: number,
  currency = listed.currency,
): number {
  return isMetered(listed) ? 0 : usageAmountOf(listed, quantity, currency);
}

/** What a quantity that was used of a price costs, as above, whether it is metered or not. */
export function usageAmountOf(
  listed: Stripe.Price,
  quantity: number,
  currency = listed.currency,
): number {
  const price = priceIn(listed, currency);
  if (price === undefined) throw new Error(`The price ${listed.id} has no amount in ${currency}.`);
  if (price.billing_scheme === "tiered") return tieredAmount(price, quantity);
  return timesDecimal(packages(price, quantity), unitAmount(price));
}

/** It is billed for what was used, when its period is over. */
export function isMetered({ recurring }: Pick<Stripe.Price, "recurring">): boolean {
  return recurring?.usage_type === "metered";
}

function packages(price: Stripe.Price, quantity: number): number {
  const transform = price.transform_quantity;
  if (transform === null) return quantity;
  const exact = quantity / transform.divide_by;
  return transform.round === "up" ? Math.ceil(exact) : Math.floor(exact);
}

/** What one unit costs, as a decimal of the smallest unit. */
export function unitAmount(price: {
  readonly unit_amount: number | null;
  readonly unit_amount_decimal: { toString(): string } | null;
}): string {
  return price.unit_amount_decimal?.toString() ?? String(price.unit_amount ?? 0);
}

function tieredAmount(price: Stripe.Price, quantity: number): number {
  const tiers = price.tiers ?? [];
  if (price.tiers_mode === "volume") {
    const tier = tiers.find(({ up_to }) => up_to === null || quantity <= up_to);
    return tier === undefined
      ? 0
      : (tier.flat_amount ?? 0) + timesDecimal(quantity, unitAmount(tier));
  }
  let counted = 0;
  let amount = 0;
  for (const tier of tiers) {
    // The first tier's flat fee is due even when nothing is used.
    if (counted >= quantity && counted > 0) break;
    const inTier = Math.min(quantity, tier.up_to ?? quantity) - counted;
    amount += (tier.flat_amount ?? 0) + timesDecimal(inTier, unitAmount(tier));
    counted += inTier;
    if (quantity === 0) break;
  }
  return amount;
}
