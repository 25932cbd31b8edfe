import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Harness } from "../testing/local-stripe-harness.ts";
import { startHarness } from "../testing/local-stripe-harness.ts";

let harness: Harness;
let stripe: Stripe;

beforeAll(async () => {
  harness = await startHarness();
  stripe = harness.sdk();
});

afterAll(async () => {
  await harness.stop();
});

async function dollarsAndEuros(): Promise<Stripe.Price> {
  return stripe.prices.create({
    currency: "usd",
    unit_amount: 3000,
    currency_options: { eur: { unit_amount: 2700 } },
    recurring: { interval: "month" },
    product_data: { name: "Seat" },
  });
}

async function customerWithCard(): Promise<string> {
  const { id } = await stripe.customers.create({});
  const { id: method } = await stripe.paymentMethods.attach("pm_card_visa", { customer: id });
  await stripe.customers.update(id, { invoice_settings: { default_payment_method: method } });
  return id;
}

test("other currencies of a price show only when asked for, its own among them", async () => {
  const price = await dollarsAndEuros();

  expect(price.currency_options).toBeUndefined();
  const { currency_options: options } = await stripe.prices.retrieve(price.id, {
    expand: ["currency_options"],
  });
  expect(Object.keys(options ?? {}).sort()).toEqual(["eur", "usd"]);
  expect(options?.["eur"]).toMatchObject({ unit_amount: 2700 });
});

test("a subscription is billed in the currency asked for, and its item shows the price's own", async () => {
  const price = await dollarsAndEuros();

  const subscription = await stripe.subscriptions.create({
    customer: await customerWithCard(),
    currency: "eur",
    items: [{ price: price.id, quantity: 2 }],
    expand: ["latest_invoice"],
  });

  expect(subscription.currency).toBe("eur");
  expect(subscription.items.data[0]?.price).toMatchObject({ currency: "usd", unit_amount: 3000 });
  expect(subscription.latest_invoice).toMatchObject({ currency: "eur", amount_paid: 5400 });
});

test("a change in the middle of a period is prorated in that currency", async () => {
  const price = await dollarsAndEuros();
  const customer = await customerWithCard();
  const { id, items } = await stripe.subscriptions.create({
    customer,
    currency: "eur",
    items: [{ price: price.id }],
  });

  await stripe.subscriptions.update(id, {
    items: [{ id: items.data[0]?.id ?? "", quantity: 3 }],
    proration_behavior: "always_invoice",
  });

  const { data } = await stripe.invoices.list({ customer });
  expect(data.map(({ currency }) => currency)).toEqual(["eur", "eur"]);
  expect(data[0]?.total).toBe(5400);
});

test("a currency the price does not have is refused", async () => {
  const price = await dollarsAndEuros();

  await expect(
    stripe.subscriptions.create({
      customer: await customerWithCard(),
      currency: "gbp",
      items: [{ price: price.id }],
    }),
  ).rejects.toMatchObject({ type: "StripeInvalidRequestError", param: "items[0][price]" });
});

test("tiers show only when asked for, on a price and on the items of a subscription, and never in an event", async () => {
  const { id: price } = await stripe.prices.create({
    currency: "usd",
    billing_scheme: "tiered",
    tiers_mode: "volume",
    tiers: [
      { up_to: 10, unit_amount: 100 },
      { up_to: "inf", unit_amount: 50 },
    ],
    recurring: { interval: "month" },
    product_data: { name: "Seat" },
  });
  const { id, items } = await stripe.subscriptions.create({
    customer: await customerWithCard(),
    items: [{ price, quantity: 15 }],
  });

  expect(items.data[0]?.price.tiers).toBeUndefined();
  const expanded = await stripe.subscriptions.retrieve(id, { expand: ["items.data.price.tiers"] });
  expect(expanded.items.data[0]?.price.tiers).toHaveLength(2);
  const { data } = await stripe.events.list({ limit: 100 });
  expect(JSON.stringify(data)).not.toContain('"tiers":');
});

test("a price without tiers may be asked for them", async () => {
  const price = await dollarsAndEuros();

  const asked = await stripe.prices.retrieve(price.id, { expand: ["tiers"] });

  expect(asked.tiers).toBeUndefined();
});
