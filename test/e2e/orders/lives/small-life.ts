/** One customer's life in a Stripe account that others live in too, on a test clock of its own. */
import { setTimeout as wait } from "node:timers/promises";
import type Stripe from "stripe";

const DAY_SECONDS = 86_400;
/** 2025-01-15T09:00:00Z. */
const BIRTH = Date.UTC(2025, 0, 15, 9) / 1000;

type PriceTerms = Omit<Stripe.PriceCreateParams, "currency" | "recurring"> & {
  readonly currency?: string;
  readonly interval?: "day" | "week" | "month" | "year";
  readonly every?: number;
};
export type SubscriptionTerms = Partial<Omit<Stripe.SubscriptionCreateParams, "customer">>;

/** What is done to a customer. */
export class SmallLife {
  readonly stripe: Stripe;
  readonly customer: string;
  readonly #url: string;
  readonly #clock: string;
  #now = BIRTH;

  private constructor(stripe: Stripe, url: string, customer: string, clock: string) {
    this.stripe = stripe;
    this.customer = customer;
    this.#url = url;
    this.#clock = clock;
  }

  static async begin(stripe: Stripe, url: string): Promise<SmallLife> {
    const clock = await stripe.testHelpers.testClocks.create({ frozen_time: BIRTH });
    const { id } = await stripe.customers.create({ name: "Ada King", test_clock: clock.id });
    return new SmallLife(stripe, url, id, clock.id);
  }

  async useCard(token: string): Promise<void> {
    const { customer } = this;
    const method = await this.stripe.paymentMethods.attach(token, { customer });
    await this.stripe.customers.update(customer, {
      invoice_settings: { default_payment_method: method.id },
    });
  }

  /** Of 20.00 USD a month unless something else is said. @returns its id */
  async price({ interval = "month", every = 1, ...terms }: PriceTerms = {}): Promise<string> {
    const amount = terms.billing_scheme === "tiered" ? {} : { unit_amount: 2000 };
    const given = "unit_amount_decimal" in terms ? {} : amount;
    const { id } = await this.stripe.prices.create({
      currency: "usd",
      ...given,
      product_data: { name: "Gold" },
      ...terms,
      recurring: { interval, interval_count: every },
    });
    return id;
  }

  /** With a card that pays, to one price. @returns the subscription */
  async subscribe(
    terms: PriceTerms = {},
    more: SubscriptionTerms = {},
    quantity = 1,
  ): Promise<Stripe.Subscription> {
    await this.useCard("pm_card_visa");
    return this.subscribed([{ price: await this.price(terms), quantity }], more);
  }

  subscribed(
    items: readonly Stripe.SubscriptionCreateParams.Item[],
    more: SubscriptionTerms = {},
  ): Promise<Stripe.Subscription> {
    return this.stripe.subscriptions.create({
      customer: this.customer,
      items: [...items],
      ...more,
    });
  }

  async pass(days: number): Promise<void> {
    this.#now += days * DAY_SECONDS;
    const { testClocks } = this.stripe.testHelpers;
    await testClocks.advance(this.#clock, { frozen_time: this.#now });
    while ((await testClocks.retrieve(this.#clock)).status !== "ready") await wait(5);
  }

  /** An invoice of one amount, e-mailed and due in 30 days. @returns its id */
  async sent(amount: number): Promise<string> {
    const { customer } = this;
    const { id } = await this.stripe.invoices.create({
      customer,
      collection_method: "send_invoice",
      days_until_due: 30,
    });
    await this.stripe.invoiceItems.create({ customer, invoice: id, amount, currency: "usd" });
    await this.stripe.invoices.finalizeInvoice(id);
    return id;
  }

  /** The customer's newest charge. */
  async charge(): Promise<string> {
    const { data } = await this.stripe.charges.list({ customer: this.customer, limit: 1 });
    const [newest] = data;
    if (newest === undefined) throw new Error("Nothing was charged.");
    return newest.id;
  }

  /** What no API of Stripe's does: a bank, a payer or somebody at the Dashboard. @returns the id of what came of it */
  async outside(place: string, body: object): Promise<string> {
    const response = await fetch(`${this.#url}/_local${place}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${place}: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { id: string }).id;
  }
}
