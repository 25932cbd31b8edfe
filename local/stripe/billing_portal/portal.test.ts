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

interface Given {
  readonly customer: string;
  readonly subscription: Stripe.Subscription;
}

async function subscribed(): Promise<Given> {
  const { id: customer } = await stripe.customers.create({
    email: "ada@example.com",
    payment_method: "pm_card_visa",
  });
  const { data } = await stripe.paymentMethods.list({ customer });
  const subscription = await stripe.subscriptions.create({
    customer,
    default_payment_method: data[0]?.id ?? "",
    items: [
      {
        price: (
          await stripe.prices.create({
            currency: "usd",
            unit_amount: 2000,
            recurring: { interval: "month" },
            product_data: { name: "Seat" },
          })
        ).id,
      },
    ],
  });
  return { customer, subscription };
}

function submit(url: string, body: Record<string, string>): Promise<Response> {
  return fetch(url, { method: "POST", body: new URLSearchParams(body) });
}

describe("the billing portal", () => {
  test("shows card, subscriptions and invoices at an address on this machine", async () => {
    const { customer } = await subscribed();
    const { url } = await stripe.billingPortal.sessions.create({ customer });

    const page = await (await fetch(url)).text();

    expect(url.startsWith(harness.url())).toBe(true);
    for (const shown of ["Update card", "Cancel Seat", "Invoices", "ada@example.com"]) {
      expect(page).toContain(shown);
    }
  });

  test("a new card is charged from then on, by the subscription too", async () => {
    const { customer, subscription } = await subscribed();
    const { url } = await stripe.billingPortal.sessions.create({ customer });

    const page = await submit(url, { act: "update_card", payment_method: "pm_card_mastercard" });

    expect(await page.text()).toContain("mastercard ending in 4444");
    const method = (await stripe.subscriptions.retrieve(subscription.id)).default_payment_method;
    const { invoice_settings: settings } = (await stripe.customers.retrieve(
      customer,
    )) as Stripe.Customer;
    expect(settings.default_payment_method).toBe(method);
  });

  test("a card that is declined changes nothing", async () => {
    const { customer, subscription } = await subscribed();
    const { url } = await stripe.billingPortal.sessions.create({ customer });

    const page = await submit(url, {
      act: "update_card",
      payment_method: "pm_card_visa_chargeDeclined",
    });

    expect(page.status).toBe(402);
    expect((await stripe.subscriptions.retrieve(subscription.id)).default_payment_method).toBe(
      subscription.default_payment_method,
    );
  });

  test("a subscription ends with its period, until the customer takes that back", async () => {
    const { customer, subscription } = await subscribed();
    const { url } = await stripe.billingPortal.sessions.create({ customer });
    const about = { subscription: subscription.id };

    expect(await (await submit(url, { act: "cancel", ...about })).text()).toContain("Ends ");
    expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      cancel_at_period_end: true,
    });
    await submit(url, { act: "keep", ...about });
    expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      cancel_at_period_end: false,
    });
  });

  test("cancels nothing of another customer", async () => {
    const { customer } = await subscribed();
    const other = await subscribed();
    const { url } = await stripe.billingPortal.sessions.create({ customer });

    const page = await submit(url, { act: "cancel", subscription: other.subscription.id });

    expect(page.status).toBe(400);
    expect(await stripe.subscriptions.retrieve(other.subscription.id)).toMatchObject({
      cancel_at_period_end: false,
    });
  });

  test("with a flow shows that step alone", async () => {
    const { customer } = await subscribed();
    const { url } = await stripe.billingPortal.sessions.create({
      customer,
      flow_data: { type: "payment_method_update" },
    });

    const page = await (await fetch(url)).text();

    expect(page).toContain("Update card");
    expect(page).not.toContain("Cancel Seat");
  });

  test.each([
    [{ customer: "cus_none" }, "customer"],
    [{ flow_data: { type: "subscription_cancel" as const } }, "flow_data"],
    [{ return_url: "example.com" }, "return_url"],
  ])("refuses %j, naming the parameter", async (wrong, parameter) => {
    const { customer } = await subscribed();

    await expect(
      stripe.billingPortal.sessions.create({ customer, ...wrong }),
    ).rejects.toMatchObject({
      type: "StripeInvalidRequestError",
      param: expect.stringContaining(parameter) as string,
    });
  });
});
