/** From the trial to the end, on a test clock. */
import { setTimeout as wait } from "node:timers/promises";
import type { Plot } from "./life.ts";

const DAY_SECONDS = 86_400;
/** Long before any test runs: the re-reading of an object is always later than its events. */
const BIRTH = Date.UTC(2025, 0, 15, 9) / 1000;

/** Trial, renewals, a failure and its recovery, a plan change, two refunds, a cancellation that is taken back, the end. */
export const wholeLife: Plot = async (stripe) => {
  const price = async (name: string, amount: number): Promise<string> =>
    (
      await stripe.prices.create({
        currency: "usd",
        unit_amount: amount,
        recurring: { interval: "month" },
        product_data: { name },
      })
    ).id;
  const [basic, business] = [await price("Basic", 2900), await price("Business", 9900)];
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: BIRTH });
  let now = BIRTH;
  const pass = async (days: number): Promise<void> => {
    now += days * DAY_SECONDS;
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: now });
    while ((await stripe.testHelpers.testClocks.retrieve(clock.id)).status !== "ready")
      await wait(10);
  };
  const customer = (
    await stripe.customers.create({
      email: "ada@example.com",
      name: "Ada King",
      test_clock: clock.id,
    })
  ).id;
  const charge = async (card: string): Promise<void> => {
    const method = await stripe.paymentMethods.attach(card, { customer });
    await stripe.customers.update(customer, {
      invoice_settings: { default_payment_method: method.id },
    });
  };

  await charge("pm_card_visa");
  const { id: subscription } = await stripe.subscriptions.create({
    customer,
    items: [{ price: basic }],
    trial_period_days: 7,
  });
  await pass(5);
  await stripe.customers.update(customer, { phone: "+44 20 7946 0000" });
  await pass(4);
  await pass(32);
  const item = (await stripe.subscriptions.retrieve(subscription)).items.data[0]?.id ?? "";
  await stripe.subscriptions.update(subscription, {
    items: [{ id: item, price: business, quantity: 2 }],
    proration_behavior: "always_invoice",
  });
  await charge("pm_card_chargeCustomerFail");
  await pass(31);
  await stripe.customers.update(customer, { email: "ada.lovelace@example.com" });
  await charge("pm_card_mastercard");
  for (const { id } of (await stripe.invoices.list({ subscription, status: "open" })).data)
    await stripe.invoices.pay(id);
  const paid = (await stripe.charges.list({ customer })).data.filter(({ paid }) => paid);
  const [last, before] = paid;
  await stripe.refunds.create({ charge: before?.id ?? "", amount: 500 });
  await stripe.refunds.create({ charge: last?.id ?? "" });
  await stripe.subscriptions.update(subscription, { cancel_at_period_end: true });
  await stripe.subscriptions.update(subscription, { cancel_at_period_end: false });
  await stripe.refunds.create({ charge: before?.id ?? "", amount: 500 });
  await pass(31);
  await stripe.subscriptions.cancel(subscription);
  return { subscription, customer };
};
