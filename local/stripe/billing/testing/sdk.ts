import Stripe from "stripe";
import { API_KEY } from "../../testing/local-stripe-harness.ts";

/** Stripe's own client, talking to a local Stripe. */
export function sdkFor(url: string): Stripe {
  const { hostname, port } = new URL(url);
  return new Stripe(API_KEY, {
    host: hostname,
    port,
    protocol: "http",
    maxNetworkRetries: 0,
    telemetry: false,
  });
}

export interface Subscriber {
  readonly customer: Stripe.Customer;
  readonly price: Stripe.Price;
}

/** A customer with a card and a price of $20 a month, under a clock where one is given. */
export async function makeSubscriber(
  stripe: Stripe,
  options: { readonly clock?: string; readonly card?: string; readonly currency?: string } = {},
): Promise<Subscriber> {
  const created = await stripe.customers.create({
    email: "jenny.rosen@example.com",
    ...(options.clock === undefined ? {} : { test_clock: options.clock }),
  });
  const method = await stripe.paymentMethods.attach(options.card ?? "pm_card_visa", {
    customer: created.id,
  });
  const customer = await stripe.customers.update(created.id, {
    invoice_settings: { default_payment_method: method.id },
  });
  const price = await stripe.prices.create({
    currency: options.currency ?? "usd",
    unit_amount: 2000,
    recurring: { interval: "month" },
    product_data: { name: "Gold" },
  });
  return { customer, price };
}
