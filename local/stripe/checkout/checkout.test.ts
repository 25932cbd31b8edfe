import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { idOf } from "../store/reference.ts";
import type { Harness } from "../testing/local-stripe-harness.ts";
import { startHarness } from "../testing/local-stripe-harness.ts";

let harness: Harness;
let stripe: Stripe;
let monthly: Stripe.Price;
let once: Stripe.Price;

beforeAll(async () => {
  harness = await startHarness();
  stripe = harness.sdk();
  const product = await stripe.products.create({ name: "Gold plan" });
  const amount = { product: product.id, currency: "usd", unit_amount: 2500 };
  monthly = await stripe.prices.create({ ...amount, recurring: { interval: "month" } });
  once = await stripe.prices.create(amount);
});

afterAll(async () => {
  await harness.stop();
});

function open(
  more: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Promise<Stripe.Checkout.Session> {
  return stripe.checkout.sessions.create({
    mode: "payment",
    line_items: [{ price: once.id, quantity: 2 }],
    success_url: "https://example.com/thanks?session={CHECKOUT_SESSION_ID}",
    cancel_url: "https://example.com/back",
    ...more,
  });
}

function subscribing(
  more: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Promise<Stripe.Checkout.Session> {
  return open({ mode: "subscription", line_items: [{ price: monthly.id, quantity: 1 }], ...more });
}

function pay(session: Stripe.Checkout.Session, card = "pm_card_visa"): Promise<{ status: number }> {
  return harness.post(`/_local/checkout/sessions/${session.id}/pay`, {
    paymentMethod: card,
    email: "payer@example.com",
    name: "Ada Okafor",
  });
}

async function typesSince(count: number): Promise<string[]> {
  return (await harness.eventTypes()).slice(count);
}

describe("a session", () => {
  test("is open, knows what it sells, and lives 24 hours", async () => {
    const session = await open({
      client_reference_id: "a01",
      metadata: { salesforce_id: "a01" },
      expand: ["line_items.data.price.product"],
    });

    expect(session).toMatchObject({
      status: "open",
      payment_status: "unpaid",
      amount_total: 5000,
      currency: "usd",
      client_reference_id: "a01",
      metadata: { salesforce_id: "a01" },
      url: `${harness.url()}/c/pay/${session.id}`,
      line_items: {
        data: [
          { quantity: 2, description: "Gold plan", price: { product: { name: "Gold plan" } } },
        ],
      },
    });
    expect(session.expires_at - session.created).toBe(24 * 60 * 60);
  });

  test("sells a price made for it alone", async () => {
    const session = await open({
      line_items: [
        {
          price_data: { currency: "jpy", unit_amount: 500, product_data: { name: "Sticker" } },
          quantity: 3,
        },
      ],
    });

    expect(session).toMatchObject({ amount_total: 1500, currency: "jpy" });
    const items = await stripe.checkout.sessions.listLineItems(session.id);
    expect(items.data).toMatchObject([{ description: "Sticker", price: { active: false } }]);
  });

  test("expires on request, once, and cannot be paid then", async () => {
    const session = await open();

    const expired = await stripe.checkout.sessions.expire(session.id);

    expect(expired).toMatchObject({ status: "expired", url: null });
    expect((await harness.eventTypes()).at(-1)).toBe("checkout.session.expired");
    await expect(stripe.checkout.sessions.expire(session.id)).rejects.toMatchObject({
      statusCode: 400,
    });
    expect((await pay(session)).status).toBe(400);
  });

  test.each([
    [{ mode: "subscription" }, "line_items"],
    [{ mode: "payment", subscription_data: { metadata: { a: "b" } } }, "subscription_data"],
    [{ line_items: [] }, "line_items"],
    [{ success_url: undefined }, "success_url"],
    [{ success_url: "example.com" }, "success_url"],
    [{ expires_at: Math.floor(Date.now() / 1000) + 60 }, "expires_at"],
    [{ expires_at: Math.floor(Date.now() / 1000) + 25 * 3600 }, "expires_at"],
    [{ customer: "cus_none" }, "customer"],
    [{ client_reference_id: "x".repeat(201) }, "client_reference_id"],
    [{ payment_method_types: ["card"] }, "payment_method_types"],
    [{ line_items: [{ price: "price_none", quantity: 1 }] }, "line_items[0][price]"],
    [{ line_items: [{ quantity: 1 }] }, "line_items[0]"],
  ])("with %j is refused", async (wrong, param) => {
    // Parameters the SDK's types rightly refuse.
    const parameters = wrong as Partial<Stripe.Checkout.SessionCreateParams>;

    await expect(open(parameters)).rejects.toMatchObject({
      type: "StripeInvalidRequestError",
      statusCode: 400,
      param,
    });
  });
});

describe("paying a session", () => {
  test("in payment mode makes a PaymentIntent with the metadata asked for", async () => {
    const session = await open({ payment_intent_data: { metadata: { order: "7" } } });
    const before = (await harness.eventTypes()).length;

    await pay(session);

    const done = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ["payment_intent"],
    });
    expect(done).toMatchObject({
      status: "complete",
      payment_status: "paid",
      customer: null,
      customer_details: { email: "payer@example.com", name: "Ada Okafor" },
      payment_intent: { status: "succeeded", amount: 5000, metadata: { order: "7" } },
    });
    expect(await typesSince(before)).toEqual([
      "payment_intent.created",
      "charge.succeeded",
      "payment_intent.succeeded",
      "checkout.session.completed",
    ]);
  });

  test("with a card that is declined leaves it open, and another card pays it", async () => {
    const session = await open({ customer_creation: "always" });

    const declined = await pay(session, "pm_card_visa_chargeDeclined");
    const between = await stripe.checkout.sessions.retrieve(session.id);
    await pay(session);

    expect(declined.status).toBe(402);
    expect(between.status).toBe("open");
    const done = await stripe.checkout.sessions.retrieve(session.id);
    expect(done).toMatchObject({ status: "complete", payment_status: "paid" });
    expect(done.payment_intent).toBe(between.payment_intent);
    expect(done.customer).toBe(between.customer);
  });

  test("in subscription mode starts the subscription, with its metadata, before the session completes", async () => {
    const customer = await stripe.customers.create({ email: "ada@example.com" });
    const session = await subscribing({
      customer: customer.id,
      client_reference_id: "a02",
      metadata: { salesforce_subscription_id: "a02" },
      subscription_data: { metadata: { salesforce_subscription_id: "a02" } },
    });
    const before = (await harness.eventTypes()).length;

    await pay(session);

    const done = await stripe.checkout.sessions.retrieve(session.id, { expand: ["subscription"] });
    expect(done).toMatchObject({
      status: "complete",
      payment_status: "paid",
      customer: customer.id,
      client_reference_id: "a02",
      invoice: expect.stringMatching(/^in_/) as string,
      subscription: {
        status: "active",
        metadata: { salesforce_subscription_id: "a02" },
        default_payment_method: expect.stringMatching(/^pm_/) as string,
      },
    });
    const types = await typesSince(before);
    expect(types).toContain("invoice.paid");
    expect(types.indexOf("customer.subscription.created")).toBeLessThan(
      types.indexOf("checkout.session.completed"),
    );
    expect(types.at(-1)).toBe("checkout.session.completed");
    const [created] = (await stripe.events.list({ type: "customer.subscription.created" })).data;
    expect(created?.data.object).toMatchObject({ status: "incomplete" });
  });

  test("in subscription mode with a trial takes no money yet", async () => {
    const session = await subscribing({ subscription_data: { trial_period_days: 14 } });

    await pay(session);

    expect(session.amount_total).toBe(0);
    const done = await stripe.checkout.sessions.retrieve(session.id, { expand: ["subscription"] });
    expect(done).toMatchObject({
      payment_status: "no_payment_required",
      subscription: { status: "trialing" },
    });
  });

  test("in subscription mode with a card that is declined starts nothing", async () => {
    const session = await subscribing();

    const declined = await pay(session, "pm_card_visa_chargeDeclinedInsufficientFunds");

    expect(declined.status).toBe(402);
    const still = await stripe.checkout.sessions.retrieve(session.id);
    expect(still).toMatchObject({ status: "open", subscription: null });
  });

  test("in subscription mode with a card whose owner authenticates starts it", async () => {
    const session = await subscribing();

    await pay(session, "pm_card_authenticationRequired");

    const done = await stripe.checkout.sessions.retrieve(session.id, { expand: ["subscription"] });
    expect(done).toMatchObject({ payment_status: "paid", subscription: { status: "active" } });
  });

  test("in setup mode saves the card", async () => {
    const { id } = await stripe.customers.create();
    const session = await stripe.checkout.sessions.create({
      mode: "setup",
      currency: "usd",
      customer: id,
      success_url: "https://example.com/saved",
    });

    await pay(session);

    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: "complete",
      payment_status: "no_payment_required",
      setup_intent: expect.stringMatching(/^seti_/) as string,
    });
    expect((await stripe.customers.listPaymentMethods(id)).data).toHaveLength(1);
  });

  test.each([
    ["succeeded", "paid", "checkout.session.async_payment_succeeded"],
    ["failed", "unpaid", "checkout.session.async_payment_failed"],
  ])("by bank account completes it unpaid; then it has %s", async (outcome, status, type) => {
    const session = await open();
    await pay(session, "pm_usBankAccount_success");
    const complete = await stripe.checkout.sessions.retrieve(session.id);

    await harness.post(`/_local/payment_intents/${idOf(complete.payment_intent) ?? ""}/settle`, {
      outcome,
    });

    expect(complete).toMatchObject({ status: "complete", payment_status: "unpaid" });
    expect((await stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe(status);
    expect((await harness.eventTypes()).at(-1)).toBe(type);
  });
});
