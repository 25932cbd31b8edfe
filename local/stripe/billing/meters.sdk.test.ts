import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { idOf } from "../store/reference.ts";
import { wireDecimal } from "../store/stripe-objects.ts";
import type { Harness } from "../testing/local-stripe-harness.ts";
import { startHarness } from "../testing/local-stripe-harness.ts";
import { makeSubscriber, sdkFor } from "./testing/sdk.ts";

/** 1 January 2026 */
const START = 1_767_225_600;
const DAY = 86_400;
const EVENT = "api_calls";

let harness: Harness;
let stripe: Stripe;

beforeAll(async () => {
  harness = await startHarness();
  stripe = sdkFor(harness.url());
});
afterAll(async () => {
  await harness.stop();
});

let meters = 0;

interface Metered {
  readonly clock: string;
  readonly customer: string;
  readonly subscription: Stripe.Subscription;
  readonly use: (value: string, timestamp?: number) => Promise<unknown>;
  /** The lines of the newest invoice that bill what was used. */
  readonly billed: () => Promise<Stripe.InvoiceLineItem[]>;
}

async function subscribed(
  formula: "count" | "last" | "sum",
  price: Partial<Stripe.PriceCreateParams> = { unit_amount_decimal: wireDecimal("0.5") },
): Promise<Metered> {
  const { id: clock } = await stripe.testHelpers.testClocks.create({ frozen_time: START });
  const { customer, price: fixed } = await makeSubscriber(stripe, { clock });
  meters += 1;
  const name = `${EVENT}_${meters}`;
  const { id: meter } = await stripe.billing.meters.create({
    display_name: "API calls",
    event_name: name,
    default_aggregation: { formula },
  });
  const metered = await stripe.prices.create({
    product: idOf(fixed.product) ?? "",
    currency: "usd",
    recurring: { interval: "month", usage_type: "metered", meter },
    ...price,
  });
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: fixed.id }, { price: metered.id }],
  });
  const item = subscription.items.data[1]?.id ?? "";
  return {
    clock,
    customer: customer.id,
    subscription,
    use: async (value, timestamp) =>
      stripe.billing.meterEvents.create({
        event_name: name,
        payload: { stripe_customer_id: customer.id, value },
        ...(timestamp === undefined ? {} : { timestamp }),
      }),
    billed: async () => {
      const [invoice] = (await stripe.invoices.list({ subscription: subscription.id })).data;
      return (invoice?.lines.data ?? []).filter(
        ({ parent }) => parent?.subscription_item_details?.subscription_item === item,
      );
    },
  };
}

async function advance(clock: string, days: number): Promise<void> {
  await stripe.testHelpers.testClocks.advance(clock, { frozen_time: START + days * DAY });
}

test("what was used of a metered item is billed when its period is over", async () => {
  const { clock, subscription, use, billed } = await subscribed("sum");
  expect(await billed()).toMatchObject([{ amount: 0, quantity: 0 }]);
  await use("9000");
  await advance(clock, 10);
  await use("1000");

  await advance(clock, 32);

  const item = subscription.items.data[1];
  expect(await billed()).toMatchObject([
    {
      amount: 5000,
      quantity: 10_000,
      period: { start: item?.current_period_start, end: item?.current_period_end },
    },
  ]);
});

test("a period bills its own uses alone", async () => {
  const { clock, use, billed } = await subscribed("sum");
  await advance(clock, 32);
  await use("200");
  await use("4000", START + 2 * DAY);

  await advance(clock, 62);

  expect(await billed()).toMatchObject([{ amount: 100, quantity: 200 }]);
});

test.each([
  ["count", 2],
  ["last", 30],
  ["sum", 130],
] as const)("a meter can %s", async (formula, quantity) => {
  const { clock, use, billed } = await subscribed(formula);
  await use("30", START + 3 * DAY);
  await use("100", START + DAY);

  await advance(clock, 32);

  expect(await billed()).toMatchObject([{ quantity }]);
});

test("tiers, too, price what was used", async () => {
  const { clock, use, billed } = await subscribed("sum", {
    billing_scheme: "tiered",
    tiers_mode: "graduated",
    tiers: [
      { up_to: 10, unit_amount: 100 },
      { up_to: "inf", unit_amount: 50 },
    ],
  });
  await use("15");

  await advance(clock, 32);

  expect(await billed()).toMatchObject([{ amount: 1250, quantity: 15 }]);
});

test("a subscription that ends bills its last uses", async () => {
  const { clock, subscription, use, billed } = await subscribed("sum");
  await use("200");
  await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });

  await advance(clock, 32);

  expect(await billed()).toMatchObject([{ amount: 100, quantity: 200 }]);
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("canceled");
});

test("one use is reported once, of a customer, by a whole number, to a meter there is", async () => {
  const { customer, use } = await subscribed("sum");
  const event_name = `${EVENT}_${meters}`;
  const payload = { stripe_customer_id: customer, value: "1" };
  await stripe.billing.meterEvents.create({ event_name, payload, identifier: "once" });

  const refused = [
    stripe.billing.meterEvents.create({ event_name, payload, identifier: "once" }),
    stripe.billing.meterEvents.create({ event_name: "other", payload }),
    stripe.billing.meterEvents.create({
      event_name,
      payload: { ...payload, stripe_customer_id: "cus_none" },
    }),
    use("-1"),
    use("many"),
  ];

  for (const each of refused)
    await expect(each).rejects.toMatchObject({ type: "StripeInvalidRequestError" });
});
