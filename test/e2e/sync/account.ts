/** A Stripe account with a history: customers with cards, subscriptions, payments, refunds, disputes and drafts. */
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
