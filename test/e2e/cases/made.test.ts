/**
 * The kinds of the posted cases, each made by requests at local Stripe, which delivers the events itself and answers what they do not
 * say: several of a kind, so that a rule holds and not one example.
 */
import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stripeClient } from "../../../local/stack/api-clients.ts";
import { rows, untilTrue, type Fields } from "../stories/records.ts";
import { removeFolder, runStack, temporaryFolder, type RunningStack } from "../running-stack.ts";

let folder: string;
let running: RunningStack;
let stripe: Stripe;

beforeAll(async () => {
  folder = await temporaryFolder();
  running = await runStack(folder);
  const { state, credentials } = running.stack;
  stripe = stripeClient(state.urls.stripe, credentials.stripeKey);
});

afterAll(async () => {
  await running.stop();
  await removeFolder(folder);
});

type Terms = Omit<Stripe.PriceCreateParams, "currency" | "product_data">;

async function priceOf(terms: Terms | number): Promise<string> {
  const asked = typeof terms === "number" ? { unit_amount: terms } : terms;
  const { id } = await stripe.prices.create({
    currency: "usd",
    product_data: { name: "Seat" },
    ...asked,
    recurring: { interval: "month", ...asked.recurring },
  });
  return id;
}

async function newCustomer(): Promise<string> {
  const { id } = await stripe.customers.create({ name: "Ada King" });
  const { id: method } = await stripe.paymentMethods.attach("pm_card_visa", { customer: id });
  await stripe.customers.update(id, { invoice_settings: { default_payment_method: method } });
  return id;
}

async function subscribe(
  items: readonly Stripe.SubscriptionCreateParams.Item[],
  more: Partial<Stripe.SubscriptionCreateParams> = {},
): Promise<Stripe.Subscription> {
  return stripe.subscriptions.create({ customer: await newCustomer(), items: [...items], ...more });
}

/** Waits until the one row of a query is like this. */
async function finds(soql: string, expected: Fields): Promise<void> {
  await untilTrue(async () => {
    const found = await rows(running.connection, soql);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(expected);
  });
}

function subscriptionBecomes({ id }: { readonly id: string }, expected: Fields): Promise<void> {
  const fields = Object.keys(expected).join(", ");
  return finds(
    `SELECT ${fields} FROM Stripe_Subscription__c WHERE Stripe_Subscription_ID__c = '${id}'`,
    expected,
  );
}

function customerBecomes(id: string, expected: Fields): Promise<void> {
  const fields = Object.keys(expected).join(", ");
  return finds(
    `SELECT ${fields} FROM Stripe_Customer__c WHERE Stripe_Customer_ID__c = '${id}'`,
    expected,
  );
}

function invoiceBecomes(id: string, expected: Fields): Promise<void> {
  const fields = Object.keys(expected).join(", ");
  return finds(
    `SELECT ${fields} FROM Stripe_Invoice__c WHERE Stripe_Invoice_ID__c = '${id}'`,
    expected,
  );
}

function paymentBecomes(id: string, expected: Fields): Promise<void> {
  const fields = Object.keys(expected).join(", ");
  return finds(
    `SELECT ${fields} FROM Payment_Transaction__c WHERE Stripe_Payment_Intent_ID__c = '${id}'`,
    expected,
  );
}

const coupon = async (terms: Stripe.CouponCreateParams): Promise<{ coupon: string }> => ({
  coupon: (await stripe.coupons.create({ duration: "forever", ...terms })).id,
});

describe.concurrent("a discount that events name by its id", () => {
  test.each<[string, Stripe.CouponCreateParams[], number]>([
    ["half off for ever", [{ percent_off: 50 }], 50],
    ["an amount off for ever", [{ amount_off: 1500, currency: "usd" }], 85],
    [
      "half off, then ten off, in this order",
      [{ percent_off: 50 }, { amount_off: 1000, currency: "usd" }],
      40,
    ],
  ])("%s counts", async (_name, terms, monthly) => {
    const discounts = await Promise.all(terms.map(coupon));
    const subscription = await subscribe([{ price: await priceOf(10_000) }], { discounts });

    await subscriptionBecomes(subscription, { Monthly_Amount__c: monthly, MRR__c: monthly });
    await customerBecomes(subscription.customer as string, { MRR__c: monthly });
  });
});

describe.concurrent("a change in the second the subscription began", () => {
  test("an item added counts", async () => {
    const subscription = await subscribe([{ price: await priceOf(2000) }]);
    await stripe.subscriptionItems.create({
      subscription: subscription.id,
      price: await priceOf(900),
      quantity: 3,
    });

    await subscriptionBecomes(subscription, { Amount__c: 47, Monthly_Amount__c: 47 });
  });

  test("an item removed does not count", async () => {
    const subscription = await subscribe([
      { price: await priceOf(2000) },
      { price: await priceOf(900) },
    ]);
    await stripe.subscriptionItems.del(subscription.items.data[1]?.id ?? "");

    await subscriptionBecomes(subscription, { Amount__c: 20, Monthly_Amount__c: 20 });
  });

  test("quantities that go up and down again end where they ended", async () => {
    const subscription = await subscribe([{ price: await priceOf(2000) }]);
    const item = subscription.items.data[0]?.id ?? "";
    for (const quantity of [5, 2, 4, 3]) await stripe.subscriptionItems.update(item, { quantity });

    await subscriptionBecomes(subscription, { Amount__c: 60, Monthly_Amount__c: 60 });
  });
});

describe.concurrent("an e-mailed invoice declined at its page", () => {
  const TRIES = [
    ["one try", 1],
    ["three tries", 3],
  ] as const;

  async function sent(): Promise<Stripe.Invoice> {
    const customer = await newCustomer();
    const draft = await stripe.invoices.create({
      customer,
      collection_method: "send_invoice",
      days_until_due: 30,
    });
    await stripe.invoiceItems.create({
      customer,
      invoice: draft.id,
      amount: 2000,
      currency: "usd",
    });
    return stripe.invoices.sendInvoice(draft.id);
  }

  async function submit({ hosted_invoice_url: page }: Stripe.Invoice, card: string): Promise<void> {
    await fetch(page ?? "", {
      method: "POST",
      body: new URLSearchParams({ payment_method: card }),
    });
  }

  test.each(TRIES)("is not given up after %s", async (_name, tries) => {
    const invoice = await sent();
    for (let made = 0; made < tries; made++) await submit(invoice, "pm_card_visa_chargeDeclined");

    await invoiceBecomes(invoice.id, {
      Status__c: "open",
      Attempt_Count__c: 1,
      Dunning_Status__c: "none",
    });
  });

  test("is paid by the next card", async () => {
    const invoice = await sent();
    await submit(invoice, "pm_card_visa_chargeDeclined");
    await submit(invoice, "pm_card_mastercard");

    await invoiceBecomes(invoice.id, {
      Status__c: "paid",
      Amount_Paid__c: 20,
      Dunning_Status__c: "none",
    });
  });
});

describe.concurrent("an authorization captured in part", () => {
  test.each([
    ["with nothing refunded", 0, null, 12],
    ["with some of it refunded", 200, 2, 10],
    ["with all of it refunded", 1200, 12, 0],
  ])("counts what was captured, %s", async (_name, refunded, shown, collected) => {
    const customer = await newCustomer();
    const intent = await stripe.paymentIntents.create({
      amount: 2000,
      currency: "usd",
      customer,
      payment_method: "pm_card_visa",
      capture_method: "manual",
      confirm: true,
    });
    await stripe.paymentIntents.capture(intent.id, { amount_to_capture: 1200 });
    if (refunded > 0) await stripe.refunds.create({ payment_intent: intent.id, amount: refunded });

    await paymentBecomes(intent.id, { Amount__c: 12, Amount_Refunded__c: shown });
    await customerBecomes(customer, { Total_Collected__c: collected });
  });
});

describe.concurrent("the plan among the items", () => {
  test.each([
    ["first", 0],
    ["second", 1],
    ["last of three", 2],
  ])("is found where it stands %s", async (_name, place) => {
    const [plan] = (await stripe.prices.list({ lookup_keys: ["business_monthly"] })).data;
    if (plan === undefined) throw new Error("The catalog has no business_monthly.");
    const addOns = [{ price: await priceOf(100) }, { price: await priceOf(200) }];
    const items = addOns.toSpliced(place, 0, {
      price: plan.id,
      quantity: 7,
    } as (typeof addOns)[number]);
    const subscription = await subscribe(items);

    await subscriptionBecomes(subscription, {
      PricingPlans__c: "Business Monthly",
      Quantity__c: 7,
      Stripe_Price_ID__c: plan.id,
    });
  });
});

describe.concurrent("what a price costs", () => {
  const metered: Terms = {
    unit_amount: 500,
    recurring: { interval: "month", usage_type: "metered", meter: "mtr_1" },
  };

  test.each<[string, [Terms | number, number?][], number]>([
    ["metered beside licensed is nothing by itself", [[2000, 1], [metered]], 20],
    ["metered alone is nothing by itself", [[metered]], 0],
    [
      "below a cent is exact",
      [[{ unit_amount_decimal: Stripe.Decimal.from("12.5") }, 10_000]],
      1250,
    ],
    [
      "in packages is by the package",
      [[{ unit_amount: 1000, transform_quantity: { divide_by: 100, round: "up" } }, 250]],
      30,
    ],
    [
      "in graduated tiers is by each tier",
      [
        [
          {
            billing_scheme: "tiered",
            tiers_mode: "graduated",
            tiers: [
              { up_to: 10, unit_amount: 100 },
              { up_to: "inf", unit_amount: 50 },
            ],
          },
          15,
        ],
      ],
      12.5,
    ],
    [
      "in volume tiers is by the tier reached",
      [
        [
          {
            billing_scheme: "tiered",
            tiers_mode: "volume",
            tiers: [
              { up_to: 10, unit_amount: 100 },
              { up_to: "inf", unit_amount: 50 },
            ],
          },
          15,
        ],
      ],
      7.5,
    ],
  ])("%s", async (_name, sold, amount) => {
    const items = await Promise.all(
      sold.map(async ([terms, quantity]) => ({
        price: await priceOf(terms),
        ...(quantity === undefined ? {} : { quantity }),
      })),
    );
    const subscription = await subscribe(items);

    await subscriptionBecomes(subscription, { Amount__c: amount, Monthly_Amount__c: amount });
  });
});

describe.concurrent("a price billed in another of its currencies", () => {
  test.each([
    ["eur", { unit_amount: 2700 }, 27, "EUR"],
    ["gbp", { unit_amount_decimal: Stripe.Decimal.from("2350.5") }, 23.505, "GBP"],
    ["jpy", { unit_amount: 4500 }, 4500, "JPY"],
  ])("costs what it costs in %s", async (currency, option, monthly, shown) => {
    const { id: price } = await stripe.prices.create({
      currency: "usd",
      unit_amount: 3000,
      currency_options: { [currency]: option },
      recurring: { interval: "month" },
      product_data: { name: "Seat" },
    });
    const subscription = await subscribe([{ price, quantity: 2 }], { currency });

    await subscriptionBecomes(subscription, { Currency__c: shown, Amount__c: monthly * 2 });
  });
});

describe.concurrent("items beyond the ten that travel", () => {
  test.each([11, 12, 20])("%d items all count", async (count) => {
    const prices = await Promise.all(Array.from({ length: count }, () => priceOf(1000)));
    const subscription = await subscribe(prices.map((price) => ({ price })));

    await subscriptionBecomes(subscription, {
      Amount__c: count * 10,
      Monthly_Amount__c: count * 10,
    });
  });
});

describe.concurrent("a dispute", () => {
  async function disputed(): Promise<{ intent: string; customer: string; dispute: string }> {
    const customer = await newCustomer();
    const { id: intent } = await stripe.paymentIntents.create({
      amount: 2000,
      currency: "usd",
      customer,
      payment_method: "pm_card_createDispute",
      confirm: true,
    });
    let dispute = "";
    await untilTrue(async () => {
      const { data } = await stripe.disputes.list({ payment_intent: intent });
      dispute = data[0]?.id ?? "";
      expect(dispute).not.toBe("");
    });
    return { intent, customer, dispute };
  }

  test("that is open holds the money back", async () => {
    const { intent, customer } = await disputed();

    await paymentBecomes(intent, { Dispute_Status__c: "needs_response" });
    await customerBecomes(customer, { Total_Collected__c: 0 });
  });

  test.each([
    ["answered", "our side", "under_review", 0],
    ["won", "winning_evidence", "won", 20],
    ["lost", "losing_evidence", "lost", 0],
  ])("that is %s says so", async (_name, evidence, status, collected) => {
    const { intent, customer, dispute } = await disputed();
    await stripe.disputes.update(dispute, { evidence: { uncategorized_text: evidence } });

    await paymentBecomes(intent, { Dispute_Status__c: status });
    await customerBecomes(customer, { Total_Collected__c: collected });
  });
});

describe.concurrent("an invoice", () => {
  async function drafted(): Promise<Stripe.Invoice> {
    const customer = await newCustomer();
    const draft = await stripe.invoices.create({ customer });
    await stripe.invoiceItems.create({
      customer,
      invoice: draft.id,
      amount: 2000,
      currency: "usd",
    });
    return draft;
  }

  test("deleted as a draft is no draft any more", async () => {
    const { id } = await drafted();
    await invoiceBecomes(id, { Status__c: "draft" });
    await stripe.invoices.del(id);

    await untilTrue(async () => {
      const [left] = await rows(
        running.connection,
        `SELECT Status__c FROM Stripe_Invoice__c WHERE Stripe_Invoice_ID__c = '${id}'`,
      );
      expect(left?.["Status__c"]).not.toBe("draft");
    });
  });

  test("paid outside Stripe is collected", async () => {
    const { id, customer } = await drafted();
    await stripe.invoices.finalizeInvoice(id);
    await stripe.invoices.pay(id, { paid_out_of_band: true });

    await invoiceBecomes(id, { Status__c: "paid", Amount_Paid__c: 20, Paid_Outside__c: 20 });
    await customerBecomes(customer as string, { Total_Collected__c: 20 });
  });

  test("voided owes nothing", async () => {
    const { id } = await drafted();
    await stripe.invoices.finalizeInvoice(id);
    await stripe.invoices.voidInvoice(id);

    await invoiceBecomes(id, {
      Status__c: "void",
      Amount_Remaining__c: 0,
      Dunning_Status__c: "none",
    });
  });
});

describe.concurrent("collection that is paused", () => {
  // What is kept as a draft is only asked for later.
  test.each([
    ["keep_as_draft", 20],
    ["mark_uncollectible", 0],
    ["void", 0],
  ] as const)("to %s counts as recurring: %d", async (behavior, recurring) => {
    const subscription = await subscribe([{ price: await priceOf(2000) }]);
    await stripe.subscriptions.update(subscription.id, { pause_collection: { behavior } });

    await subscriptionBecomes(subscription, {
      Status__c: "active",
      Pause_Behavior__c: behavior,
      MRR__c: recurring,
    });
    await stripe.subscriptions.update(subscription.id, { pause_collection: "" });
    await subscriptionBecomes(subscription, { Pause_Behavior__c: null, MRR__c: 20 });
  });
});
