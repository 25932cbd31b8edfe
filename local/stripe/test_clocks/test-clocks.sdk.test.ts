import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeSubscriber, sdkFor } from "../billing/testing/sdk.ts";
import { idOf } from "../store/reference.ts";
import type { Harness } from "../testing/local-stripe-harness.ts";
import { startHarness } from "../testing/local-stripe-harness.ts";

/** 31 January 2026 */
const START = 1_769_817_600;
const MARCH = Date.parse("2026-03-01T00:00:00Z") / 1000;

let harness: Harness;
let stripe: Stripe;

beforeAll(async () => {
  harness = await startHarness();
  stripe = sdkFor(harness.url());
});
afterAll(async () => {
  await harness.stop();
});

async function subscribed(): Promise<{ clock: string; subscription: Stripe.Subscription }> {
  const { id: clock } = await stripe.testHelpers.testClocks.create({ frozen_time: START });
  const { customer, price } = await makeSubscriber(stripe, { clock });
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
  });
  return { clock, subscription };
}

test("a clock is advancing when it is told to, then ready, and what happened is dated by it", async () => {
  const { clock, subscription } = await subscribed();
  expect(subscription).toMatchObject({ created: START, test_clock: clock });

  const under = await stripe.testHelpers.testClocks.advance(clock, { frozen_time: MARCH });

  expect(under).toMatchObject({
    status: "advancing",
    status_details: { advancing: { target_frozen_time: MARCH } },
  });
  const done = await stripe.testHelpers.testClocks.retrieve(clock);
  expect(done).toMatchObject({ status: "ready", frozen_time: MARCH });
  const renewed = await stripe.subscriptions.retrieve(subscription.id, {
    expand: ["latest_invoice"],
  });
  expect(renewed.items.data[0]?.current_period_start).toBe(START + 28 * 86_400);
  expect(renewed.latest_invoice).toMatchObject({
    billing_reason: "subscription_cycle",
    status: "paid",
    created: START + 28 * 86_400,
    status_transitions: { paid_at: START + 28 * 86_400 + 3600 },
  });
  const events = await stripe.events.list({ types: ["invoice.paid", "invoice.finalized"] });
  expect(events.data[0]).toMatchObject({
    type: "invoice.paid",
    created: START + 28 * 86_400 + 3600,
    request: { id: null },
  });
});

test("a declined renewal is past due, and well again with another card", async () => {
  const { clock, subscription } = await subscribed();
  const customer = idOf(subscription.customer) ?? "";
  const bad = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer });
  await stripe.customers.update(customer, {
    invoice_settings: { default_payment_method: bad.id },
  });

  await stripe.testHelpers.testClocks.advance(clock, { frozen_time: MARCH });
  const failed = await stripe.subscriptions.retrieve(subscription.id, {
    expand: ["latest_invoice"],
  });
  expect(failed).toMatchObject({
    status: "past_due",
    latest_invoice: {
      status: "open",
      attempt_count: 1,
      next_payment_attempt: expect.any(Number) as number,
    },
  });

  const good = await stripe.paymentMethods.attach("pm_card_visa", { customer });
  await stripe.customers.update(customer, {
    invoice_settings: { default_payment_method: good.id },
  });
  await stripe.invoices.pay((failed.latest_invoice as Stripe.Invoice).id);

  expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({ status: "active" });
});

test("what follows the last retry is a setting of the account", async () => {
  const { clock, subscription } = await subscribed();
  const customer = idOf(subscription.customer) ?? "";
  const bad = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer });
  await stripe.customers.update(customer, {
    invoice_settings: { default_payment_method: bad.id },
  });
  await stripe.rawRequest("POST", "/v1/test_helpers/retry_settings", {
    retry_after_days: [1],
    when_exhausted: "unpaid",
  });

  await stripe.testHelpers.testClocks.advance(clock, { frozen_time: MARCH + 2 * 86_400 });

  expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({ status: "unpaid" });
});

test("a clock does not go back, nor more than two intervals ahead", async () => {
  const { clock } = await subscribed();
  const advance = (time: number) =>
    stripe.testHelpers.testClocks.advance(clock, { frozen_time: time });

  await expect(advance(START)).rejects.toMatchObject({ param: "frozen_time" });
  await expect(advance(START + 90 * 86_400)).rejects.toMatchObject({
    message: expect.stringContaining("two intervals") as string,
  });
});

test("a deleted clock takes its customers with it", async () => {
  const { clock, subscription } = await subscribed();

  expect(await stripe.testHelpers.testClocks.del(clock)).toMatchObject({ deleted: true });

  await expect(stripe.subscriptions.retrieve(subscription.id)).rejects.toMatchObject({
    code: "resource_missing",
  });
  await expect(stripe.testHelpers.testClocks.retrieve(clock)).rejects.toMatchObject({
    code: "resource_missing",
  });
});
