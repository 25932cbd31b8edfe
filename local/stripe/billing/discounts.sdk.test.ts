import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { idOf } from "../store/reference.ts";
import type { Harness } from "../testing/local-stripe-harness.ts";
import { startHarness } from "../testing/local-stripe-harness.ts";
import type { Subscriber } from "./testing/sdk.ts";
import { makeSubscriber, sdkFor } from "./testing/sdk.ts";

const START = 1_769_817_600;
const DAY = 86_400;

let harness: Harness;
let stripe: Stripe;

beforeAll(async () => {
  harness = await startHarness();
  stripe = sdkFor(harness.url());
});
afterAll(async () => {
  await harness.stop();
});

async function coupon(terms: Stripe.CouponCreateParams): Promise<string> {
  return (await stripe.coupons.create(terms)).id;
}

/** A percentage off for ever. */
function off(percent: number): Promise<string> {
  return coupon({ percent_off: percent, duration: "forever" });
}

async function invoices(subscription: string): Promise<Stripe.Invoice[]> {
  return (await stripe.invoices.list({ subscription })).data;
}

/** What the newest invoice of a subscription is due. */
async function due(subscription: string): Promise<number | undefined> {
  return (await invoices(subscription))[0]?.amount_due;
}

async function discountCustomer(customer: string, id: string): Promise<void> {
  const { status } = await harness.post(`/_local/customers/${customer}/discount`, { coupon: id });
  expect(status).toBe(200);
}

async function secondPrice({ price }: Subscriber, amount = 1000): Promise<string> {
  const { id } = await stripe.prices.create({
    product: idOf(price.product) ?? "",
    currency: "usd",
    unit_amount: amount,
    recurring: { interval: "month" },
  });
  return id;
}

/** The newest event of a type, with its object. */
async function newest(type: string): Promise<Stripe.Event | undefined> {
  return (await stripe.events.list({ type, limit: 1 })).data[0];
}

describe("a coupon", () => {
  test("for some products takes nothing off others, and says which when it is asked", async () => {
    const subscriber = await makeSubscriber(stripe);
    const other = await stripe.prices.create({
      product_data: { name: "Support" },
      currency: "usd",
      unit_amount: 1000,
      recurring: { interval: "month" },
    });
    const products = [idOf(other.product) ?? ""];
    const id = await coupon({ percent_off: 50, duration: "forever", applies_to: { products } });

    const subscription = await stripe.subscriptions.create({
      customer: subscriber.customer.id,
      items: [{ price: subscriber.price.id }, { price: other.id }],
      discounts: [{ coupon: id }],
    });

    expect(await due(subscription.id)).toBe(2500);
    expect((await stripe.coupons.retrieve(id)).applies_to).toBeUndefined();
    expect(
      await stripe.subscriptions.retrieve(subscription.id, {
        expand: ["discounts.source.coupon.applies_to"],
      }),
    ).toMatchObject({ discounts: [{ source: { coupon: { id, applies_to: { products } } } }] });
  });

  test("of an amount takes off that of the currency", async () => {
    const subscriber = await makeSubscriber(stripe, { currency: "jpy" });
    const id = await coupon({
      amount_off: 500,
      currency: "usd",
      currency_options: { jpy: { amount_off: 700 } },
      duration: "forever",
    });

    const subscription = await stripe.subscriptions.create({
      customer: subscriber.customer.id,
      items: [{ price: subscriber.price.id }],
      discounts: [{ coupon: id }],
    });

    expect(await due(subscription.id)).toBe(1300);
    expect(
      (await stripe.coupons.retrieve(id, { expand: ["currency_options"] })).currency_options,
    ).toEqual({ jpy: { amount_off: 700 }, usd: { amount_off: 500 } });
  });
});

describe("a discount of an item", () => {
  test("comes off that item's line alone, before what comes off the whole", async () => {
    const subscriber = await makeSubscriber(stripe);
    const [half, fifth] = [await off(50), await off(20)];

    const subscription = await stripe.subscriptions.create({
      customer: subscriber.customer.id,
      items: [
        { price: subscriber.price.id },
        { price: await secondPrice(subscriber), discounts: [{ coupon: half }] },
      ],
      discounts: [{ coupon: fifth }],
      expand: ["items.data.discounts"],
    });

    expect(subscription.items.data[1]?.discounts[0]).toMatchObject({
      source: { coupon: half },
      subscription: subscription.id,
      subscription_item: subscription.items.data[1]?.id,
    });
    const [invoice] = await invoices(subscription.id);
    // 20 + 10 / 2 = 25, less a fifth.
    expect(invoice).toMatchObject({
      subtotal: 3000,
      total: 2000,
      discounts: subscription.discounts,
    });
    expect(invoice?.lines.data.map((line) => line.discounts.length)).toEqual([0, 1]);
    expect(invoice?.total_discount_amounts?.map(({ amount }) => amount).sort()).toEqual([500, 500]);
  });

  test("given to an item that is added comes off its proration too", async () => {
    const clock = await stripe.testHelpers.testClocks.create({ frozen_time: START });
    const subscriber = await makeSubscriber(stripe, { clock: clock.id });
    const { id } = await stripe.subscriptions.create({
      customer: subscriber.customer.id,
      items: [{ price: subscriber.price.id }],
    });

    const item = await stripe.subscriptionItems.create({
      subscription: id,
      price: await secondPrice(subscriber),
      discounts: [{ coupon: await off(50) }],
      proration_behavior: "always_invoice",
    });

    expect(item.discounts).toHaveLength(1);
    expect(await due(id)).toBe(500);
  });

  test("is kept where a change names it, and replaced where it does not", async () => {
    const { customer, price } = await makeSubscriber(stripe);
    const { id, items } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id, discounts: [{ coupon: await off(10) }] }],
    });
    const [item] = items.data;
    const held = idOf(item?.discounts[0]) ?? "";
    const fifth = await off(20);

    const both = await stripe.subscriptionItems.update(item?.id ?? "", {
      discounts: [{ discount: held }, { coupon: fifth }],
    });
    expect(both.discounts[0]).toBe(held);
    const other = await stripe.subscriptions.update(id, {
      items: [{ id: item?.id ?? "", discounts: [{ coupon: fifth }] }],
    });
    expect(other.items.data[0]?.discounts).toHaveLength(1);
    expect(other.items.data[0]?.discounts).not.toContain(held);
    const none = await stripe.subscriptionItems.update(item?.id ?? "", { discounts: "" });

    expect(none.discounts).toEqual([]);
    const deleted = await stripe.events.list({ type: "customer.discount.deleted", limit: 3 });
    expect(deleted.data).toHaveLength(3);
  });

  test("for once goes with the first invoice", async () => {
    const { customer, price } = await makeSubscriber(stripe);

    const { id } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [
        {
          price: price.id,
          discounts: [{ coupon: await coupon({ percent_off: 50, duration: "once" }) }],
        },
      ],
    });

    expect(await due(id)).toBe(1000);
    expect((await stripe.subscriptions.retrieve(id)).items.data[0]?.discounts).toEqual([]);
  });

  test("that another object has cannot be named", async () => {
    const { customer, price } = await makeSubscriber(stripe);
    const { id } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
    });

    await expect(
      stripe.subscriptions.update(id, { discounts: [{ discount: "di_1other" }] }),
    ).rejects.toMatchObject({ statusCode: 400, code: "resource_missing" });
  });
});

describe("discounts of a subscription", () => {
  test("come off in their order, each from what the others left", async () => {
    const { customer, price } = await makeSubscriber(stripe);
    const five = await coupon({ amount_off: 500, currency: "usd", duration: "forever" });
    const half = await off(50);

    const first = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
      discounts: [{ coupon: five }, { coupon: half }],
    });
    const second = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
      discounts: [{ coupon: half }, { coupon: five }],
    });

    expect([await due(first.id), await due(second.id)]).toEqual([750, 500]);
  });

  test("for some months take something off until they end", async () => {
    const clock = await stripe.testHelpers.testClocks.create({ frozen_time: START });
    const { customer, price } = await makeSubscriber(stripe, { clock: clock.id });
    const { id } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
      discounts: [
        {
          coupon: await coupon({ percent_off: 50, duration: "repeating", duration_in_months: 2 }),
        },
      ],
    });

    for (const days of [50, 100]) {
      await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: START + days * DAY });
      await expect
        .poll(async () => (await stripe.testHelpers.testClocks.retrieve(clock.id)).status)
        .toBe("ready");
    }

    const amounts = (await invoices(id)).map((invoice) => invoice.amount_due).reverse();
    expect(amounts.slice(0, 3)).toEqual([1000, 1000, 2000]);
  });

  test("are taken away by a request of their own", async () => {
    const { customer, price } = await makeSubscriber(stripe);
    const { id } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
      discounts: [{ coupon: await off(50) }],
    });

    const gone = await stripe.subscriptions.deleteDiscount(id);

    expect(gone).toMatchObject({ object: "discount", deleted: true, subscription: id });
    expect((await stripe.subscriptions.retrieve(id)).discounts).toEqual([]);
    await expect(stripe.subscriptions.deleteDiscount(id)).rejects.toMatchObject({
      statusCode: 404,
    });
  });
});

describe("a discount of a customer", () => {
  test("comes off every subscription that has none of its own, and off items before it", async () => {
    const subscriber = await makeSubscriber(stripe);
    const { customer, price } = subscriber;
    await discountCustomer(customer.id, await off(50));
    expect(await newest("customer.updated")).toMatchObject({
      data: { object: { id: customer.id, discount: { object: "discount", subscription: null } } },
    });

    const plain = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
    });
    const own = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
      discounts: [{ coupon: await off(10) }],
    });
    const ofItem = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id, discounts: [{ coupon: await off(50) }] }],
    });

    expect([await due(plain.id), await due(own.id), await due(ofItem.id)]).toEqual([
      1000, 1800, 500,
    ]);
    expect(plain.discounts).toEqual([]);
  });

  test("is inherited by an invoice made by hand, and for once goes with it", async () => {
    const { customer } = await makeSubscriber(stripe);
    await discountCustomer(customer.id, await coupon({ percent_off: 50, duration: "once" }));
    const draftOf1000 = async (): Promise<Stripe.Invoice> => {
      await stripe.invoiceItems.create({ customer: customer.id, amount: 1000, currency: "usd" });
      return stripe.invoices.create({
        customer: customer.id,
        pending_invoice_items_behavior: "include",
      });
    };

    const [first, second] = [await draftOf1000(), await draftOf1000()];

    expect([first.amount_due, second.amount_due]).toEqual([500, 1000]);
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ discount: null });
  });

  test("is taken away", async () => {
    const { customer, price } = await makeSubscriber(stripe);
    await discountCustomer(customer.id, await off(50));

    const gone = await stripe.customers.deleteDiscount(customer.id);

    expect(gone).toMatchObject({ object: "discount", deleted: true, customer: customer.id });
    const { id } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
    });
    expect(await due(id)).toBe(2000);
    await expect(stripe.customers.deleteDiscount(customer.id)).rejects.toMatchObject({
      statusCode: 404,
    });
  });
});
