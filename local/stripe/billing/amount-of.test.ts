import type Stripe from "stripe";
import { expect, test } from "vitest";
import { wireDecimal } from "../store/stripe-objects.ts";
import { amountOf } from "./amount-of.ts";

const priced = (price: Partial<Stripe.Price>): Stripe.Price =>
  // Only what amounts are worked out from.
  ({
    billing_scheme: "per_unit",
    recurring: { interval: "month", interval_count: 1, usage_type: "licensed" },
    tiers_mode: null,
    transform_quantity: null,
    unit_amount: null,
    unit_amount_decimal: null,
    ...price,
  }) as Stripe.Price;

const tier = (
  upTo: number | null,
  unit: number,
  flat: number | null = null,
): Stripe.Price.Tier => ({
  flat_amount: flat,
  flat_amount_decimal: null,
  unit_amount: unit,
  unit_amount_decimal: null,
  up_to: upTo,
});

const TIERS = [tier(10, 500), tier(50, 400, 1000), tier(null, 300)];

test("a quantity costs the unit amount as often", () => {
  expect(amountOf(priced({ unit_amount: 1500 }), 3)).toBe(4500);
});

test("a unit amount with decimals is rounded once, over the whole quantity", () => {
  expect(amountOf(priced({ unit_amount_decimal: wireDecimal("0.7") }), 5)).toBe(4);
});

test("a package is billed whole", () => {
  const price = priced({ unit_amount: 900, transform_quantity: { divide_by: 10, round: "up" } });

  expect(amountOf(price, 21)).toBe(2700);
});

test.each([
  [0, 0],
  [10, 5000],
  [12, 5000 + 1000 + 800],
  [60, 5000 + 1000 + 16_000 + 3000],
])("graduated tiers bill %i units at each tier's own amount", (quantity, expected) => {
  const price = priced({ billing_scheme: "tiered", tiers_mode: "graduated", tiers: TIERS });

  expect(amountOf(price, quantity)).toBe(expected);
});

test.each([
  [10, 5000],
  [12, 1000 + 4800],
  [60, 18_000],
])("volume tiers bill all %i units at the tier reached", (quantity, expected) => {
  const price = priced({ billing_scheme: "tiered", tiers_mode: "volume", tiers: TIERS });

  expect(amountOf(price, quantity)).toBe(expected);
});

test("a metered price costs nothing in advance", () => {
  const recurring = { usage_type: "metered" } as Stripe.Price.Recurring;

  expect(amountOf(priced({ unit_amount: 100, recurring }), 5)).toBe(0);
});
