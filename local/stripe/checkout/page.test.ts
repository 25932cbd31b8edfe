import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { idOf } from "../store/reference.ts";
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

const SUCCESS_HERE = "http://localhost:4000/thanks?session={CHECKOUT_SESSION_ID}";

async function open(name = "Gold", success = SUCCESS_HERE): Promise<Stripe.Checkout.Session> {
  return stripe.checkout.sessions.create({
    mode: "payment",
    line_items: [
      { price_data: { currency: "eur", unit_amount: 999, product_data: { name } }, quantity: 1 },
    ],
    success_url: success,
  });
}

async function openSubscription(
  customer: string,
  more: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Promise<Stripe.Checkout.Session> {
  return stripe.checkout.sessions.create({
    ...more,
    mode: "subscription",
    customer,
    line_items: [
      {
        price_data: {
          currency: "usd",
          unit_amount: 2000,
          recurring: { interval: "month" },
          product_data: { name: "Seat" },
        },
        quantity: 1,
      },
    ],
    success_url: SUCCESS_HERE,
  });
}

function submit(
  { url }: Stripe.Checkout.Session,
  card: string,
  more: Record<string, string> = {},
): Promise<Response> {
  return fetch(url ?? "", {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({
      payment_method: card,
      email: "page@example.com",
      name: "",
      ...more,
    }),
  });
}

describe("the payment page", () => {
  test("shows what is sold, with the text of others escaped", async () => {
    const session = await open("<script>alert(1)</script>");

    const page = await (await fetch(session.url ?? "")).text();

    expect(page).toContain("€9.99");
    expect(page).toContain("4242424242424242");
    expect(page).toContain("&lt;script&gt;");
    expect(page).not.toContain("<script>");
  });

  test("pays, and goes on to a page of success on this machine with the session's id", async () => {
    const session = await open();

    const response = await submit(session, "pm_card_visa");

    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(
      `http://localhost:4000/thanks?session=${session.id}`,
    );
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: "complete",
    });
  });

  test("stays on this machine where the page of success is elsewhere, and says that it is paid", async () => {
    const session = await open("Gold", "https://example.com/thanks");

    const response = await submit(session, "pm_card_visa");
    const next = new URL(response.headers.get("location") ?? "", session.url ?? "");
    const page = await (await fetch(next)).text();

    expect(next.host).toBe(new URL(harness.url()).host);
    expect(page).toContain("<h1>Paid</h1>");
    expect(page).not.toContain("<a ");
  });

  test("says why a card is declined, and lets the customer try again", async () => {
    const session = await open();

    const declined = await submit(session, "pm_card_chargeDeclinedExpiredCard");

    expect(declined.status).toBe(402);
    expect(await declined.text()).toContain("Your card has expired.");
    expect((await submit(session, "pm_card_visa")).status).toBe(303);
    expect((await submit(session, "pm_card_visa")).status).toBe(409);
  });
});

describe("3-D Secure at the payment page", () => {
  test("is asked for before anything is paid", async () => {
    const session = await open();

    const asked = await submit(session, "pm_card_threeDSecure2Required");

    expect(asked.status).toBe(200);
    expect(await asked.text()).toContain("Complete authentication");
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ status: "open" });
  });

  test("completed, it pays", async () => {
    const session = await open();

    const done = await submit(session, "pm_card_threeDSecure2Required", {
      authentication: "complete",
    });

    expect(done.status).toBe(303);
    expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: "complete",
      payment_status: "paid",
    });
  });

  test("failed, it charges nothing, and the payment tells so", async () => {
    const session = await open();

    const failed = await submit(session, "pm_card_threeDSecure2Required", {
      authentication: "fail",
    });
    const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(session.id);

    expect(failed.status).toBe(402);
    expect(await failed.text()).toContain("We are unable to authenticate your payment method.");
    expect(await stripe.paymentIntents.retrieve(intent as string)).toMatchObject({
      status: "requires_payment_method",
      latest_charge: null,
      // Source of the sentence: fixtures of stripe-ios and stripe-android.
      last_payment_error: {
        code: "payment_intent_authentication_failure",
        message: expect.stringContaining("has failed authentication") as string,
      },
    });
  });
});

describe("a trial at the payment page", () => {
  test.each([
    [{ trial_period_days: 14 }, "14 days free, then $20.00 per month"],
    [{ trial_period_days: 1 }, "1 day free, then $20.00 per month"],
  ])("says how long it is and what comes then: %j", async (subscription_data, said) => {
    const { id: customer } = await stripe.customers.create({ email: "ada@example.com" });
    const session = await openSubscription(customer, { subscription_data });

    const page = await (await fetch(session.url ?? "")).text();

    expect(page.replaceAll(/\s+/g, " ")).toContain(said);
    expect(page).toContain("Due today: <strong>$0.00</strong>");
  });

  test("asks the card's owner to authenticate, as the card is saved", async () => {
    const { id: customer } = await stripe.customers.create({ email: "ada@example.com" });
    const session = await openSubscription(customer, {
      subscription_data: { trial_period_days: 14 },
    });

    const asked = await (await submit(session, "pm_card_authenticationRequired")).text();
    const failed = await submit(session, "pm_card_authenticationRequired", {
      authentication: "fail",
    });

    expect(asked.replaceAll(/\s+/g, " ")).toContain("authenticate to save your card");
    expect(failed.status).toBe(402);
    expect((await stripe.subscriptions.list({ customer })).data).toEqual([]);

    await submit(session, "pm_card_authenticationRequired", { authentication: "complete" });

    expect((await stripe.subscriptions.list({ customer })).data).toMatchObject([
      { status: "trialing" },
    ]);
  });
});

describe("a card that is only saved", () => {
  test("is not saved where its owner fails to authenticate", async () => {
    const { id: customer } = await stripe.customers.create({ email: "ada@example.com" });
    const session = await stripe.checkout.sessions.create({
      mode: "setup",
      customer,
      currency: "usd",
      success_url: SUCCESS_HERE,
    });

    const asked = await (await submit(session, "pm_card_authenticationRequired")).text();
    const failed = await submit(session, "pm_card_authenticationRequired", {
      authentication: "fail",
    });

    expect(asked).toContain("Complete authentication");
    expect(failed.status).toBe(402);
    expect(await failed.text()).toContain("We are unable to authenticate your payment method.");
    expect((await stripe.customers.listPaymentMethods(customer)).data).toEqual([]);
    expect(await harness.eventTypes()).toContain("setup_intent.setup_failed");
  });
});

describe("more than can be charged at once", () => {
  test("opens no page", async () => {
    const opening = stripe.checkout.sessions.create({
      mode: "payment",
      line_items: [
        {
          price_data: {
            currency: "usd",
            unit_amount: 99_000_000_00,
            product_data: { name: "A lot" },
          },
          quantity: 1,
        },
      ],
      success_url: SUCCESS_HERE,
    });

    await expect(opening).rejects.toMatchObject({ statusCode: 400, code: "amount_too_large" });
  });
});

describe("a subscription whose card is declined at the page", () => {
  test("is not made, and leaves a failed payment without an invoice", async () => {
    const { id: customer } = await stripe.customers.create({ email: "ada@example.com" });
    const session = await openSubscription(customer);

    const declined = await submit(session, "pm_card_visa_chargeDeclined");

    expect(declined.status).toBe(402);
    const { data: intents } = await stripe.paymentIntents.list({ customer });
    expect(intents).toMatchObject([{ amount: 2000, status: "requires_payment_method" }]);
    const { data: invoices } = await stripe.invoices.list({ customer });
    expect(invoices).toEqual([]);
    expect(await harness.eventTypes()).toContain("payment_intent.payment_failed");
  });

  test("is paid by the same payment once a card is accepted", async () => {
    const { id: customer } = await stripe.customers.create({ email: "ada@example.com" });
    const session = await openSubscription(customer);

    await submit(session, "pm_card_visa_chargeDeclined");
    await submit(session, "pm_card_visa_chargeDeclinedInsufficientFunds");
    await submit(session, "pm_card_visa");

    const { data: intents } = await stripe.paymentIntents.list({ customer });
    expect(intents).toMatchObject([{ status: "succeeded" }]);
    const { data: subscriptions } = await stripe.subscriptions.list({ customer });
    expect(subscriptions).toMatchObject([{ status: "active" }]);
  });
});

describe("a promotion code", () => {
  test("is found in any case, taken off what a session sells, and used up", async () => {
    const coupon = await stripe.coupons.create({ percent_off: 25, duration: "forever" });
    const code = await stripe.promotionCodes.create({
      promotion: { type: "coupon", coupon: coupon.id },
      code: "AUTUMN25",
      max_redemptions: 1,
    });
    const found = await stripe.promotionCodes.list({ code: "autumn25", active: true });
    expect(found.data.map(({ id }) => id)).toEqual([code.id]);
    const customer = await stripe.customers.create({ email: "page@example.com" });
    const selling = await openSubscription(customer.id, {
      discounts: [{ promotion_code: code.id }],
    });
    expect(selling.amount_total).toBe(1500);

    await submit(selling, "pm_card_visa");

    const paid = await stripe.checkout.sessions.retrieve(selling.id);
    const invoice = await stripe.invoices.retrieve(idOf(paid.invoice) ?? "");
    expect(invoice.amount_paid).toBe(1500);
    expect((await stripe.promotionCodes.list({ code: "AUTUMN25", active: true })).data).toEqual([]);
    await expect(
      openSubscription(customer.id, { discounts: [{ promotion_code: code.id }] }),
    ).rejects.toThrow("inactive");
  });

  test("is entered by the customer where the session lets them, and one that is none is said to be", async () => {
    const coupon = await stripe.coupons.create({ amount_off: 500, currency: "usd" });
    await stripe.promotionCodes.create({
      promotion: { type: "coupon", coupon: coupon.id },
      code: "FIVE",
    });
    const customer = await stripe.customers.create({ email: "page@example.com" });
    const session = await openSubscription(customer.id, { allow_promotion_codes: true });
    expect(await (await fetch(session.url ?? "")).text()).toContain("Promotion code");

    const refused = await submit(session, "pm_card_visa", { promotion_code: "SIX" });
    expect(await refused.text()).toContain("This code is invalid.");
    await submit(session, "pm_card_visa", { promotion_code: "five" });

    const paid = await stripe.checkout.sessions.retrieve(session.id);
    expect(paid.total_details?.amount_discount).toBe(500);
    expect((await stripe.invoices.retrieve(idOf(paid.invoice) ?? "")).amount_paid).toBe(1500);
  });

  test("restricted to a customer is nobody else's", async () => {
    const coupon = await stripe.coupons.create({ percent_off: 10 });
    const theirs = await stripe.customers.create({ email: "one@example.com" });
    const other = await stripe.customers.create({ email: "other@example.com" });
    const code = await stripe.promotionCodes.create({
      promotion: { type: "coupon", coupon: coupon.id },
      customer: theirs.id,
    });
    await expect(
      openSubscription(other.id, { discounts: [{ promotion_code: code.id }] }),
    ).rejects.toThrow("another customer");
  });
});
