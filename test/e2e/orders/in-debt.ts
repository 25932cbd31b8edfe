/**
 * Debt of every kind, which stays: a renewal that is declined, an invoice that is written off after two attempts were declined within a
 * second, one that is voided untried and one after a declined attempt, one by e-mail that is overdue and one that is not yet due, a discount that ended by itself, and a collection that is paused at last.
 */
import { setTimeout as wait } from "node:timers/promises";
import type Stripe from "stripe";
import type { Plot } from "./life.ts";

const DAY_SECONDS = 86_400;
const BIRTH = Date.UTC(2025, 0, 15, 9) / 1000;

export const inDebt: Plot = async (stripe) => {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: BIRTH });
  let now = BIRTH;
  const pass = async (days: number): Promise<void> => {
    now += days * DAY_SECONDS;
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: now });
    while ((await stripe.testHelpers.testClocks.retrieve(clock.id)).status !== "ready")
      await wait(10);
  };
  const { id: customer } = await stripe.customers.create({
    email: "ada@example.com",
    name: "Ada King",
    test_clock: clock.id,
  });
  await useCard(stripe, customer, "pm_card_visa");
  const subscription = await subscribed(stripe, customer);
  await pass(32);
  await useCard(stripe, customer, "pm_card_chargeCustomerFail");
  const written = await declined(stripe, customer, 700);
  await stripe.invoices.pay(written).catch(() => undefined);
  const voided = await open(stripe, customer, 800);
  const abandoned = await declined(stripe, customer, 750);
  await pass(27);
  await sent(stripe, customer, 900, 1);
  await sent(stripe, customer, 1000, 30);
  await pass(2);
  await stripe.invoices.markUncollectible(written);
  await stripe.invoices.voidInvoice(voided);
  await stripe.invoices.voidInvoice(abandoned);
  await stripe.subscriptions.update(subscription, {
    pause_collection: { behavior: "void", resumes_at: now + 90 * DAY_SECONDS },
  });
  return { subscription, customer };
};

async function useCard(stripe: Stripe, customer: string, card: string): Promise<void> {
  const method = await stripe.paymentMethods.attach(card, { customer });
  await stripe.customers.update(customer, {
    invoice_settings: { default_payment_method: method.id },
  });
}

/** Two discounts: one ends with the second month, one stays. */
async function subscribed(stripe: Stripe, customer: string): Promise<string> {
  const { id: price } = await stripe.prices.create({
    currency: "usd",
    unit_amount: 2000,
    recurring: { interval: "month" },
    product_data: { name: "Basic" },
  });
  await stripe.coupons.create({
    id: "MONTH",
    percent_off: 50,
    duration: "repeating",
    duration_in_months: 1,
  });
  await stripe.coupons.create({
    id: "FIVE",
    amount_off: 500,
    currency: "usd",
    duration: "forever",
  });
  const { id } = await stripe.subscriptions.create({
    customer,
    items: [{ price, quantity: 3 }],
    discounts: [{ coupon: "FIVE" }, { coupon: "MONTH" }],
  });
  return id;
}

async function open(
  stripe: Stripe,
  customer: string,
  amount: number,
  terms: Stripe.InvoiceCreateParams = {},
): Promise<string> {
  const { id } = await stripe.invoices.create({ customer, discounts: "", ...terms });
  await stripe.invoiceItems.create({ customer, invoice: id, amount, currency: "usd" });
  await stripe.invoices.finalizeInvoice(id);
  return id;
}

async function declined(stripe: Stripe, customer: string, amount: number): Promise<string> {
  const invoice = await open(stripe, customer, amount);
  await stripe.invoices.pay(invoice).catch(() => undefined);
  return invoice;
}

async function sent(
  stripe: Stripe,
  customer: string,
  amount: number,
  days_until_due: number,
): Promise<void> {
  const invoice = await open(stripe, customer, amount, {
    auto_advance: true,
    collection_method: "send_invoice",
    days_until_due,
  });
  await stripe.invoices.sendInvoice(invoice);
}
