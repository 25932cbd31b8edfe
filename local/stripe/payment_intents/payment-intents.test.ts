import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

function pay(
  payment_method: string,
  more: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create({
    amount: 2000,
    currency: "usd",
    payment_method,
    confirm: true,
    ...more,
  });
}

async function eventsOf(intent: string): Promise<string[]> {
  const types: string[] = [];
  for await (const event of stripe.events.list({ limit: 100 })) {
    const { object } = event.data;
    const holder =
      "payment_intent" in object ? object.payment_intent : "id" in object ? object.id : "";
    if (holder === intent) types.unshift(event.type);
  }
  return types;
}

describe("a PaymentIntent", () => {
  test("that is confirmed with a good card succeeds", async () => {
    const intent = await pay("pm_card_visa", { expand: ["latest_charge"] });

    expect(intent).toMatchObject({
      status: "succeeded",
      amount_received: 2000,
      latest_charge: {
        paid: true,
        captured: true,
        payment_method_details: { card: { last4: "4242" } },
      },
    });
    expect(await eventsOf(intent.id)).toEqual([
      "payment_intent.created",
      "charge.succeeded",
      "payment_intent.succeeded",
    ]);
  });

  test("is made, given a payment method, and confirmed in three steps", async () => {
    const { id, status } = await stripe.paymentIntents.create({ amount: 500, currency: "jpy" });
    const ready = await stripe.paymentIntents.update(id, { payment_method: "pm_card_visa" });
    const done = await stripe.paymentIntents.confirm(id);

    expect([status, ready.status, done.status]).toEqual([
      "requires_payment_method",
      "requires_confirmation",
      "succeeded",
    ]);
  });

  test.each([
    ["pm_card_visa_chargeDeclined", "card_declined", "generic_decline"],
    ["pm_card_visa_chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds"],
    ["pm_card_chargeDeclinedExpiredCard", "expired_card", "expired_card"],
    ["pm_card_chargeDeclinedIncorrectCvc", "incorrect_cvc", "incorrect_cvc"],
  ])("with %s is declined: %s, %s", async (card, code, declineCode) => {
    const error: unknown = await pay(card).catch((reason: unknown) => reason);

    expect(error).toMatchObject({
      type: "StripeCardError",
      statusCode: 402,
      code,
      decline_code: declineCode,
      payment_intent: { status: "requires_payment_method" },
    });
    // The error was just matched against this shape.
    const { id } = (error as { payment_intent: Stripe.PaymentIntent }).payment_intent;
    expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
      last_payment_error: { code, decline_code: declineCode },
    });
    expect(await eventsOf(id)).toEqual([
      "payment_intent.created",
      "charge.failed",
      "payment_intent.payment_failed",
    ]);
  });

  test("that was declined is paid with another card", async () => {
    const { id } = await stripe.paymentIntents.create({ amount: 900, currency: "usd" });
    await expect(
      stripe.paymentIntents.confirm(id, { payment_method: "pm_card_visa_chargeDeclined" }),
    ).rejects.toMatchObject({ statusCode: 402 });

    const paid = await stripe.paymentIntents.confirm(id, { payment_method: "pm_card_visa" });

    expect(paid).toMatchObject({ status: "succeeded", last_payment_error: null });
    const charges = await stripe.charges.list({ payment_intent: id });
    expect(charges.data.map(({ status }) => status)).toEqual(["succeeded", "failed"]);
  });

  test("is authorized first and captured in part when asked", async () => {
    const held = await pay("pm_card_visa", { capture_method: "manual" });

    const captured = await stripe.paymentIntents.capture(held.id, { amount_to_capture: 1500 });

    expect(held).toMatchObject({ status: "requires_capture", amount_capturable: 2000 });
    expect(captured).toMatchObject({ status: "succeeded", amount_received: 1500 });
    expect((await eventsOf(held.id)).slice(-4)).toEqual([
      "charge.succeeded",
      "payment_intent.amount_capturable_updated",
      "charge.captured",
      "payment_intent.succeeded",
    ]);
  });

  test("is canceled once", async () => {
    const { id } = await stripe.paymentIntents.create({ amount: 900, currency: "usd" });

    const canceled = await stripe.paymentIntents.cancel(id, { cancellation_reason: "abandoned" });

    expect(canceled).toMatchObject({ status: "canceled", cancellation_reason: "abandoned" });
    await expect(stripe.paymentIntents.cancel(id)).rejects.toMatchObject({
      code: "payment_intent_unexpected_state",
    });
  });

  test.each([
    [true, "succeeded", "payment_intent.succeeded"],
    [false, "requires_payment_method", "payment_intent.payment_failed"],
  ])("whose card wants authentication waits for it; given: %s", async (success, status, type) => {
    const waiting = await pay("pm_card_authenticationRequired");
    const types = await eventsOf(waiting.id);

    await harness.post(`/_local/payment_intents/${waiting.id}/authenticate`, { success });

    expect(waiting).toMatchObject({
      status: "requires_action",
      next_action: { type: "redirect_to_url" },
    });
    expect(types.at(-1)).toBe("payment_intent.requires_action");
    expect((await stripe.paymentIntents.retrieve(waiting.id)).status).toBe(status);
    expect((await eventsOf(waiting.id)).at(-1)).toBe(type);
  });

  test("whose card wants authentication is declined when nobody is there", async () => {
    await expect(
      pay("pm_card_authenticationRequired", { off_session: true }),
    ).rejects.toMatchObject({
      code: "authentication_required",
    });
  });

  test.each([
    ["succeeded", "succeeded", ["charge.succeeded", "payment_intent.succeeded"]],
    ["failed", "requires_payment_method", ["charge.failed", "payment_intent.payment_failed"]],
  ])("by bank account is under way until it has %s", async (outcome, status, types) => {
    const intent = await pay("pm_usBankAccount_success");

    await harness.post(`/_local/payment_intents/${intent.id}/settle`, { outcome });

    expect(intent.status).toBe("processing");
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe(status);
    expect(await eventsOf(intent.id)).toEqual([
      "payment_intent.created",
      "charge.pending",
      "payment_intent.processing",
      ...types,
    ]);
  });

  test("saves the card it is asked to save", async () => {
    const { id } = await stripe.customers.create();

    const { payment_method } = await pay("pm_card_visa", {
      customer: id,
      setup_future_usage: "off_session",
    });

    expect((await stripe.customers.listPaymentMethods(id)).data.map((each) => each.id)).toEqual([
      payment_method,
    ]);
  });

  test.each([
    [{ amount: 5124, currency: "kwd" }, { param: "amount" }],
    [{ amount: 0, currency: "usd" }, { param: "amount" }],
    [{ amount: 100, currency: "zzz" }, { param: "currency" }],
    [{ currency: "usd" }, { param: "amount", code: "parameter_missing" }],
    [{ amount: 100, currency: "usd", payment_method: "pm_none" }, { code: "resource_missing" }],
    [
      { amount: 100, currency: "usd", payment_method_types: ["card"] },
      { code: "parameter_unknown" },
    ],
  ])("of %j is refused", async (parameters, complaint) => {
    // Parameters the SDK's types rightly refuse.
    const wrong = parameters as unknown as Stripe.PaymentIntentCreateParams;

    await expect(stripe.paymentIntents.create(wrong)).rejects.toMatchObject({
      type: "StripeInvalidRequestError",
      statusCode: 400,
      ...complaint,
    });
  });
});
