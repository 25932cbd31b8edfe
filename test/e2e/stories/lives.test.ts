/**
 * Customers who subscribe, change, pause, leave and come back at random, days on end, each night closed but for some that are missed:
 * what the last month closed with is what Stripe's own subscriptions add up to. `LIVES=1000` plays a thousand.
 */
import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { compiledProject, openInProcess, type InProcessOrg } from "../orders/in-process-org.ts";
import { objectsOf, openQuietStripe, type QuietStripe } from "../orders/life.ts";

const LIVES = Number(process.env["LIVES"] ?? "40");
const DAYS = 8;
const FIRST = Date.UTC(2026, 0, 27, 15);
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** How many requests are made of the local Stripe at once. */
const AT_ONCE = 8;
/** A customer's card is charged in one currency; a year of each price can be divided by twelve. */
const PRICES = {
  usd: [
    { unit_amount: 2000, recurring: { interval: "month" } },
    { unit_amount: 12_000, recurring: { interval: "year" } },
    { unit_amount: 3000, recurring: { interval: "week" } },
  ],
  eur: [
    { unit_amount: 1800, recurring: { interval: "month" } },
    { unit_amount: 3000, recurring: { interval: "month", interval_count: 3 } },
  ],
  jpy: [{ unit_amount: 3000, recurring: { interval: "month" } }],
} as const;
type Currency = keyof typeof PRICES;

interface Living {
  readonly customer: string;
  readonly currency: Currency;
  /** `sub_…`, not ended. */
  running: string | null;
}

let account: QuietStripe;
let org: InProcessOrg;
let random: () => number;
const objects = new Map<string, unknown>();
const prices = new Map<Currency, readonly string[]>();
const lives: Living[] = [];

beforeAll(async () => {
  const project = compiledProject();
  vi.useFakeTimers({ now: FIRST, toFake: ["Date"] });
  random = randomFrom(20_261_129);
  account = await openQuietStripe();
  org = openInProcess(project, objects);
  const { stripe } = account;
  for (const [currency, terms] of Object.entries(PRICES)) {
    const made: string[] = [];
    for (const term of terms) {
      const price = await stripe.prices.create({
        ...term,
        currency,
        product_data: { name: `Plan of ${term.unit_amount}` },
      });
      made.push(price.id);
    }
    prices.set(currency as Currency, made);
  }
  await stripe.coupons.create({ id: "QUARTER", percent_off: 25, duration: "forever" });
  // All of force-app is compiled, on a machine that may be busy.
}, 600_000);

afterAll(async () => {
  // First: whatever fails after it, the next file has its own time.
  vi.useRealTimers();
  await account.close();
});

/** From 0 to 1, the same for a seed. A linear congruential generator; source: Numerical Recipes, chapter 7. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function below(bound: number): number {
  return Math.floor(random() * bound);
}

/** An item for a subscription of the customer, of any of the prices in its currency. */
function someItem({ currency }: Living): { price: string; quantity: number } {
  const offered = prices.get(currency) ?? [];
  return { price: offered[below(offered.length)] ?? "", quantity: 1 + below(4) };
}

async function enters(): Promise<void> {
  const { stripe } = account;
  const { id } = await stripe.customers.create({ name: "Ada King" });
  const method = await stripe.paymentMethods.attach("pm_card_visa", { customer: id });
  await stripe.customers.update(id, { invoice_settings: { default_payment_method: method.id } });
  const currencies = ["usd", "eur", "jpy"] as const;
  lives.push({ customer: id, currency: currencies[lives.length % 3] ?? "usd", running: null });
}

/** What a customer does on a day, decided at once so that it does not matter which answer comes first. */
function turnOf(life: Living): () => Promise<void> {
  const { stripe } = account;
  const choice = below(10);
  const item = someItem(life);
  const { running, customer } = life;
  if (running === null) {
    if (choice < 4) return async () => undefined;
    const discounts = choice === 9 ? [{ coupon: "QUARTER" }] : [];
    const trial = choice === 8 ? { trial_period_days: 30 } : {};
    return async () => {
      const made = await stripe.subscriptions.create({
        customer,
        items: [item],
        discounts,
        ...trial,
      });
      life.running = made.id;
    };
  }
  switch (choice) {
    case 0:
      return async () => {
        await stripe.subscriptions.cancel(running);
        life.running = null;
      };
    case 1:
    case 2:
      return async () => {
        const { items } = await stripe.subscriptions.retrieve(running);
        await stripe.subscriptions.update(running, {
          items: [{ id: items.data[0]?.id ?? "", quantity: item.quantity }],
          proration_behavior: "none",
        });
      };
    case 3:
      return async () => {
        await stripe.subscriptions.update(running, { discounts: [{ coupon: "QUARTER" }] });
      };
    case 4:
      return async () => {
        await stripe.subscriptions.update(running, { pause_collection: { behavior: "void" } });
      };
    case 5:
      return async () => {
        await stripe.subscriptions.update(running, { pause_collection: "" });
      };
    default:
      return async () => undefined;
  }
}

async function inTurns(turns: readonly (() => Promise<void>)[]): Promise<void> {
  for (let from = 0; from < turns.length; from += AT_ONCE)
    await Promise.all(turns.slice(from, from + AT_ONCE).map((turn) => turn()));
}

/** The org hears what happened, and reads from Stripe what was not said. */
async function hear(): Promise<void> {
  const events = await account.news();
  for (const [place, object] of await objectsOf(account.url, events)) objects.set(place, object);
  org.publish(events);
  for (let minute = 0; minute < 10; minute += 1) {
    vi.setSystemTime(Date.now() + MINUTE_MS);
    org.runDueJobs();
  }
}

/** In the night after the day; noon of the next one in UTC is after midnight wherever the org is. */
function close(day: number): void {
  vi.setSystemTime(FIRST + day * DAY_MS + 21 * HOUR_MS);
  org.execute("StripeCloseDayBatch.run();");
  org.runDueJobs();
  vi.setSystemTime(Date.now() + MINUTE_MS);
  org.runDueJobs();
}

/** In major units, by currency: what Stripe's own objects say, as Stripe's definition of MRR counts them. */
async function revenueInStripe(): Promise<Record<string, number>> {
  const sums: Record<string, number> = { USD: 0, EUR: 0, JPY: 0 };
  const list = account.stripe.subscriptions.list({
    status: "all",
    limit: 100,
    expand: ["data.discounts"],
  });
  for await (const subscription of list) {
    const isVoided = subscription.pause_collection?.behavior === "void";
    if (subscription.status !== "active" || isVoided) continue;
    const kept = subscription.discounts.length === 0 ? 1 : 0.75;
    const currency = subscription.currency.toUpperCase();
    for (const item of subscription.items.data)
      sums[currency] = (sums[currency] ?? 0) + monthly(item) * kept;
  }
  return sums;
}

function monthly({ price, quantity }: Stripe.SubscriptionItem): number {
  const timesAYear = new Map<string, number>([
    ["day", 365],
    ["week", 52],
    ["month", 12],
    ["year", 1],
  ]);
  const { interval, interval_count: count } = price.recurring ?? {
    interval: "month" as const,
    interval_count: 1,
  };
  const minorUnits = price.currency === "jpy" ? 1 : 100;
  const times = timesAYear.get(interval);
  if (times === undefined) throw new Error(`A price is charged every ${interval}`);
  return (((price.unit_amount ?? 0) / minorUnits) * (quantity ?? 1) * times) / count / 12;
}

const MOVED = ["New", "Expansion", "Contraction", "Churn", "Reactivation", "Adjustment"] as const;

test(`${LIVES} lives close with what Stripe's own subscriptions add up to`, async () => {
  close(-1);
  await inTurns(Array.from({ length: LIVES }, () => enters));
  for (let day = 0; day < DAYS; day += 1) {
    vi.setSystemTime(FIRST + day * DAY_MS);
    await inTurns(lives.map(turnOf));
    await hear();
    const isMissed = day === 2 || day === 5;
    if (!isMissed) close(day);
  }

  const months = org.query(`
    SELECT Currency__c, Month__c, Opening_MRR__c, Closing_MRR__c,
      ${MOVED.map((kind) => `${kind}_MRR__c`).join(", ")}
    FROM Stripe_Revenue_Month__c WHERE Closing_MRR__c != NULL ORDER BY Month__c`);
  const last: Record<string, number> = {};
  for (const month of months) {
    const moved = MOVED.reduce((sum, kind) => sum + Number(month[`${kind}_MRR__c`] ?? 0), 0);
    const closing = Number(month["Closing_MRR__c"]);
    expect(Number(month["Opening_MRR__c"]) + moved).toBeCloseTo(closing, 4);
    last[String(month["Currency__c"])] = closing;
  }
  const expected = await revenueInStripe();
  expect(expected["USD"]).toBeGreaterThan(0);
  for (const [currency, amount] of Object.entries(expected))
    expect(last[currency] ?? 0, currency).toBeCloseTo(amount, 2);
  const waiting = "SELECT Id FROM Stripe_Webhook_Event__c WHERE Status__c IN ('Waiting', 'Failed')";
  expect(org.query(waiting)).toEqual([]);
  const kinds = org.query("SELECT Type__c FROM Stripe_MRR_Movement__c GROUP BY Type__c");
  expect(new Set(kinds.map((row) => row["Type__c"]))).toEqual(
    new Set(MOVED.filter((kind) => kind !== "Adjustment")),
  );
}, 3_000_000);
