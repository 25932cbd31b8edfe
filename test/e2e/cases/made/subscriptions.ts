/** Subscriptions made on the local Stripe: every kind of price, discount and pause is worth in Salesforce what it is worth at Stripe. */
import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { idOf } from "../../../../local/stripe/store/reference.ts";
import { wireDecimal } from "../../../../local/stripe/store/stripe-objects.ts";
import { untilTrue } from "../../stories/records.ts";
import type { Made } from "./made.ts";

let made: Made;
let product: string;

type Price = Omit<Stripe.PriceCreateParams, "product" | "currency"> & {
  readonly currency?: string;
};

const monthly = { recurring: { interval: "month" } } as const;
const twenty: Price = { ...monthly, unit_amount: 2000 };
const tiers: Stripe.PriceCreateParams.Tier[] = [
  { up_to: 10, unit_amount: 100 },
  { up_to: "inf", unit_amount: 50 },
];
const tiered = { ...monthly, billing_scheme: "tiered", tiers } as const;

async function price(terms: Price): Promise<string> {
  return (await made.stripe.prices.create({ currency: "usd", ...terms, product })).id;
}

async function subscribed(
  items: readonly (Price & { readonly quantity?: number | undefined })[],
  more: Partial<Stripe.SubscriptionCreateParams> = {},
): Promise<Stripe.Subscription> {
  const listed: Stripe.SubscriptionCreateParams.Item[] = [];
  for (const { quantity, ...terms } of items)
    listed.push({ price: await price(terms), ...(quantity === undefined ? {} : { quantity }) });
  return made.stripe.subscriptions.create({
    customer: await made.customer(),
    items: listed,
    ...more,
  });
}

/** The subscription, its items together, and its customer are worth this a month; nothing of it is unknown. */
async function isWorth(
  { id, customer }: Stripe.Subscription,
  month: number,
  items: number,
): Promise<void> {
  await made.finds("subscription", id, { Amount_Known__c: true, MRR__c: month });
  await untilTrue(async () => {
    const [sum] = await made.select(
      `SELECT COUNT(Id) rows, SUM(MRR__c) month FROM Stripe_Subscription_Item__c WHERE Stripe_Subscription__r.Stripe_Subscription_ID__c = '${id}'`,
    );
    expect([sum?.["rows"], sum?.["month"]]).toEqual([items, month]);
  });
  // Whose subscriptions never counted has no amount to keep.
  if (month > 0) await made.finds("customer", idOf(customer) ?? "", { MRR__c: month });
}

export function subscriptionCases(open: () => Made): void {
  beforeAll(async () => {
    made = open();
    product = (await made.stripe.products.create({ name: "Everything" })).id;
  });

  describe("a price", () => {
    test.each<[string, Price & { quantity?: number }, number]>([
      ["of whole units", { ...twenty, quantity: 3 }, 60],
      ["of a year", { recurring: { interval: "year" }, unit_amount: 12_000 }, 10],
      [
        "of three months",
        { recurring: { interval: "month", interval_count: 3 }, unit_amount: 3000 },
        10,
      ],
      ["of a week", { recurring: { interval: "week" }, unit_amount: 1000 }, 43.333],
      ["of a day", { recurring: { interval: "day" }, unit_amount: 100 }, 30.417],
      ["in tiers, graduated", { ...tiered, tiers_mode: "graduated", quantity: 15 }, 12.5],
      [
        "in tiers, graduated, within the first",
        { ...tiered, tiers_mode: "graduated", quantity: 4 },
        4,
      ],
      ["in tiers by volume", { ...tiered, tiers_mode: "volume", quantity: 15 }, 7.5],
      [
        "in tiers by volume, at their border",
        { ...tiered, tiers_mode: "volume", quantity: 10 },
        10,
      ],
      [
        "in packages, the last begun",
        {
          ...monthly,
          unit_amount: 1000,
          transform_quantity: { divide_by: 100, round: "up" },
          quantity: 250,
        },
        30,
      ],
      [
        "in packages, whole ones",
        {
          ...monthly,
          unit_amount: 1000,
          transform_quantity: { divide_by: 100, round: "down" },
          quantity: 250,
        },
        20,
      ],
      [
        "of half a cent",
        { ...monthly, unit_amount_decimal: wireDecimal("0.5"), quantity: 10_000 },
        50,
      ],
      [
        "of 12.5 cents",
        { ...monthly, unit_amount_decimal: wireDecimal("12.5"), quantity: 10_000 },
        1250,
      ],
      [
        "of half a cent, in packages",
        {
          ...monthly,
          unit_amount_decimal: wireDecimal("0.5"),
          transform_quantity: { divide_by: 10, round: "up" },
          quantity: 100_001,
        },
        50.01,
      ],
      [
        "of a tenth of a cent beyond the first tier",
        {
          ...monthly,
          billing_scheme: "tiered",
          tiers_mode: "graduated",
          tiers: [
            { up_to: 1000, unit_amount_decimal: wireDecimal("0.25") },
            { up_to: "inf", unit_amount_decimal: wireDecimal("0.1") },
          ],
          quantity: 11_000,
        },
        12.5,
      ],
      [
        "of a tenth of a yen",
        { ...monthly, currency: "jpy", unit_amount_decimal: wireDecimal("0.1"), quantity: 20_000 },
        2000,
      ],
      ["of a currency without cents", { ...monthly, currency: "jpy", unit_amount: 3000 }, 3000],
    ])("%s", async (_name, terms, month) => {
      await isWorth(await subscribed([terms]), month, 1);
    });

    test.each([
      ["eur", 15],
      ["gbp", 12],
      ["jpy", 2500],
    ])("in its other currency %s", async (currency, month) => {
      const subscription = await subscribed(
        [
          {
            ...twenty,
            currency_options: {
              eur: { unit_amount: 1500 },
              gbp: { unit_amount: 1200 },
              jpy: { unit_amount: 2500 },
            },
          },
        ],
        { currency },
      );

      await isWorth(subscription, month, 1);
      await made.finds("subscription", subscription.id, { Currency__c: currency.toUpperCase() });
    });
  });

  describe("items", () => {
    test.each([2, 11, 12, 20])("%i of them all count", async (count) => {
      const items = Array.from({ length: count }, () => ({ ...monthly, unit_amount: 1000 }));

      await isWorth(await subscribed(items), count * 10, count);
    });

    test.each([
      ["alone is worth nothing", [], 0],
      ["counts for nothing beside another", [twenty], 20],
      ["counts for nothing beside several", [twenty, { ...monthly, unit_amount: 500 }], 25],
    ])("a metered one %s", async (_name, others, month) => {
      const metered: Price = {
        recurring: { interval: "month", usage_type: "metered", meter: "mtr_1" },
        unit_amount: 10,
      };

      await isWorth(await subscribed([metered, ...others]), month, others.length + 1);
    });

    test("three of 100 a year are 25 a month", async () => {
      const yearly = { recurring: { interval: "year" }, unit_amount: 10_000 } as const;

      await isWorth(await subscribed([yearly, yearly, yearly]), 25, 3);
    });
  });

  describe("a discount", () => {
    const coupons: readonly [string, Stripe.CouponCreateParams[], number][] = [
      ["of half, forever", [{ percent_off: 50, duration: "forever" }], 10],
      ["of 5, forever", [{ amount_off: 500, currency: "usd", duration: "forever" }], 15],
      ["of all, forever", [{ percent_off: 100, duration: "forever" }], 0],
      ["of half, once", [{ percent_off: 50, duration: "once" }], 20],
      [
        "of half, for 3 months",
        [{ percent_off: 50, duration: "repeating", duration_in_months: 3 }],
        20,
      ],
      [
        "after another, in their order",
        [
          { percent_off: 50, duration: "forever" },
          { percent_off: 20, duration: "forever" },
        ],
        8,
      ],
    ];

    test.each(coupons)("%s", async (_name, terms, month) => {
      const discounts: { coupon: string }[] = [];
      for (const each of terms)
        discounts.push({ coupon: (await made.stripe.coupons.create(each)).id });

      await isWorth(await subscribed([twenty], { discounts }), month, 1);
    });

    test("that is taken away is worth its amount again", async () => {
      const { id: coupon } = await made.stripe.coupons.create({
        percent_off: 50,
        duration: "forever",
      });
      const subscription = await subscribed([twenty], { discounts: [{ coupon }] });
      await isWorth(subscription, 10, 1);

      await made.stripe.subscriptions.update(subscription.id, { discounts: "" });

      await isWorth(subscription, 20, 1);
    });
  });

  describe("changes of one second", () => {
    test("an item is added, and more of it", async () => {
      const subscription = await subscribed([twenty]);
      const { id } = await made.stripe.subscriptionItems.create({
        subscription: subscription.id,
        price: await price({ ...monthly, unit_amount: 900 }),
      });
      await made.stripe.subscriptionItems.update(id, { quantity: 3 });

      await isWorth(subscription, 47, 2);
    });

    test("an item comes and goes", async () => {
      const subscription = await subscribed([twenty]);
      const { id } = await made.stripe.subscriptionItems.create({
        subscription: subscription.id,
        price: await price({ ...monthly, unit_amount: 900 }),
      });
      await made.stripe.subscriptionItems.del(id);

      await isWorth(subscription, 20, 1);
    });

    test("a discount comes and goes, and another stays", async () => {
      const [half, fifth] = [
        await made.stripe.coupons.create({ percent_off: 50, duration: "forever" }),
        await made.stripe.coupons.create({ percent_off: 20, duration: "forever" }),
      ];
      const subscription = await subscribed([twenty]);
      for (const { id } of [half, fifth])
        await made.stripe.subscriptions.update(subscription.id, { discounts: [{ coupon: id }] });

      await isWorth(subscription, 16, 1);
    });
  });

  describe("a paused collection", () => {
    test.each([
      ["keep_as_draft", 20],
      ["void", 0],
      ["mark_uncollectible", 0],
    ] as const)("by %s is worth %i", async (behavior, month) => {
      const subscription = await subscribed([twenty]);

      await made.stripe.subscriptions.update(subscription.id, { pause_collection: { behavior } });

      await made.finds("subscription", subscription.id, {
        Status__c: "active",
        Is_Paused__c: true,
        Pause_Behavior__c: behavior,
        MRR__c: month,
      });
    });

    test("that goes on counts again", async () => {
      const subscription = await subscribed([twenty]);
      await made.stripe.subscriptions.update(subscription.id, {
        pause_collection: { behavior: "void" },
      });

      await made.stripe.subscriptions.update(subscription.id, { pause_collection: "" });

      await made.finds("subscription", subscription.id, { Is_Paused__c: false, MRR__c: 20 });
    });
  });
}
