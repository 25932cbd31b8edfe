/** A life lived in local Stripe: its events as Stripe sends them, and what Stripe says in the end. */
import path from "node:path";
import type Stripe from "stripe";
import { stripeClient } from "../../../local/stack/api-clients.ts";
import { STRIPE_API_VERSION } from "../../../local/stack/stack.ts";
import { startLocalStripe } from "../../../local/stripe/local-stripe.ts";
import type { AdmittedEvent } from "../../../worker/event.ts";
import { readEvent } from "../../../worker/webhook/admission.ts";
import { removeFolder, temporaryFolder } from "../running-stack.ts";

const KEY = "sk_test_local_life";

/** Where Stripe serves the object of an event, by what its `object` says. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  charge: "charges",
  coupon: "coupons",
  credit_note: "credit_notes",
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
  /** Every event as Stripe has it, oldest first. */
  readonly sent: readonly Stripe.Event[];
  /** What the Worker would forward of them. */
  readonly events: readonly AdmittedEvent[];
  /** `/v1/subscriptions/sub_…` → the object as Stripe has it in the end. */
  readonly objects: ReadonlyMap<string, unknown>;
  readonly subscription: Stripe.Subscription;
  readonly invoices: readonly Stripe.Invoice[];
  readonly charges: readonly Stripe.Charge[];
  readonly refunds: readonly Stripe.Refund[];
  readonly disputes: readonly Stripe.Dispute[];
  readonly customer: Stripe.Customer;
  readonly coupons: readonly Stripe.Coupon[];
  readonly creditNotes: readonly Stripe.CreditNote[];
  readonly invoicePayments: readonly Stripe.InvoicePayment[];
  readonly intents: readonly Stripe.PaymentIntent[];
}

/** What is done in Stripe; a life is about one customer and one subscription. */
export type Plot = (
  stripe: Stripe,
  url: string,
) => Promise<{ readonly subscription: string; readonly customer: string }>;

/** Lives what the plot says, and records it. */
export async function lived(plot: Plot): Promise<Life> {
  const account = await openQuietStripe();
  const { stripe, url } = account;
  try {
    const { subscription, customer } = await plot(stripe, url);
    const newest = await stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 1000 });
    const sent = newest.toReversed();
    const events = sent.flatMap(admitted);
    return {
      sent,
      events,
      objects: await objectsOf(url, events),
      subscription: await stripe.subscriptions.retrieve(subscription, {
        expand: ["discounts.source.coupon"],
      }),
      invoices: (await stripe.invoices.list({ customer, limit: 100 })).data,
      charges: (await stripe.charges.list({ customer, limit: 100 })).data,
      refunds: (await stripe.refunds.list({ limit: 100 })).data,
      disputes: (await stripe.disputes.list({ limit: 100 })).data,
      customer: await wholeCustomer(stripe, customer),
      coupons: (await stripe.coupons.list({ limit: 100 })).data,
      creditNotes: (await stripe.creditNotes.list({ limit: 100 })).data,
      invoicePayments: (await stripe.invoicePayments.list({ limit: 100 })).data,
      intents: (await stripe.paymentIntents.list({ customer, limit: 100 })).data,
    };
  } finally {
    await account.close();
  }
}

async function wholeCustomer(stripe: Stripe, id: string): Promise<Stripe.Customer> {
  const customer = await stripe.customers.retrieve(id);
  if (customer.deleted) throw new Error(`${id} was deleted.`);
  return customer;
}

export interface QuietStripe {
  readonly stripe: Stripe;
  readonly url: string;
  /** What happened since it was asked last, as the Worker would forward it, oldest first. */
  news(): Promise<readonly AdmittedEvent[]>;
  close(): Promise<void>;
}

/** A local Stripe that delivers nothing. */
export async function openQuietStripe(): Promise<QuietStripe> {
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
  await fetch(`${running.url}/_local/deliveries/pause`, { method: "POST" });
  const stripe = stripeClient(running.url, KEY);
  let last: string | undefined;
  return {
    stripe,
    url: running.url,
    async news() {
      const since = last === undefined ? {} : { ending_before: last };
      const sent = await stripe.events
        .list({ limit: 100, ...since })
        .autoPagingToArray({ limit: 10_000 });
      const [newest] = last === undefined ? sent : sent.slice(-1);
      last = newest?.id ?? last;
      // Pages backwards from an object come oldest first.
      return (since.ending_before === undefined ? sent.reverse() : sent).flatMap(admitted);
    },
    async close() {
      await running.stop();
      await removeFolder(folder);
    },
  };
}

/** As the Worker would forward it; none for types it does not. */
export function admitted(event: Stripe.Event): AdmittedEvent[] {
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

/** What is asked for when these events are applied, as Stripe answers now. */
export async function objectsOf(
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
      // No page serves a discount, and no answer is stored for what was asked already.
      if (kind === "discount" || objects.has(place)) continue;
      objects.set(place, await ask(url, place + (WITH_MORE[kind] ?? "")));
    }
    if (kind === "subscription")
      objects.set(
        `/v1/subscription_items?subscription=${objectId}`,
        await ask(url, itemsOf(objectId)),
      );
  }
  return objects;
}

/** As objects are read: with what events leave out. */
const WITH_MORE: Readonly<Record<string, string>> = {
  coupon: "?expand[]=currency_options",
  customer:
    "?expand[]=discount.source.coupon.applies_to&expand[]=discount.source.coupon.currency_options",
  subscription:
    "?expand[]=discounts.source.coupon.applies_to&expand[]=discounts.source.coupon.currency_options" +
    "&expand[]=items.data.price.tiers",
};

function itemsOf(subscription: string): string {
  const expanded = ["discounts.source.coupon", "price.tiers", "price.currency_options"];
  const query = expanded.map((each) => `&expand[]=data.${each}`).join("");
  return `/v1/subscription_items?subscription=${subscription}&limit=100${query}`;
}

async function ask(url: string, place: string): Promise<unknown> {
  const response = await fetch(`${url}${place}`, {
    headers: { authorization: `Bearer ${KEY}`, "stripe-version": STRIPE_API_VERSION },
  });
  const [bare = "", query] = place.split("?");
  // What was deleted has nothing that could be expanded.
  if (response.status === 400 && query?.startsWith("expand") === true) return ask(url, bare);
  if (!response.ok) throw new Error(`${place}: ${response.status} ${await response.text()}`);
  return response.json();
}
