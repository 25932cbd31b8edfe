import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Harness } from "../testing/local-stripe-harness.ts";
import { startHarness } from "../testing/local-stripe-harness.ts";
import { TEST_CARDS, testCardOf } from "./test-card.ts";
import { newPaymentMethod } from "./payment-method.ts";

let harness: Harness;
let stripe: Stripe;

beforeAll(async () => {
  harness = await startHarness();
  stripe = harness.sdk();
});

afterAll(async () => {
  await harness.stop();
});

test("a test card is told from every other by what its payment method shows", () => {
  for (const card of TEST_CARDS) expect(testCardOf(newPaymentMethod(0, card, null))).toBe(card);
});

describe("a payment method", () => {
  test("is attached, listed, detached, and each is told", async () => {
    const customer = await stripe.customers.create();

    const attached = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
    const listed = await stripe.paymentMethods.list({ customer: customer.id, type: "card" });
    const detached = await stripe.paymentMethods.detach(attached.id);

    expect(attached.id).toMatch(/^pm_1/);
    expect(attached).toMatchObject({
      customer: customer.id,
      card: { brand: "visa", last4: "4242" },
    });
    expect(listed.data.map(({ id }) => id)).toEqual([attached.id]);
    expect(detached.customer).toBeNull();
    expect((await harness.eventTypes()).slice(-2)).toEqual([
      "payment_method.attached",
      "payment_method.detached",
    ]);
    const [event] = (await stripe.events.list({ type: "payment_method.detached", limit: 1 })).data;
    expect(event?.data.previous_attributes).toEqual({ customer: customer.id });
  });

  test("that is attached to one customer cannot be attached to another", async () => {
    const [one, other] = [await stripe.customers.create(), await stripe.customers.create()];
    const { id } = await stripe.paymentMethods.attach("pm_card_visa", { customer: one.id });

    await expect(stripe.paymentMethods.attach(id, { customer: other.id })).rejects.toMatchObject({
      type: "StripeInvalidRequestError",
      statusCode: 400,
    });
  });

  test("that is detached and was the default is the default no more", async () => {
    const { id } = await stripe.customers.create();
    const method = await stripe.paymentMethods.attach("pm_card_visa", { customer: id });
    await stripe.customers.update(id, { invoice_settings: { default_payment_method: method.id } });

    await stripe.paymentMethods.detach(method.id);

    expect(await stripe.customers.retrieve(id)).toMatchObject({
      invoice_settings: { default_payment_method: null },
    });
  });

  test("whose card is declined cannot be attached, but one that fails later can", async () => {
    const { id } = await stripe.customers.create();

    await expect(
      stripe.paymentMethods.attach("pm_card_visa_chargeDeclined", { customer: id }),
    ).rejects.toMatchObject({ type: "StripeCardError", statusCode: 402, code: "card_declined" });
    const later = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", {
      customer: id,
    });

    expect(later.customer).toBe(id);
  });

  test("is made of a test card's number, and of no other", async () => {
    const card = (number: string): Stripe.PaymentMethodCreateParams => ({
      type: "card",
      card: { number, exp_month: 3, exp_year: 2031, cvc: "314" },
      billing_details: { name: "Kenji Sato" },
    });

    const method = await stripe.paymentMethods.create(card("5555 5555 5555 4444"));

    expect(method).toMatchObject({
      card: { brand: "mastercard", last4: "4444", exp_month: 3, exp_year: 2031 },
      billing_details: { name: "Kenji Sato" },
    });
    await expect(stripe.paymentMethods.create(card("4111111111111112"))).rejects.toMatchObject({
      code: "card_declined",
    });
  });

  test("is replaced by the card network on request", async () => {
    const { id } = await stripe.customers.create();
    const method = await stripe.paymentMethods.attach("pm_card_visa", { customer: id });

    await harness.post(`/_local/payment_methods/${method.id}/replace`, {
      exp_month: 1,
      exp_year: 2040,
    });

    const [event] = (await stripe.events.list({ limit: 1 })).data;
    expect(event).toMatchObject({
      type: "payment_method.automatically_updated",
      request: { id: null },
      data: { previous_attributes: { card: { exp_month: 12, exp_year: 2034 } } },
    });
  });
});

test("a SetupIntent saves a card to its customer", async () => {
  const { id } = await stripe.customers.create();

  const intent = await stripe.setupIntents.create({
    customer: id,
    payment_method: "pm_card_mastercard",
    confirm: true,
  });

  expect(intent).toMatchObject({ status: "succeeded", usage: "off_session" });
  expect((await stripe.customers.listPaymentMethods(id)).data.map((each) => each.id)).toEqual([
    intent.payment_method,
  ]);
});
