/** A Stripe account with a history: customers with cards, subscriptions, payments, refunds, disputes and drafts. */
import { DatabaseSync } from "node:sqlite";
import type Stripe from "stripe";

export interface History {
  readonly customers: readonly string[];
  readonly drafts: readonly string[];
  /** A customer who bought nothing. */
  readonly guest: string;
}

interface Place {
  readonly stripe: Stripe;
  /** Where local Stripe is. */
  readonly url: string;
  readonly key: string;
}

/** Every fourth customer has a refund, every fifth a dispute and a draft, every third a discount. */
export async function makeHistory({ stripe, url, key }: Place, count: number): Promise<History> {
  const product = await stripe.products.create({ name: "Support" });
  const price = await stripe.prices.create({
    product: product.id,
    currency: "usd",
    unit_amount: 2000,
    recurring: { interval: "month" },
  });
  const coupon = await stripe.coupons.create({ percent_off: 25, duration: "forever" });
  const guest = await stripe.customers.create({ email: "guest@example.com", name: "Guest" });
  const customers: string[] = [];
  const drafts: string[] = [];
  for (let index = 0; index < count; index++) {
    const customer = await stripe.customers.create({
      email: `history.${index}@example.com`,
      name: `History ${index}`,
    });
    const card = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
    await stripe.customers.update(customer.id, {
      invoice_settings: { default_payment_method: card.id },
    });
    customers.push(customer.id);
    await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
      ...(index % 3 === 0 ? { discounts: [{ coupon: coupon.id }] } : {}),
    });
    const [charge] = (await stripe.charges.list({ customer: customer.id })).data;
    if (charge === undefined) throw new Error("The subscription was not paid.");
    if (index % 4 === 0) await stripe.refunds.create({ charge: charge.id, amount: 300 });
    if (index % 5 === 0) {
      const draft = await stripe.invoices.create({ customer: customer.id, auto_advance: false });
      drafts.push(draft.id);
      await fetch(`${url}/_local/disputes`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
        body: JSON.stringify({ charge: charge.id }),
      });
    }
  }
  return { customers, drafts, guest: guest.id };
}

const OF_CUSTOMERS = [
  "customer",
  "payment_method",
  "subscription",
  "subscription_item",
  "discount",
  "invoice",
  "invoiceitem",
  "credit_note",
  "invoice_payment",
  "payment_intent",
  "charge",
  "refund",
  "dispute",
];

/** Ids of what hangs on a customer: products, prices and coupons are everybody's. */
const ID = /"((?:cus|pm|sub|si|in|ii|il|inpay|cn|cnli|pi|ch|re|du|dp|di)_[A-Za-z0-9]+)"/g;

/** The text of an object with the ids of a copy. */
export function inCopy(text: string, copy: string): string {
  return text.replaceAll(ID, `"$1${copy}"`);
}

/**
 * Makes an account so many times as large, in the local Stripe's own file: thousands of customers in seconds. The copies
 * follow each other in time, as if the account were that much older.
 */
export function multiply(file: string, times: number): void {
  const database = new DatabaseSync(file);
  const names = OF_CUSTOMERS.map((name) => `'${name}'`).join(", ");
  const originals = database
    .prepare(
      `SELECT id, object, created, deleted, body FROM objects WHERE object IN (${names}) ORDER BY sequence`,
    )
    .all();
  // Discounts and invoice items have no such moment.
  const moments = originals.map(({ created }) => Number(created)).filter((each) => each > 0);
  const oldest = Math.min(...moments);
  const span = Math.max(...moments) - oldest + 1;
  const begin = oldest - times * span;
  const insert = database.prepare(
    "INSERT INTO objects (id, object, created, deleted, body) VALUES (?, ?, ?, ?, ?)",
  );
  const remove = database.prepare("DELETE FROM objects WHERE id = ?");
  database.exec("BEGIN");
  for (const { id } of originals) remove.run(String(id));
  for (let copy = 0; copy < times; copy++) {
    for (const { id, object, created, deleted, body } of originals) {
      const copied = JSON.parse(inCopy(String(body), String(copy))) as { created?: number };
      if (copied.created !== undefined) copied.created += begin + copy * span - oldest;
      insert.run(
        `${String(id)}${copy}`,
        String(object),
        copied.created ?? Number(created),
        Number(deleted),
        JSON.stringify(copied),
      );
    }
  }
  database.exec("COMMIT");
  database.close();
}
