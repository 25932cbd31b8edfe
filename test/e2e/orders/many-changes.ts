/**
 * Changes upon changes of one subscription and its payments, each group of them in one second: the clock of the customer stands still
 * while they are made.
 */
import { setTimeout as wait } from "node:timers/promises";
import type Stripe from "stripe";
import type { Plot } from "./life.ts";

const DAY_SECONDS = 86_400;
const BIRTH = Date.UTC(2025, 0, 15, 9) / 1000;
/** Stripe puts ten items into an event. */
const ITEMS = 12;
const METER = "api_calls";

export const manyChanges: Plot = async (stripe, url) => {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: BIRTH });
  let now = BIRTH;
  const pass = async (days: number): Promise<void> => {
    now += days * DAY_SECONDS;
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: now });
    while ((await stripe.testHelpers.testClocks.retrieve(clock.id)).status !== "ready")
      await wait(10);
  };
  const prices = await makePrices(stripe);
  const customer = await makeCustomer(stripe, clock.id);
  await stripe.coupons.create({ id: "HALF", percent_off: 50, duration: "forever" });
  await stripe.coupons.create({
    id: "THREE",
    amount_off: 300,
    currency: "usd",
    duration: "repeating",
    duration_in_months: 2,
  });

  const { id: subscription } = await stripe.subscriptions.create({
    customer,
    items: [{ price: prices[0] ?? "" }],
    discounts: [{ coupon: "THREE" }],
  });
  // One second: a second item, more of it, another discount.
  const added = await stripe.subscriptionItems.create({ subscription, price: prices[1] ?? "" });
  await stripe.subscriptionItems.update(added.id, { quantity: 3 });
  await stripe.subscriptions.update(subscription, { discounts: [{ coupon: "HALF" }] });
  await pass(1);
  // One second: as many items as an event does not bring.
  for (const price of prices.slice(2))
    await stripe.subscriptionItems.create({ subscription, price });
  await pass(1);
  await stripe.subscriptions.update(subscription, { pause_collection: { behavior: "void" } });
  await stripe.subscriptions.update(subscription, { pause_collection: "" });
  await stripe.subscriptions.update(subscription, {
    pause_collection: { behavior: "keep_as_draft", resumes_at: now + 90 * DAY_SECONDS },
  });
  await pass(1);
  await stripe.subscriptions.update(subscription, { pause_collection: "" });
  await stripe.subscriptionItems.del(added.id);
  for (const value of ["120", "30"])
    await stripe.billing.meterEvents.create({
      event_name: METER,
      payload: { stripe_customer_id: customer, value },
    });
  await pass(1);
  await payInParts(stripe, customer);
  await dispute(stripe, url, customer);
  await pass(30);
  await stripe.subscriptions.update(subscription, { discounts: "" });
  await stripe.coupons.del("HALF");
  return { subscription, customer };
};

/** Whole cents, parts of a cent, a package, tiers of both kinds, metered. */
async function makePrices(stripe: Stripe): Promise<string[]> {
  const { id: product } = await stripe.products.create({ name: "Everything" });
  const monthly = { currency: "usd", product, recurring: { interval: "month" } } as const;
  const { id: meter } = await stripe.billing.meters.create({
    display_name: "API calls",
    event_name: METER,
    default_aggregation: { formula: "sum" },
  });
  const tiers: Stripe.PriceCreateParams.Tier[] = [
    { up_to: 10, unit_amount: 100 },
    { up_to: "inf", unit_amount: 50, flat_amount: 200 },
  ];
  const kinds: Stripe.PriceCreateParams[] = [
    { ...monthly, unit_amount: 2000 },
    { ...monthly, unit_amount: 500 },
    { ...monthly, unit_amount: 1000, transform_quantity: { divide_by: 100, round: "up" } },
    { ...monthly, billing_scheme: "tiered", tiers_mode: "graduated", tiers },
    { ...monthly, billing_scheme: "tiered", tiers_mode: "volume", tiers },
    { ...monthly, unit_amount: 7, recurring: { interval: "month", usage_type: "metered", meter } },
  ];
  while (kinds.length < ITEMS) kinds.push({ ...monthly, unit_amount: 100 * kinds.length });
  const made: string[] = [];
  for (const kind of kinds) made.push((await stripe.prices.create(kind)).id);
  return made;
}

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

/** Of 20.00 authorised 12.00 are taken, and 2.00 of them given back in two parts. */
async function payInParts(stripe: Stripe, customer: string): Promise<void> {
  const intent = await stripe.paymentIntents.create({
    amount: 2000,
    currency: "usd",
    customer,
    capture_method: "manual",
    payment_method: "pm_card_visa",
    confirm: true,
    return_url: "https://example.com/",
  });
  await stripe.paymentIntents.capture(intent.id, { amount_to_capture: 1200 });
  await stripe.refunds.create({ payment_intent: intent.id, amount: 150 });
  await stripe.refunds.create({ payment_intent: intent.id, amount: 50 });
}

/** One dispute is lost, one won, and one is answered and open. */
async function dispute(stripe: Stripe, url: string, customer: string): Promise<void> {
  const atBank = async (place: string, body: object): Promise<string> => {
    const response = await fetch(`${url}/_local${place}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const { id } = (await response.json()) as { id: string };
    return id;
  };
  const opened: string[] = [];
  for (const amount of [700, 800, 900]) {
    const { latest_charge: charge } = await stripe.paymentIntents.create({
      amount,
      currency: "usd",
      customer,
      payment_method: "pm_card_visa",
      confirm: true,
      return_url: "https://example.com/",
    });
    opened.push(await atBank("/disputes", { charge, reason: "fraudulent" }));
  }
  const [lost = "", won = "", open = ""] = opened;
  await atBank(`/disputes/${lost}/close`, { outcome: "lost" });
  await atBank(`/disputes/${won}/close`, { outcome: "won" });
  await stripe.disputes.update(open, { evidence: { uncategorized_text: "Here it is." } });
}
