/** The accounts of one org: its own in both modes, a second one, and one connected to its own. */
import Stripe from "stripe";
import { LOCAL_ACCOUNT } from "../../../local/stripe/account.ts";
import type { StackAccount } from "../../../local/stack/settings.ts";
import type { RunningStack } from "../running-stack.ts";

export const SECOND = "acct_1SecondLocal";
export const CONNECTED = "acct_1ConnectedLocal";
export const LIVE_KEY = "sk_live_local_own";
export const SECOND_KEY = "sk_test_second_local";
const SECRETS = { live: "whsec_live", second: "whsec_second", connected: "whsec_connect" } as const;

/** Those a stack serves beside its own in test mode. */
export const FURTHER: readonly StackAccount[] = [
  {
    id: LOCAL_ACCOUNT,
    mode: "live",
    webhookSecret: SECRETS.live,
    reachedBy: { key: LIVE_KEY, credential: "Stripe_API_2" },
  },
  {
    id: SECOND,
    mode: "test",
    webhookSecret: SECRETS.second,
    reachedBy: { key: SECOND_KEY, credential: "Stripe_API_3" },
  },
  {
    id: CONNECTED,
    mode: "test",
    webhookSecret: SECRETS.connected,
    reachedBy: { platform: LOCAL_ACCOUNT },
  },
];

/** An account in one of its modes. */
export interface World {
  readonly account: string;
  readonly livemode: boolean;
  /** What its customer pays a month is half of it, in cents. */
  readonly price: number;
  /** The account requests name, where the key is of another. */
  readonly stripeAccount: string | undefined;
  key(): string;
  /** Of the endpoint that delivers its events. */
  webhookSecret(): string;
  stripe(): Stripe;
}

export type Worlds = Readonly<Record<"own" | "live" | "second" | "connected", World>>;

/** @param running the stack at the moment: it is started anew in between */
export function worldsOf(running: () => RunningStack): Worlds {
  const ownKey = (): string => running().stack.credentials.stripeKey;
  const world = (of: Omit<World, "stripe">): World => ({
    ...of,
    stripe: () => {
      const { hostname, port } = new URL(running().stack.state.urls.stripe);
      const { stripeAccount } = of;
      return new Stripe(of.key(), {
        host: hostname,
        port,
        protocol: "http",
        telemetry: false,
        ...(stripeAccount === undefined ? {} : { stripeAccount }),
      });
    },
  });
  return {
    own: world({
      account: LOCAL_ACCOUNT,
      livemode: false,
      price: 2000,
      stripeAccount: undefined,
      key: ownKey,
      webhookSecret: () => running().stack.credentials.webhookSecret,
    }),
    live: world({
      account: LOCAL_ACCOUNT,
      livemode: true,
      price: 3000,
      stripeAccount: undefined,
      key: () => LIVE_KEY,
      webhookSecret: () => SECRETS.live,
    }),
    second: world({
      account: SECOND,
      livemode: false,
      price: 5000,
      stripeAccount: undefined,
      key: () => SECOND_KEY,
      webhookSecret: () => SECRETS.second,
    }),
    connected: world({
      account: CONNECTED,
      livemode: false,
      price: 7000,
      stripeAccount: CONNECTED,
      key: ownKey,
      webhookSecret: () => SECRETS.connected,
    }),
  };
}

/** Monthly revenue in major units, by account and mode, after one customer each. */
export const MRR = {
  [`${LOCAL_ACCOUNT} test`]: 10,
  [`${LOCAL_ACCOUNT} live`]: 15,
  [`${SECOND} test`]: 25,
  [`${CONNECTED} test`]: 35,
};

/** As MRR is keyed, of a row that was asked for both. */
export function keyOf(row: Readonly<Record<string, unknown>>): string {
  return `${String(row["account"])} ${row["isLive"] === true ? "live" : "test"}`;
}

/** A customer on a plan for half its price; product and coupon have the same ids in every account. */
export async function subscribe(of: World, email: string): Promise<string> {
  const stripe = of.stripe();
  const found = await stripe.products.list();
  if (!found.data.some(({ id }) => id === "prod_gold")) {
    await stripe.products.create({ id: "prod_gold", name: "Gold" });
    await stripe.coupons.create({ id: "HALF", percent_off: 50, duration: "forever" });
  }
  const price = await stripe.prices.create({
    product: "prod_gold",
    currency: "usd",
    unit_amount: of.price,
    recurring: { interval: "month" },
  });
  const customer = await stripe.customers.create({ email, name: email });
  const card = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
  await stripe.customers.update(customer.id, {
    invoice_settings: { default_payment_method: card.id },
  });
  await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    discounts: [{ coupon: "HALF" }],
  });
  return customer.id;
}
