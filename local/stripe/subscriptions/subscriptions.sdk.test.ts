import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeSubscriber, sdkFor } from "../billing/testing/sdk.ts";
import { idOf } from "../store/reference.ts";
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

describe("the Stripe SDK", () => {
  test("subscribes a customer and reads it back with its invoice and payment", async () => {
    const { customer, price } = await makeSubscriber(stripe);

    const created = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id, quantity: 2 }],
      metadata: { salesforce_subscription_id: "a01" },
      expand: ["latest_invoice.payments"],
    });

    expect(created).toMatchObject({
      status: "active",
      metadata: { salesforce_subscription_id: "a01" },
      latest_invoice: {
        status: "paid",
        amount_paid: 4000,
        payments: { data: [{ status: "paid", amount_paid: 4000 }] },
      },
    });
    const [item] = created.items.data;
    expect(item?.price.unit_amount_decimal?.toString()).toBe("2000");
    expect(item?.current_period_end).toBeGreaterThan(created.created);
    const invoice = created.latest_invoice as Stripe.Invoice;
    const payments = await stripe.invoicePayments.list({ invoice: invoice.id });
    const intent = payments.data[0]?.payment.payment_intent;
    const reverse = await stripe.invoicePayments.list({
      payment: { type: "payment_intent", payment_intent: idOf(intent) ?? "" },
    });
    expect(reverse.data.map((payment) => payment.invoice)).toEqual([invoice.id]);
  });

  test("gets ten of twelve items with the subscription, and all of them from their list", async () => {
    const { customer, price } = await makeSubscriber(stripe);
    const prices = await Promise.all(
      Array.from({ length: 12 }, () =>
        stripe.prices.create({
          product: idOf(price.product) ?? "",
          currency: "usd",
          unit_amount: 1000,
          recurring: { interval: "month" },
        }),
      ),
    );

    const { id } = await stripe.subscriptions.create({
      customer: customer.id,
      items: prices.map((each) => ({ price: each.id })),
    });

    const read = await stripe.subscriptions.retrieve(id);
    const [listed] = (await stripe.subscriptions.list({ customer: customer.id })).data;
    for (const items of [read.items, listed?.items])
      expect([items?.data.length, items?.has_more]).toEqual([10, true]);
    const all = await stripe.subscriptionItems.list({ subscription: id, limit: 100 });
    expect([all.data.length, all.has_more]).toEqual([12, false]);
  });

  test("gives a metered item no quantity", async () => {
    const { customer, price } = await makeSubscriber(stripe);
    const metered = await stripe.prices.create({
      product: idOf(price.product) ?? "",
      currency: "usd",
      unit_amount: 500,
      recurring: { interval: "month", usage_type: "metered", meter: "mtr_1" },
    });

    const { items } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }, { price: metered.id }],
    });

    expect(items.data.map(({ quantity }) => quantity)).toEqual([1, undefined]);
  });

  test("previews a change, makes it at the previewed moment, and pays what it was told", async () => {
    const clock = await stripe.testHelpers.testClocks.create({ frozen_time: 1_769_817_600 });
    const { customer, price } = await makeSubscriber(stripe, { clock: clock.id });
    const subscription = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
    });
    await stripe.testHelpers.testClocks.advance(clock.id, {
      frozen_time: clock.frozen_time + 7 * 86_400 + 1234,
    });
    const items = [{ id: subscription.items.data[0]?.id ?? "", quantity: 3 }];

    const preview = await stripe.invoices.createPreview({
      subscription: subscription.id,
      subscription_details: { items, proration_behavior: "always_invoice" },
    });
    const prorationDate = preview.parent?.subscription_details?.subscription_proration_date ?? 0;
    const updated = await stripe.subscriptions.update(subscription.id, {
      items,
      proration_behavior: "always_invoice",
      proration_date: prorationDate,
      expand: ["latest_invoice"],
    });

    const invoice = updated.latest_invoice as Stripe.Invoice;
    expect(preview.amount_due).toBeGreaterThan(0);
    expect(preview.lines.data).toHaveLength(2);
    expect(invoice.amount_paid).toBe(preview.amount_due);
    expect(invoice.billing_reason).toBe("subscription_update");
  });

  test("cancels at the period's end, thinks better of it, and cancels at once", async () => {
    const { customer, price } = await makeSubscriber(stripe);
    const { id } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
    });

    const ending = await stripe.subscriptions.update(id, { cancel_at_period_end: true });
    expect(ending).toMatchObject({
      status: "active",
      cancel_at: ending.items.data[0]?.current_period_end,
      cancellation_details: { reason: "cancellation_requested" },
    });
    const staying = await stripe.subscriptions.update(id, { cancel_at_period_end: false });
    expect(staying).toMatchObject({ cancel_at: null, canceled_at: null });
    const gone = await stripe.subscriptions.cancel(id, {
      cancellation_details: { comment: "moved away", feedback: "unused" },
    });

    expect(gone).toMatchObject({
      status: "canceled",
      cancellation_details: { comment: "moved away", feedback: "unused" },
    });
    const open = await stripe.subscriptions.list({ customer: customer.id });
    const all = await stripe.subscriptions.list({ customer: customer.id, status: "all" });
    expect(open.data).toEqual([]);
    expect(all.data.map((each) => each.id)).toEqual([id]);
  });

  test("pauses and resumes", async () => {
    const { customer, price } = await makeSubscriber(stripe);
    const { id } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
    });

    const paused = await stripe.subscriptions.pause(id);
    const resumed = await stripe.subscriptions.resume(id, {
      payment_behavior: "resume_on_payment_success",
    });

    expect(paused.status_details?.paused.subscription.type).toBe("pause_requested");
    expect(resumed.status).toBe("active");
  });

  test("confirms the PaymentIntent of a subscription that waits for it", async () => {
    const { customer, price } = await makeSubscriber(stripe);
    const waiting = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
      payment_behavior: "default_incomplete",
      payment_settings: { save_default_payment_method: "on_subscription" },
    });
    expect(waiting.status).toBe("incomplete");
    const payments = await stripe.invoicePayments.list({
      invoice: idOf(waiting.latest_invoice) ?? "",
    });

    await stripe.paymentIntents.confirm(idOf(payments.data[0]?.payment.payment_intent) ?? "", {
      payment_method: "pm_card_mastercard",
      return_url: "https://example.com/",
    });

    const started = await stripe.subscriptions.retrieve(waiting.id, {
      expand: ["default_payment_method"],
    });
    expect(started).toMatchObject({
      status: "active",
      default_payment_method: { card: { brand: "mastercard" } },
    });
  });

  test("finds subscriptions by metadata and changes items through their own path", async () => {
    const { customer, price } = await makeSubscriber(stripe);
    const { id, items } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
      metadata: { salesforce_id: "a0X42" },
    });

    const found = await stripe.subscriptions.search({ query: 'metadata["salesforce_id"]:"a0X42"' });
    expect(found.data.map((each) => each.id)).toEqual([id]);
    const item = await stripe.subscriptionItems.update(items.data[0]?.id ?? "", { quantity: 5 });
    expect(item.quantity).toBe(5);
    const listed = await stripe.subscriptionItems.list({ subscription: id });
    expect(listed.data.map(({ quantity }) => quantity)).toEqual([5]);
  });
});

describe("the SDK's errors", () => {
  test("a declined first payment under error_if_incomplete is a card error", async () => {
    const { customer, price } = await makeSubscriber(stripe, {
      card: "pm_card_chargeCustomerFail",
    });

    await expect(
      stripe.subscriptions.create({
        customer: customer.id,
        items: [{ price: price.id }],
        payment_behavior: "error_if_incomplete",
      }),
    ).rejects.toMatchObject({ type: "StripeCardError", statusCode: 402, code: "card_declined" });
  });

  test("a customer without a card is told so", async () => {
    const { price } = await makeSubscriber(stripe);
    const customer = await stripe.customers.create({});

    await expect(
      stripe.subscriptions.create({ customer: customer.id, items: [{ price: price.id }] }),
    ).rejects.toMatchObject({
      type: "StripeInvalidRequestError",
      message: expect.stringContaining("no attached payment source") as string,
    });
  });

  test("a canceled subscription cannot change its items", async () => {
    const { customer, price } = await makeSubscriber(stripe);
    const { id, items } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
    });
    await stripe.subscriptions.cancel(id);

    await expect(
      stripe.subscriptions.update(id, { items: [{ id: items.data[0]?.id ?? "", quantity: 2 }] }),
    ).rejects.toMatchObject({ code: "invalid_canceled_subscription_fields" });
  });

  test("a price of another currency is refused", async () => {
    const usd = await makeSubscriber(stripe);
    const eur = await makeSubscriber(stripe, { currency: "eur" });

    await expect(
      stripe.subscriptions.create({
        customer: usd.customer.id,
        items: [{ price: usd.price.id }, { price: eur.price.id }],
      }),
    ).rejects.toMatchObject({ param: "items[1][price]" });
  });
});
