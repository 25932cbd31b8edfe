import type Stripe from "stripe";
import { withMetadata } from "../api/metadata.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { newId } from "../ids.ts";
import { wireDecimal } from "../store/stripe-objects.ts";
import type { CurrencyOptionParameters, NewPriceParameters, TierParameters } from "./parameters.ts";

/**
 * @param created seconds since 1970
 * @throws StripeApiError 400 for amounts that do not fit the billing scheme
 */
export function newPrice(
  asked: NewPriceParameters,
  product: string,
  created: number,
): Stripe.Price {
  const scheme = asked.billing_scheme ?? "per_unit";
  const { recurring } = asked;
  return {
    id: newId("price_1"),
    object: "price",
    active: asked.active ?? true,
    billing_scheme: scheme,
    created,
    currency: asked.currency,
    currency_options: currencyOptions(asked),
    custom_unit_amount: null,
    livemode: false,
    lookup_key: asked.lookup_key ?? null,
    metadata: withMetadata({}, asked.metadata),
    nickname: asked.nickname ?? null,
    product,
    recurring:
      recurring === undefined
        ? null
        : {
            interval: recurring.interval,
            interval_count: recurring.interval_count ?? 1,
            meter: recurring.meter ?? null,
            trial_period_days: recurring.trial_period_days ?? null,
            usage_type: recurring.usage_type ?? "licensed",
          },
    tax_behavior: asked.tax_behavior ?? "unspecified",
    ...(scheme === "tiered" ? tiered(asked) : {}),
    tiers_mode: asked.tiers_mode ?? null,
    transform_quantity: asked.transform_quantity ?? null,
    type: recurring === undefined ? "one_time" : "recurring",
    ...(scheme === "tiered" ? { unit_amount: null, unit_amount_decimal: null } : unitAmount(asked)),
  };
}

function unitAmount({
  unit_amount: amount,
  unit_amount_decimal: exact,
}: Pick<NewPriceParameters, "unit_amount" | "unit_amount_decimal">): Pick<
  Stripe.Price,
  "unit_amount" | "unit_amount_decimal"
> {
  if ((amount === undefined) === (exact === undefined)) {
    throw invalidRequest(
      "You must specify either `unit_amount` or `unit_amount_decimal`, and not both.",
      "unit_amount",
    );
  }
  return {
    unit_amount: amount ?? wholeAmount(exact ?? ""),
    unit_amount_decimal: wireDecimal(exact ?? String(amount)),
  };
}

/** Every currency the price can be billed in, its own among them. */
function currencyOptions(asked: NewPriceParameters): Record<string, Stripe.Price.CurrencyOptions> {
  const own = { [asked.currency]: asked };
  return Object.fromEntries(
    Object.entries({ ...asked.currency_options, ...own }).map(([code, option]) => [
      code,
      optionOf(option, asked),
    ]),
  );
}

function optionOf(
  option: CurrencyOptionParameters,
  { billing_scheme: scheme, tiers_mode: mode }: NewPriceParameters,
): Stripe.Price.CurrencyOptions {
  return {
    custom_unit_amount: null,
    tax_behavior: option.tax_behavior ?? "unspecified",
    ...(scheme === "tiered"
      ? {
          ...tiered({ tiers: option.tiers, tiers_mode: mode }),
          unit_amount: null,
          unit_amount_decimal: null,
        }
      : unitAmount(option)),
  };
}

/**
 * A price as it is in one of its currencies.
 * @returns undefined where it cannot be billed in it
 */
export function priceIn(price: Stripe.Price, currency: string): Stripe.Price | undefined {
  if (price.currency === currency) return price;
  const option = price.currency_options?.[currency];
  return option === undefined ? undefined : { ...price, ...option, currency };
}

function tiered({
  tiers,
  tiers_mode: mode,
}: Pick<NewPriceParameters, "tiers" | "tiers_mode">): Pick<Stripe.Price, "tiers"> {
  if (tiers === undefined || mode === undefined || tiers.at(-1)?.up_to !== "inf") {
    throw invalidRequest(
      "A tiered price needs `tiers`, the last of which is up to `inf`, and a `tiers_mode`.",
      "tiers",
    );
  }
  return { tiers: tiers.map(tierOf) };
}

function tierOf(tier: TierParameters): Stripe.Price.Tier {
  const flat = tier.flat_amount_decimal ?? tier.flat_amount?.toString();
  const unit = tier.unit_amount_decimal ?? tier.unit_amount?.toString();
  return {
    flat_amount: tier.flat_amount ?? null,
    flat_amount_decimal: flat === undefined ? null : wireDecimal(flat),
    unit_amount: tier.unit_amount ?? null,
    unit_amount_decimal: unit === undefined ? null : wireDecimal(unit),
    up_to: tier.up_to === "inf" ? null : tier.up_to,
  };
}

/** A decimal amount that is a whole number is shown as one too. */
function wholeAmount(exact: string): number | null {
  return Number.isInteger(Number(exact)) ? Number(exact) : null;
}
