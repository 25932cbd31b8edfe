/** What customers of an account come to, each in another way: so that an account's objects are not all alike. */
import type Stripe from "stripe";
import { idOf } from "../orders/said/values.ts";

type Way = (
  stripe: Stripe,
  customer: string,
  subscription: Stripe.Subscription,
) => Promise<unknown>;

const WAYS: readonly Way[] = [
  async () => undefined,
  (stripe, _customer, { id }) => stripe.subscriptions.cancel(id),
  (stripe, _customer, { id }) => stripe.subscriptions.update(id, { cancel_at_period_end: true }),
  // More of the same: an invoice item for the rest of the month.
  (stripe, _customer, { id, items }) =>
    stripe.subscriptions.update(id, {
      items: [{ id: items.data[0]?.id ?? "", quantity: 3 }],
      proration_behavior: "always_invoice",
    }),
  declined,
  billed,
  (stripe, customer) =>
    stripe.customers.update(customer, { name: "Renamed", phone: "+44 20 7946 0000" }),
];

/** Each customer goes one of the ways, in turn. */
export async function vary(stripe: Stripe, customers: readonly string[]): Promise<void> {
  for (const [place, customer] of customers.entries()) {
    const [subscription] = (await stripe.subscriptions.list({ customer })).data;
    const way = WAYS[place % WAYS.length];
    if (subscription !== undefined) await way?.(stripe, customer, subscription);
  }
}

/** An invoice of its own that one card does not pay, and another does. */
async function declined(stripe: Stripe, customer: string): Promise<void> {
  const { invoice_settings: usual } = ofNow(await stripe.customers.retrieve(customer));
  const card = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer });
  const { id } = await stripe.invoices.create({ customer, default_payment_method: card.id });
  await stripe.invoiceItems.create({ customer, invoice: id, amount: 1234, currency: "usd" });
  await stripe.invoices.finalizeInvoice(id);
  await stripe.invoices.pay(id).catch(() => undefined);
  await stripe.invoices.pay(id, {
    payment_method: idOf(usual.default_payment_method) ?? "",
  });
}

function ofNow(customer: Stripe.Customer | Stripe.DeletedCustomer): Stripe.Customer {
  if (customer.deleted) throw new Error(`${customer.id} was deleted.`);
  return customer;
}

/** An invoice sent by e-mail, and a part of it credited. */
async function billed(stripe: Stripe, customer: string): Promise<void> {
  const { id } = await stripe.invoices.create({
    customer,
    collection_method: "send_invoice",
    days_until_due: 30,
  });
  await stripe.invoiceItems.create({ customer, invoice: id, amount: 5000, currency: "usd" });
  await stripe.invoices.finalizeInvoice(id);
  await stripe.creditNotes.create({ invoice: id, amount: 700 });
}
