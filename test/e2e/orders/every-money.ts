/**
 * Money that moves in every other way, and everything that takes something off: discounts of items and of the customer, credit notes,
 * several payments of an invoice, several invoices of a payment, payments outside Stripe, charges without a PaymentIntent.
 */
import { setTimeout as wait } from "node:timers/promises";
import type Stripe from "stripe";
import type { Plot } from "./life.ts";

const DAY_SECONDS = 86_400;
const BIRTH = Date.UTC(2025, 0, 15, 9) / 1000;
const CARD = { payment_method: "pm_card_visa" } as const;

export const everyMoney: Plot = async (stripe, url) => {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: BIRTH });
  let now = BIRTH;
  const pass = async (days: number): Promise<void> => {
    now += days * DAY_SECONDS;
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: now });
    while ((await stripe.testHelpers.testClocks.retrieve(clock.id)).status !== "ready")
      await wait(10);
  };
  const atBank = async (place: string, body: object): Promise<string> => {
    const response = await fetch(`${url}/_local${place}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${place}: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { id: string }).id;
  };
  const customer = await makeCustomer(stripe, clock.id);
  await makeCoupons(stripe);
  const subscription = await discounted(stripe, customer, atBank);
  await pass(1);
  await paidInParts(stripe, customer);
  await pass(1);
  await credited(stripe, customer);
  await pass(1);
  await chargedDirectly(stripe, customer, atBank);
  await pass(31);
  return { subscription, customer };
};

async function makeCustomer(stripe: Stripe, clock: string): Promise<string> {
  const { id: customer } = await stripe.customers.create({
    email: "ada@example.com",
    name: "Ada King",
    test_clock: clock,
  });
  const method = await stripe.paymentMethods.attach("pm_card_visa", { customer });
  await stripe.customers.update(customer, {
    invoice_settings: { default_payment_method: method.id },
  });
  return customer;
}

async function makeCoupons(stripe: Stripe): Promise<void> {
  await stripe.coupons.create({ id: "HALF", percent_off: 50, duration: "forever" });
  await stripe.coupons.create({ id: "FIFTH", percent_off: 20, duration: "forever" });
  await stripe.coupons.create({ id: "TENTH", percent_off: 10, duration: "forever" });
  await stripe.coupons.create({ id: "ONCE", percent_off: 30, duration: "once" });
  await stripe.coupons.create({
    id: "THREE",
    amount_off: 300,
    currency: "usd",
    duration: "repeating",
    duration_in_months: 3,
  });
}

/** One second: given, replaced and taken away, of the customer, the subscription and its items. */
async function discounted(
  stripe: Stripe,
  customer: string,
  atBank: (place: string, body: object) => Promise<string>,
): Promise<string> {
  const { id: product } = await stripe.products.create({ name: "Everything" });
  const price = async (unit_amount: number): Promise<string> =>
    (
      await stripe.prices.create({
        currency: "usd",
        product,
        unit_amount,
        recurring: { interval: "month" },
      })
    ).id;
  await atBank(`/customers/${customer}/discount`, { coupon: "FIFTH" });
  const { id: subscription, items } = await stripe.subscriptions.create({
    customer,
    items: [
      { price: await price(2000), quantity: 2, discounts: [{ coupon: "ONCE" }] },
      { price: await price(1000), discounts: [{ coupon: "HALF" }] },
    ],
  });
  const [first, second] = items.data;
  await stripe.subscriptionItems.update(second?.id ?? "", { discounts: [{ coupon: "THREE" }] });
  await stripe.subscriptions.update(subscription, { discounts: [{ coupon: "HALF" }] });
  await stripe.subscriptions.deleteDiscount(subscription);
  const added = await stripe.subscriptionItems.create({
    subscription,
    price: await price(700),
    discounts: [{ coupon: "HALF" }, { coupon: "FIFTH" }],
  });
  const [kept = ""] = added.discounts.map((each) => (typeof each === "string" ? each : each.id));
  await stripe.subscriptionItems.update(added.id, { quantity: 3, discounts: [{ discount: kept }] });
  await stripe.subscriptionItems.update(first?.id ?? "", { discounts: [{ coupon: "FIFTH" }] });
  await atBank(`/customers/${customer}/discount`, { coupon: "TENTH" });
  return subscription;
}

async function open(stripe: Stripe, customer: string, amount: number): Promise<string> {
  const { id } = await stripe.invoices.create({ customer, discounts: "" });
  await stripe.invoiceItems.create({ customer, invoice: id, amount, currency: "usd" });
  await stripe.invoices.finalizeInvoice(id);
  return id;
}

async function intent(stripe: Stripe, customer: string, amount: number): Promise<string> {
  return (await stripe.paymentIntents.create({ amount, currency: "usd", customer })).id;
}

async function paidInParts(stripe: Stripe, customer: string): Promise<void> {
  const parts = await open(stripe, customer, 5000);
  for (const amount of [2000, 1000]) {
    const part = await intent(stripe, customer, amount);
    await stripe.invoices.attachPayment(parts, { payment_intent: part });
    await stripe.paymentIntents.confirm(part, CARD);
  }
  await stripe.invoices.pay(parts);

  const [one, other] = [await open(stripe, customer, 2000), await open(stripe, customer, 3000)];
  const both = await intent(stripe, customer, 4000);
  for (const invoice of [one, other])
    await stripe.invoices.attachPayment(invoice, { payment_intent: both });
  await stripe.paymentIntents.confirm(both, CARD);

  const outside = await open(stripe, customer, 4000);
  const { id: record } = await stripe.paymentRecords.reportPayment({
    amount_requested: { currency: "usd", value: 1500 },
    initiated_at: BIRTH,
    customer_details: { customer },
    payment_method_details: { type: "custom", custom: { display_name: "Bank transfer" } },
    outcome: "guaranteed",
    guaranteed: { guaranteed_at: BIRTH },
  });
  await stripe.invoices.attachPayment(outside, { payment_record: record });
  await stripe.invoices.pay(outside, { paid_out_of_band: true });
}

async function credited(stripe: Stripe, customer: string): Promise<void> {
  const before = await open(stripe, customer, 5000);
  const { id: mistake } = await stripe.creditNotes.create({ invoice: before, amount: 500 });
  await stripe.creditNotes.voidCreditNote(mistake);
  await stripe.creditNotes.create({ invoice: before, amount: 700, reason: "order_change" });
  const part = await intent(stripe, customer, 3000);
  await stripe.invoices.attachPayment(before, { payment_intent: part });
  await stripe.paymentIntents.confirm(part, CARD);
  await stripe.creditNotes.create({ invoice: before, amount: 1800, refund_amount: 500 });

  const after = await open(stripe, customer, 6000);
  await stripe.invoices.pay(after);
  const { id: note } = await stripe.creditNotes.create({
    invoice: after,
    amount: 2000,
    refund_amount: 1500,
    out_of_band_amount: 500,
  });
  await stripe.creditNotes.update(note, { memo: "Agreed by telephone" });

  const forgiven = await open(stripe, customer, 900);
  await stripe.creditNotes.create({ invoice: forgiven, amount: 900 });
}

async function chargedDirectly(
  stripe: Stripe,
  customer: string,
  atBank: (place: string, body: object) => Promise<string>,
): Promise<void> {
  const charge = async (amount: number, more: Partial<Stripe.ChargeCreateParams> = {}) =>
    (
      await stripe.charges.create({
        amount,
        currency: "usd",
        customer,
        source: "tok_visa",
        ...more,
      })
    ).id;
  const held = await charge(2000, { capture: false });
  await stripe.charges.capture(held, { amount: 1200 });
  await stripe.refunds.create({ charge: held, amount: 200 });
  const disputed = await charge(800);
  const dispute = await atBank("/disputes", { charge: disputed });
  await atBank(`/disputes/${dispute}/close`, { outcome: "lost" });
  const kept = await charge(900);
  const won = await atBank("/disputes", { charge: kept });
  await atBank(`/disputes/${won}/close`, { outcome: "won" });
  await charge(600, { source: "tok_chargeDeclined" }).catch(() => undefined);
}
