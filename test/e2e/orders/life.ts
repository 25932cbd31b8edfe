/** A subscription's whole life, lived in local Stripe on a test clock: its events as Stripe sends them, and what Stripe says in the end. */
import { setTimeout as wait } from "node:timers/promises";
import path from "node:path";
import type Stripe from "stripe";
import { stripeClient } from "../../../local/stack/api-clients.ts";
import { STRIPE_API_VERSION } from "../../../local/stack/stack.ts";
import { startLocalStripe } from "../../../local/stripe/local-stripe.ts";
import type { AdmittedEvent } from "../../../worker/event.ts";
import { readEvent } from "../../../worker/webhook/admission.ts";
import { removeFolder, temporaryFolder } from "../running-stack.ts";

const KEY = "sk_test_local_life";
const DAY_SECONDS = 86_400;
/** Long before any test runs: the re-reading of an object is always later than its events. */
const BIRTH = Date.UTC(2025, 0, 15, 9) / 1000;

/** Where Stripe serves the object of an event, by what its `object` says. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  charge: "charges",
  customer: "customers",
  dispute: "disputes",
  invoice: "invoices",
  invoice_payment: "invoice_payments",
  payment_intent: "payment_intents",
  payment_method: "payment_methods",
  price: "prices",
  product: "products",
  refund: "refunds",
  subscription: "subscriptions",
};

export interface Life {
  /** What the Worker would forward, oldest first. */
  readonly events: readonly AdmittedEvent[];
  /** `/v1/subscriptions/sub_…` → the object as Stripe has it in the end. */
  readonly objects: ReadonlyMap<string, unknown>;
  readonly subscription: Stripe.Subscription;
  readonly invoices: readonly Stripe.Invoice[];
  readonly charges: readonly Stripe.Charge[];
}

/** Trial, renewals, a failure and its recovery, a plan change, two refunds, a cancellation that is taken back, the end. */
export async function liveLife(): Promise<Life> {
  const folder = await temporaryFolder();
  const running = await startLocalStripe({
    host: "127.0.0.1",
    port: 0,
    dataFolder: path.join(folder, "stripe"),
    // Paused below: nothing is ever delivered.
    webhookEndpoint: {
      url: "http://127.0.0.1:1/",
      secret: "whsec_none",
      apiVersion: STRIPE_API_VERSION,
    },
    log: () => undefined,
  });
  try {
    await fetch(`${running.url}/_local/deliveries/pause`, { method: "POST" });
    const stripe = stripeClient(running.url, KEY);
    const { subscription, customer } = await live(stripe);
    const sent = await stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 1000 });
    const events = sent.reverse().flatMap(admitted);
    return {
      events,
      objects: await objectsOf(running.url, events),
      subscription: await stripe.subscriptions.retrieve(subscription),
      invoices: (await stripe.invoices.list({ customer, limit: 100 })).data,
      charges: (await stripe.charges.list({ customer, limit: 100 })).data,
    };
  } finally {
    await running.stop();
    await removeFolder(folder);
  }
}

async function live(stripe: Stripe): Promise<{ subscription: string; customer: string }> {
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
}

/** None for types the Worker does not forward. */
function admitted(event: Stripe.Event): AdmittedEvent[] {
  const json: unknown = JSON.parse(JSON.stringify(event));
  const read = readEvent(json, { atMs: event.created * 1000, correlationId: event.id });
  if (!read.ok) throw new Error(`${event.type} is refused: ${JSON.stringify(read.error)}`);
  return read.value.kind === "wanted" ? [read.value.event] : [];
}

/** How an alert about a payment asks which invoice it is for. */
function invoicePaymentsOf(paymentIntent: string): string {
  const query = new URLSearchParams({
    "payment[payment_intent]": paymentIntent,
    "payment[type]": "payment_intent",
    limit: "10",
  });
  return `/v1/invoice_payments?${query.toString()}`;
}

async function objectsOf(
  url: string,
  events: readonly AdmittedEvent[],
): Promise<ReadonlyMap<string, unknown>> {
  const objects = new Map<string, unknown>();
  for (const { objectId, payload } of events) {
    const kind = /^\{"object":\{.*?"object":"(\w+)"/.exec(payload)?.[1] ?? "";
    const places = [
      `/v1/${COLLECTIONS[kind] ?? kind}/${objectId}`,
      ...(kind === "payment_intent" ? [invoicePaymentsOf(objectId)] : []),
    ];
    for (const place of places) {
      if (objects.has(place)) continue;
      const response = await fetch(`${url}${place}`, {
        headers: { authorization: `Bearer ${KEY}`, "stripe-version": STRIPE_API_VERSION },
      });
      if (!response.ok) throw new Error(`${place}: ${response.status} ${await response.text()}`);
      objects.set(place, await response.json());
    }
  }
  return objects;
}
