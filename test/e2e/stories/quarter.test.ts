/**
 * A quarter of recurring revenue, worked out by hand, as Stripe's own events tell it: eight customers on test clocks who begin, change,
 * fail, leave and come back, in dollars, euros and yen. The events of each day are kept, and told to two orgs: to one as they came, the
 * day closed every night; to the other shuffled within the day, each twice, and some nights missed. Both have the figures of the hand.
 */
import { setTimeout as wait } from "node:timers/promises";
import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { CompiledProject } from "../../../local/org/src/compile/compile-project.ts";
import type { AdmittedEvent } from "../../../worker/event.ts";
import { compiledProject, openInProcess } from "../orders/in-process-org.ts";
import { objectsOf, openQuietStripe, type QuietStripe } from "../orders/life.ts";
import { randomFrom, shuffled } from "../orders/shuffle.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Longer than what is read again after an event waits. */
const A_WHILE = 4;
const CLOSE = "new StripeCloseDayBatch().execute((SchedulableContext) null);";
const BEFORE = "2025-12-31";
const LAST = "2026-03-31";
/** Among them a day with a movement, two of one, and the ends of two months. */
const MISSED = new Set(["2026-01-09", "2026-01-31", "2026-02-14", "2026-02-15", "2026-02-28"]);

interface Day {
  readonly name: string;
  readonly events: readonly AdmittedEvent[];
  /** What is asked for when they are applied, as Stripe answers on that day. */
  readonly objects: ReadonlyMap<string, unknown>;
}

/** Of a month in a currency; null where the divisor is zero. */
type Figures = Readonly<Record<string, number | null>>;

const MONEY = ["Opening", "New", "Expansion", "Contraction", "Churn", "Reactivation", "Closing"];
const RATES = [
  "MRR_Growth__c",
  "Customer_Churn__c",
  "Customer_Churn_Of_All__c",
  "Gross_MRR_Churn__c",
  "Net_MRR_Churn__c",
  "GRR__c",
  "NRR__c",
  "Quick_Ratio__c",
  "ARPA__c",
  "LTV__c",
];
const COUNTS = ["Customers_At_Start__c", "Customers_At_End__c"];
const FIELDS = [...MONEY.map((name) => `${name}_MRR__c`), ...COUNTS, ...RATES];

const WORKED: Readonly<Record<string, readonly (number | null)[]>> = {
  "USD 2026-01-01": [
    480, 60, 80, -30, -130, 0, 460, 4, 4, -4.17, 25, 20, 33.33, 16.67, 66.67, 83.33, 0.88, 115, 460,
  ],
  "USD 2026-02-01": [
    460, 50, 40, 0, -100, 90, 540, 4, 5, 17.39, 25, 20, 21.74, 13.04, 78.26, 86.96, 1.8, 108, 432,
  ],
  "USD 2026-03-01": [
    540, 0, 0, -60, -180, 160, 460, 5, 4, -14.81, 40, 40, 44.44, 44.44, 55.56, 55.56, 0.67, 115,
    287.5,
  ],
};

let project: CompiledProject;
let days: readonly Day[];

beforeAll(async () => {
  project = compiledProject();
  days = await lived();
  // All of force-app is compiled, and a year of Stripe lived, on a machine that may be busy.
}, 600_000);

afterAll(() => {
  vi.useRealTimers();
});

/** What happens in Stripe, a day after the other. */
async function lived(): Promise<readonly Day[]> {
  vi.useFakeTimers({ now: Date.parse("2025-02-15T08:00:00Z"), toFake: ["Date"] });
  const account = await openQuietStripe();
  try {
    await fetch(`${account.url}/v1/test_helpers/retry_settings`, {
      method: "POST",
      headers: { authorization: "Bearer sk_test_local_life" },
      body: new URLSearchParams({ when_exhausted: "unpaid" }),
    });
    const quarter = new Quarter(account);
    const lived: Day[] = [];
    for (const name of daysBetween("2025-02-15", LAST)) {
      await quarter.live(name);
      const isQuiet = name < BEFORE && !quarter.isEventful(name);
      if (isQuiet) continue;
      const events = await account.news();
      lived.push({ name, events, objects: await objectsOf(account.url, events) });
    }
    return lived;
  } finally {
    await account.close();
    vi.useRealTimers();
  }
}

function daysBetween(first: string, last: string): readonly string[] {
  const names: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY_MS)
    names.push(new Date(at).toISOString().slice(0, 10));
  return names;
}

const OF_DAYS: Readonly<Record<string, (quarter: Quarter) => Promise<unknown>>> = {
  "2025-02-15": (q) => q.subscribe("C2", "usd", 120_000, { interval: "year" }),
  // The day on which it is charged each month: the attempt of 17 February is the first of four until 4 March.
  "2025-12-17": (q) => q.subscribe("C1", "usd", 10_000),
  "2025-12-20": async (q) => {
    await q.subscribe("C3", "usd", 4000, { quantity: 5, percentOff: 25 });
    await q.subscribe("C4", "usd", 3000, { interval: "week" });
    await q.subscribe("C5", "eur", 8000);
  },
  "2026-01-05": (q) => q.subscribe("C6", "usd", 6000),
  "2026-01-09": (q) => q.reprice("C1", "usd", 16_000),
  "2026-01-12": (q) => q.change("C3", (item) => ({ items: [{ id: item, quantity: 4 }] })),
  "2026-01-20": (q) => q.cancel("C4"),
  "2026-01-22": (q) => q.subscribe("C7", "usd", 5000, { trialDays: 14 }),
  "2026-01-25": (q) => q.subscribe("C6/2", "usd", 24_000, { interval: "year" }),
  "2026-01-28": (q) => q.change("C2", () => ({ cancel_at_period_end: true })),
  "2026-02-10": (q) => q.subscribe("C4/2", "usd", 9000),
  "2026-02-16": (q) => q.useCard("C1", "pm_card_chargeCustomerFail"),
  "2026-02-20": (q) => q.change("C3", () => ({ discounts: "" })),
  "2026-03-06": (q) => q.subscribe("C8", "jpy", 3000),
  "2026-03-12": (q) => q.payOpen("C1"),
  "2026-03-20": (q) => q.cancel("C6"),
  "2026-03-21": (q) => q.cancel("C6/2"),
  "2026-03-25": (q) => q.change("C7", () => ({ pause_collection: { behavior: "keep_as_draft" } })),
};

interface Terms {
  readonly interval?: "week" | "month" | "year";
  readonly quantity?: number;
  readonly percentOff?: number;
  readonly trialDays?: number;
}

class Quarter {
  readonly #stripe: Stripe;
  /** By the name of the customer. */
  readonly #clocks = new Map<string, string>();
  readonly #customers = new Map<string, string>();
  /** By the name of the subscription: `C6/2` is the second of C6. */
  readonly #subscriptions = new Map<string, string>();

  constructor({ stripe }: QuietStripe) {
    this.#stripe = stripe;
  }

  isEventful(day: string): boolean {
    return OF_DAYS[day] !== undefined;
  }

  /** The clocks come to nine in the morning, then people do what they do. */
  async live(day: string): Promise<void> {
    if (day < BEFORE && !this.isEventful(day)) return;
    vi.setSystemTime(Date.parse(`${day}T09:00:00Z`));
    for (const clock of this.#clocks.values()) await this.#passTo(clock);
    vi.setSystemTime(Date.now() + 60 * MINUTE_MS);
    await OF_DAYS[day]?.(this);
  }

  async subscribe(
    name: string,
    currency: string,
    unitAmount: number,
    { interval = "month", quantity = 1, percentOff, trialDays }: Terms = {},
  ): Promise<void> {
    const customer = await this.#customerOf(name);
    const coupon =
      percentOff === undefined
        ? null
        : await this.#stripe.coupons.create({ duration: "forever", percent_off: percentOff });
    const { id } = await this.#stripe.subscriptions.create({
      customer,
      items: [{ price: await this.#price(currency, unitAmount, interval), quantity }],
      ...(coupon === null ? {} : { discounts: [{ coupon: coupon.id }] }),
      ...(trialDays === undefined ? {} : { trial_period_days: trialDays }),
    });
    this.#subscriptions.set(name, id);
  }

  async reprice(name: string, currency: string, unitAmount: number): Promise<void> {
    const price = await this.#price(currency, unitAmount, "month");
    await this.change(name, (item) => ({ items: [{ id: item, price }] }));
  }

  async change(
    name: string,
    change: (item: string) => Stripe.SubscriptionUpdateParams,
  ): Promise<void> {
    const { id, items } = await this.#stripe.subscriptions.retrieve(this.#idOf(name));
    await this.#stripe.subscriptions.update(id, {
      proration_behavior: "none",
      ...change(items.data[0]?.id ?? ""),
    });
  }

  async cancel(name: string): Promise<void> {
    await this.#stripe.subscriptions.cancel(this.#idOf(name));
  }

  async useCard(name: string, card: string): Promise<void> {
    const customer = await this.#customerOf(name);
    const method = await this.#stripe.paymentMethods.attach(card, { customer });
    await this.#stripe.customers.update(customer, {
      invoice_settings: { default_payment_method: method.id },
    });
  }

  async payOpen(name: string): Promise<void> {
    await this.useCard(name, "pm_card_visa");
    const { data } = await this.#stripe.invoices.list({
      subscription: this.#idOf(name),
      status: "open",
    });
    for (const { id } of data) await this.#stripe.invoices.pay(id);
  }

  #idOf(name: string): string {
    return this.#subscriptions.get(name) ?? "";
  }

  /** Each customer has a clock of their own, as Stripe wants it of more than three. */
  async #customerOf(subscription: string): Promise<string> {
    const [name = ""] = subscription.split("/");
    const known = this.#customers.get(name);
    if (known !== undefined) return known;
    const { id: clock } = await this.#stripe.testHelpers.testClocks.create({
      frozen_time: seconds(),
    });
    this.#clocks.set(name, clock);
    const { id } = await this.#stripe.customers.create({ name, test_clock: clock });
    this.#customers.set(name, id);
    await this.useCard(name, "pm_card_visa");
    return id;
  }

  async #price(
    currency: string,
    unitAmount: number,
    interval: "week" | "month" | "year",
  ): Promise<string> {
    const { id } = await this.#stripe.prices.create({
      currency,
      unit_amount: unitAmount,
      recurring: { interval },
      product_data: { name: `${unitAmount} ${currency} a ${interval}` },
    });
    return id;
  }

  async #passTo(clock: string): Promise<void> {
    const clocks = this.#stripe.testHelpers.testClocks;
    await clocks.advance(clock, { frozen_time: seconds() });
    while ((await clocks.retrieve(clock)).status !== "ready") await wait(5);
  }
}

const seconds = (): number => Math.floor(Date.now() / 1000);

/** What an org has in its months once the quarter is over. */
function told(
  order: (events: readonly AdmittedEvent[], day: number) => readonly AdmittedEvent[],
  isClosed: (day: string) => boolean,
): ReadonlyMap<string, Figures> {
  vi.useFakeTimers({ now: Date.parse(`${BEFORE}T08:00:00Z`), toFake: ["Date"] });
  try {
    const objects = new Map<string, unknown>();
    const org = openInProcess(project, objects);
    const pass = (minutes: number): void => {
      for (let minute = 0; minute < minutes; minute += 1) {
        vi.setSystemTime(Date.now() + MINUTE_MS);
        org.runDueJobs();
      }
    };
    for (const [at, { name, events, objects: ofDay }] of days.entries()) {
      if (name >= BEFORE) vi.setSystemTime(Date.parse(`${name}T12:00:00Z`));
      for (const [place, object] of ofDay) objects.set(place, object);
      if (events.length > 0) org.publish(order(events, at));
      pass(A_WHILE);
      if (name < BEFORE || !isClosed(name)) continue;
      vi.setSystemTime(Date.parse(`${name}T12:00:00Z`) + DAY_MS / 2 + 20 * MINUTE_MS);
      org.execute(CLOSE);
      pass(1);
    }
    return monthsIn(org.query.bind(org));
  } finally {
    vi.useRealTimers();
  }
}

function monthsIn(
  query: (soql: string) => Record<string, unknown>[],
): ReadonlyMap<string, Figures> {
  const rows = query(
    `SELECT Currency__c, Month__c, ${FIELDS.join(", ")} FROM Stripe_Revenue_Month__c ORDER BY Currency__c, Month__c`,
  );
  return new Map(
    rows.map((row) => [
      `${String(row["Currency__c"])} ${String(row["Month__c"])}`,
      Object.fromEntries(FIELDS.map((field) => [field, cents(row[field])])),
    ]),
  );
}

function cents(value: unknown): number | null {
  return value === null || value === undefined ? null : Math.round(Number(value) * 100) / 100;
}

function expectWorked(months: ReadonlyMap<string, Figures>): void {
  for (const [month, figures] of Object.entries(WORKED)) {
    const expected = Object.fromEntries(FIELDS.map((field, at) => [field, figures[at] ?? null]));
    expect(months.get(month), month).toEqual(expected);
  }
  expect(months.get("EUR 2026-03-01")).toMatchObject({ Closing_MRR__c: 80 });
  expect(months.get("JPY 2026-03-01")).toMatchObject({ New_MRR__c: 3000, Closing_MRR__c: 3000 });
}

describe("the worked quarter, by Stripe's events", () => {
  test("as they came, with a close each night, gives the figures of the hand", () => {
    expectWorked(
      told(
        (events) => events,
        () => true,
      ),
    );
  }, 600_000);

  test("shuffled within each day, each twice, with nights missed, gives the same", () => {
    const random = randomFrom(20_261_130);
    expectWorked(
      told(
        (events) => shuffled([...events, ...events], random),
        (day) => !MISSED.has(day),
      ),
    );
  }, 600_000);
});
