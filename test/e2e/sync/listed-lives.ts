/** The customers of an account as lives: what Stripe lists of each, and what its events told when it was lived. */
import type Stripe from "stripe";
import { admitted, type Life } from "../orders/life.ts";
import { idOf } from "../orders/said/values.ts";
import { inCopy } from "./account.ts";

const ALL = { limit: 100 } as const;

/** What was told of an account. */
export interface Told {
  /** By customer, oldest first. */
  readonly events: ReadonlyMap<string, readonly Stripe.Event[]>;
  /** By customer, in seconds since 1970. */
  readonly createdAt: ReadonlyMap<string, number>;
}

/** Asked before an account is made larger: copies have no events of their own. */
export async function toldOf(stripe: Stripe): Promise<Told> {
  const newestFirst: Stripe.Event[] = [];
  for await (const event of stripe.events.list(ALL)) newestFirst.push(event);
  const customers = await byKey(stripe.customers.list(ALL), ({ id }) => id);
  return {
    events: Map.groupBy(newestFirst.reverse(), customerOf),
    createdAt: new Map([...customers].map(([id, [customer]]) => [id, customer?.created ?? 0])),
  };
}

function customerOf({ data: { object } }: Stripe.Event): string {
  const said = object as { id: string; object: string; customer?: string | { id: string } | null };
  return (said.object === "customer" ? said.id : idOf(said.customer)) ?? "";
}

/** A life for each customer that has a subscription. */
export async function listedLives(stripe: Stripe, told: Told): Promise<Iterable<Life>> {
  const customers = await byKey(stripe.customers.list(ALL), ({ id }) => id);
  const subscriptions = await byKey(
    stripe.subscriptions.list({
      ...ALL,
      status: "all",
      expand: ["data.discounts.source.coupon"],
    }),
    ofCustomer,
  );
  const invoices = await byKey(stripe.invoices.list(ALL), ofCustomer);
  const charges = await byKey(stripe.charges.list(ALL), ofCustomer);
  const intents = await byKey(stripe.paymentIntents.list(ALL), ofCustomer);
  const ofCharge = customersBy(charges);
  const ofInvoice = customersBy(invoices);
  const refunds = await byKey(stripe.refunds.list(ALL), ({ charge }) => ofCharge.get(idOf(charge)));
  const disputes = await byKey(stripe.disputes.list(ALL), ({ charge }) =>
    ofCharge.get(idOf(charge)),
  );
  const payments = await byKey(stripe.invoicePayments.list(ALL), ({ invoice }) =>
    ofInvoice.get(idOf(invoice)),
  );
  const creditNotes = await byKey(stripe.creditNotes.list(ALL), ofCustomer);
  const coupons: Stripe.Coupon[] = [];
  for await (const coupon of stripe.coupons.list(ALL)) coupons.push(coupon);
  const originals = originalsOf([...customers.keys()], told);

  return (function* () {
    for (const [id, [customer]] of customers) {
      const [subscription] = subscriptions.get(id) ?? [];
      if (customer === undefined || subscription === undefined) continue;
      const original = originals.get(id) ?? id;
      const moved = customer.created - (told.createdAt.get(original) ?? customer.created);
      const madeAt = new Map(charges.get(id)?.map((charge) => [charge.id, charge.created]));
      const sent = (told.events.get(original) ?? []).map((event) =>
        asListed(eventOfCopy(event, id.slice(original.length), moved), madeAt),
      );
      yield {
        sent,
        events: sent.flatMap(admitted),
        objects: new Map([
          [
            `/v1/subscription_items?subscription=${subscription.id}`,
            { data: subscription.items.data },
          ],
        ]),
        subscription,
        customer,
        coupons,
        invoices: invoices.get(id) ?? [],
        charges: charges.get(id) ?? [],
        refunds: refunds.get(id) ?? [],
        disputes: disputes.get(id) ?? [],
        creditNotes: creditNotes.get(id) ?? [],
        invoicePayments: payments.get(id) ?? [],
        intents: intents.get(id) ?? [],
      };
    }
  })();
}

const ofCustomer = ({ customer }: { customer: string | { id: string } | null }): string | null =>
  idOf(customer);

async function byKey<T>(
  list: AsyncIterable<T>,
  keyOf: (each: T) => string | null | undefined,
): Promise<ReadonlyMap<string, readonly T[]>> {
  const all: T[] = [];
  for await (const each of list) all.push(each);
  return Map.groupBy(all, (each) => keyOf(each) ?? "");
}

/** Id of an object → its customer. */
function customersBy(
  grouped: ReadonlyMap<string, readonly { readonly id: string }[]>,
): ReadonlyMap<string | null, string> {
  return new Map(
    [...grouped].flatMap(([customer, all]) => all.map(({ id }) => [id, customer] as const)),
  );
}

/** Copy → the customer it was made of. */
function originalsOf(ids: readonly string[], { createdAt }: Told): ReadonlyMap<string, string> {
  return new Map(
    ids.flatMap((id) => {
      const original = [...createdAt.keys()].find((each) => id.startsWith(each));
      return original === undefined ? [] : [[id, original] as const];
    }),
  );
}

function eventOfCopy(event: Stripe.Event, copy: string, moved: number): Stripe.Event {
  if (copy === "" && moved === 0) return event;
  const copied = JSON.parse(inCopy(JSON.stringify(event), copy)) as Stripe.Event;
  const object = copied.data.object as { created?: number };
  copied.created += moved;
  if (object.created !== undefined) object.created += moved;
  return copied;
}

/** When a payment was tried a list says by its charge, and not by the event, which may be a second younger. */
function asListed(event: Stripe.Event, madeAt: ReadonlyMap<string, number>): Stripe.Event {
  const { object } = event.data;
  const charge = object.object === "payment_intent" ? idOf(object.latest_charge) : null;
  return { ...event, created: madeAt.get(charge ?? "") ?? event.created };
}
