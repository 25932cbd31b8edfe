import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sdkFor } from "../billing/testing/sdk.ts";
import type { Harness } from "../testing/local-stripe-harness.ts";
import { startHarness } from "../testing/local-stripe-harness.ts";

let harness: Harness;
let stripe: Stripe;

beforeAll(async () => {
  harness = await startHarness();
  stripe = sdkFor(harness.url());
});
afterAll(async () => {
  await harness.stop();
});

function charge(more: Partial<Stripe.ChargeCreateParams> = {}): Promise<Stripe.Charge> {
  return stripe.charges.create({ amount: 2000, currency: "usd", source: "tok_visa", ...more });
}

test("a card's token is charged, and no PaymentIntent stands behind it", async () => {
  const customer = await stripe.customers.create({});

  const made = await charge({ customer: customer.id, description: "By hand" });

  expect(made).toMatchObject({
    amount: 2000,
    amount_captured: 2000,
    customer: customer.id,
    description: "By hand",
    paid: true,
    payment_intent: null,
    status: "succeeded",
  });
  expect(made.payment_method).toMatch(/^card_1/);
  const [event] = (await stripe.events.list({ limit: 1 })).data;
  expect(event).toMatchObject({ type: "charge.succeeded", data: { object: { id: made.id } } });
});

test("a declined card leaves the failed charge, and the caller is told its id", async () => {
  const refused: unknown = await charge({ source: "tok_chargeDeclinedInsufficientFunds" }).catch(
    (error: unknown) => error,
  );

  expect(refused).toMatchObject({ statusCode: 402, decline_code: "insufficient_funds" });
  const [event] = (await stripe.events.list({ limit: 1 })).data;
  expect(event).toMatchObject({
    type: "charge.failed",
    data: { object: { status: "failed", payment_intent: null, failure_code: "card_declined" } },
  });
});

test("a charge that was only authorized is captured in part, once", async () => {
  const held = await charge({ capture: false });
  expect(held).toMatchObject({ captured: false, amount_captured: 0 });

  const taken = await stripe.charges.capture(held.id, { amount: 1200 });

  expect(taken).toMatchObject({ captured: true, amount_captured: 1200, amount_refunded: 800 });
  await expect(stripe.charges.capture(held.id)).rejects.toMatchObject({
    code: "charge_already_captured",
  });
});

test("it is refunded and disputed like any other", async () => {
  const made = await charge();

  const refund = await stripe.refunds.create({ charge: made.id, amount: 500 });
  const { body } = await harness.post("/_local/disputes", { charge: made.id });

  expect(refund).toMatchObject({ charge: made.id, payment_intent: null, amount: 500 });
  expect(body).toMatchObject({ charge: made.id, payment_intent: null });
  expect(await stripe.charges.retrieve(made.id)).toMatchObject({
    amount_refunded: 500,
    disputed: true,
  });
});

test("what is no card's token is refused", async () => {
  await expect(charge({ source: "tok_none" })).rejects.toMatchObject({ statusCode: 400 });
});
