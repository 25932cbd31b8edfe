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

async function open(customer: string, amount: number): Promise<Stripe.Invoice> {
  const { id } = await stripe.invoices.create({ customer });
  await stripe.invoiceItems.create({ customer, invoice: id, amount, currency: "usd" });
  return stripe.invoices.finalizeInvoice(id);
}

async function customer(): Promise<string> {
  return (await makeSubscriber(stripe)).customer.id;
}

function intent(
  payer: string,
  amount: number,
  more: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create({ amount, currency: "usd", customer: payer, ...more });
}

const CHARGED = { payment_method: "pm_card_visa", confirm: true } as const;

function record(payer: string, value: number): Promise<Stripe.PaymentRecord> {
  return stripe.paymentRecords.reportPayment({
    amount_requested: { currency: "usd", value },
    initiated_at: 1_769_817_600,
    customer_details: { customer: payer },
    payment_method_details: { type: "custom", custom: { display_name: "Bank transfer" } },
    processor_details: { type: "custom", custom: { payment_reference: "T-1" } },
    outcome: "guaranteed",
    guaranteed: { guaranteed_at: 1_769_817_600 },
  });
}

describe("several payments of one invoice", () => {
  test("each pay a part, and the one it was finalized with asks for the rest", async () => {
    const payer = await customer();
    const { id } = await open(payer, 5000);
    const first = await intent(payer, 2000, CHARGED);

    const partly = await stripe.invoices.attachPayment(id, {
      payment_intent: first.id,
      expand: ["payments"],
    });

    expect(partly).toMatchObject({ status: "open", amount_paid: 2000, amount_remaining: 3000 });
    expect(
      partly.payments?.data.map(({ is_default, amount_requested, amount_paid, status }) => ({
        is_default,
        amount_requested,
        amount_paid,
        status,
      })),
    ).toEqual([
      { is_default: false, amount_requested: 2000, amount_paid: 2000, status: "paid" },
      { is_default: true, amount_requested: 3000, amount_paid: null, status: "open" },
    ]);
    expect(await stripe.invoices.pay(id)).toMatchObject({
      status: "paid",
      amount_paid: 5000,
      amount_remaining: 0,
    });
    const intents = await stripe.paymentIntents.list({ customer: payer });
    expect(intents.data.map(({ amount_received: received }) => received).sort()).toEqual([
      2000, 3000,
    ]);
  });

  test("pay when they succeed, and the last cancels what nobody needs any more", async () => {
    const payer = await customer();
    const { id } = await open(payer, 5000);
    const [first, second] = [await intent(payer, 2000), await intent(payer, 3000)];
    for (const each of [first, second])
      await stripe.invoices.attachPayment(id, { payment_intent: each.id });
    expect(await stripe.invoices.retrieve(id)).toMatchObject({ amount_paid: 0 });

    for (const each of [first, second])
      await stripe.paymentIntents.confirm(each.id, { payment_method: "pm_card_visa" });

    expect(await stripe.invoices.retrieve(id)).toMatchObject({
      status: "paid",
      amount_paid: 5000,
      amount_overpaid: 0,
    });
    const { data } = await stripe.invoicePayments.list({ invoice: id });
    expect(data.map(({ status, is_default }) => [status, is_default])).toEqual([
      ["paid", false],
      ["paid", false],
      ["canceled", true],
    ]);
  });

  test("that were authorized pay what is captured", async () => {
    const payer = await customer();
    const { id } = await open(payer, 5000);
    const held = await intent(payer, 3000, { ...CHARGED, capture_method: "manual" });
    await stripe.invoices.attachPayment(id, { payment_intent: held.id });

    await stripe.paymentIntents.capture(held.id, { amount_to_capture: 1000 });

    expect(await stripe.invoices.retrieve(id)).toMatchObject({
      status: "open",
      amount_paid: 1000,
      amount_remaining: 4000,
    });
  });

  test("that are more than it is owed leave the rest on the customer's balance", async () => {
    const payer = await customer();
    const { id } = await open(payer, 1000);
    const much = await intent(payer, 1500, CHARGED);

    const after = await stripe.invoices.attachPayment(id, { payment_intent: much.id });

    expect(after).toMatchObject({ status: "paid", amount_paid: 1000, amount_overpaid: 500 });
    expect(await stripe.customers.retrieve(payer)).toMatchObject({ balance: -500 });
    expect((await stripe.events.list({ type: "invoice.overpaid", limit: 1 })).data).toHaveLength(1);
  });
});

test("one payment pays several invoices, in the order in which it was attached to them", async () => {
  const payer = await customer();
  const [first, second] = [await open(payer, 2000), await open(payer, 3000)];
  const one = await intent(payer, 4000);
  for (const { id } of [first, second])
    await stripe.invoices.attachPayment(id, { payment_intent: one.id });

  await stripe.paymentIntents.confirm(one.id, { payment_method: "pm_card_visa" });

  expect(await stripe.invoices.retrieve(first.id)).toMatchObject({ status: "paid" });
  expect(await stripe.invoices.retrieve(second.id)).toMatchObject({
    status: "open",
    amount_paid: 2000,
    amount_remaining: 1000,
  });
  const { data } = await stripe.invoicePayments.list({
    payment: { type: "payment_intent", payment_intent: one.id },
  });
  expect(data.map(({ amount_paid: amount }) => amount)).toEqual([2000, 2000]);
});

describe("a payment outside Stripe", () => {
  test("pays a part, and is told apart from what Stripe moved", async () => {
    const payer = await customer();
    const { id } = await open(payer, 5000);
    const outside = await record(payer, 3000);
    expect(outside).toMatchObject({
      object: "payment_record",
      amount_guaranteed: { value: 3000, currency: "usd" },
      reported_by: "self",
    });

    const partly = await stripe.invoices.attachPayment(id, { payment_record: outside.id });

    expect(partly).toMatchObject({
      status: "open",
      amount_paid: 3000,
      amount_paid_off_stripe: 3000,
      amount_remaining: 2000,
    });
    expect(await stripe.invoices.pay(id)).toMatchObject({
      status: "paid",
      amount_paid: 5000,
      amount_paid_off_stripe: 3000,
    });
    const { data } = await stripe.invoicePayments.list({
      payment: { type: "payment_record", payment_record: outside.id },
    });
    expect(data).toMatchObject([
      { amount_paid: 3000, payment: { type: "payment_record", payment_record: outside.id } },
    ]);
    expect(await stripe.paymentRecords.retrieve(outside.id)).toMatchObject({ id: outside.id });
  });

  test("of all of it pays the invoice; and so does marking it as paid for what is left", async () => {
    const payer = await customer();
    const [whole, part] = [await open(payer, 2000), await open(payer, 5000)];

    const paid = await stripe.invoices.attachPayment(whole.id, {
      payment_record: (await record(payer, 2000)).id,
    });
    await stripe.invoices.attachPayment(part.id, {
      payment_intent: (await intent(payer, 1000, CHARGED)).id,
    });
    const rest = await stripe.invoices.pay(part.id, { paid_out_of_band: true });

    expect(paid).toMatchObject({ status: "paid", amount_paid_off_stripe: 2000 });
    expect(rest).toMatchObject({
      status: "paid",
      amount_paid: 5000,
      amount_paid_off_stripe: 4000,
    });
  });
});

describe("what cannot be attached", () => {
  test("is another customer's, another currency's, canceled, attached already or none", async () => {
    const payer = await customer();
    const { id } = await open(payer, 5000);
    const refused = async (payment: Stripe.InvoiceAttachPaymentParams): Promise<void> => {
      await expect(stripe.invoices.attachPayment(id, payment)).rejects.toMatchObject({
        statusCode: 400,
      });
    };
    const foreign = await intent(await customer(), 100);
    const euros = await intent(payer, 100, { currency: "eur" });
    const canceled = await intent(payer, 100);
    await stripe.paymentIntents.cancel(canceled.id);
    const twice = await intent(payer, 100);
    await stripe.invoices.attachPayment(id, { payment_intent: twice.id });

    for (const each of [foreign, euros, canceled, twice])
      await refused({ payment_intent: each.id });
    await refused({});
    await refused({ payment_record: "pr_1none" });
  });

  test("is anything to an invoice that is paid", async () => {
    const payer = await customer();
    const paid = await stripe.invoices.pay((await open(payer, 1000)).id);
    const more = await intent(payer, 100);

    await expect(
      stripe.invoices.attachPayment(paid.id, { payment_intent: more.id }),
    ).rejects.toMatchObject({ statusCode: 400 });
  });
});

test("an invoice of a subscription that is paid in parts makes it active", async () => {
  const { customer: payer, price } = await makeSubscriber(stripe);
  const { id, latest_invoice: latest } = await stripe.subscriptions.create({
    customer: payer.id,
    items: [{ price: price.id }],
    payment_behavior: "default_incomplete",
  });

  for (const amount of [1500, 500]) {
    const part = await intent(payer.id, amount, CHARGED);
    await stripe.invoices.attachPayment(idOf(latest) ?? "", { payment_intent: part.id });
  }

  expect(await stripe.subscriptions.retrieve(id)).toMatchObject({ status: "active" });
});
