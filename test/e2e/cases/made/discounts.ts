/** Discounts of items and of customers made on the local Stripe: they come off revenue as they come off invoices. */
import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { idOf } from "../../../../local/stripe/store/reference.ts";
import { untilTrue } from "../../stories/records.ts";
import type { Made } from "./made.ts";

let made: Made;
let product: string;
let ten: string;
let twenty: string;

async function price(unit_amount: number): Promise<string> {
  const { id } = await made.stripe.prices.create({
    product,
    currency: "usd",
    unit_amount,
    recurring: { interval: "month" },
  });
  return id;
}

/** A percentage off, for ever unless said. */
async function off(
  percent_off: number,
  more: Partial<Stripe.CouponCreateParams> = {},
): Promise<string> {
  return (await made.stripe.coupons.create({ percent_off, duration: "forever", ...more })).id;
}

function subscribe(
  customer: string,
  items: Stripe.SubscriptionCreateParams.Item[],
  more: Partial<Stripe.SubscriptionCreateParams> = {},
): Promise<Stripe.Subscription> {
  return made.stripe.subscriptions.create({ customer, items, ...more });
}

async function isWorth({ id }: { readonly id: string }, month: number): Promise<void> {
  await made.finds("subscription", id, { Amount_Known__c: true, MRR__c: month });
}

async function itemsAreWorth(
  { items }: Stripe.Subscription,
  months: readonly number[],
): Promise<void> {
  for (const [index, item] of items.data.entries())
    await made.finds("item", item.id, { MRR__c: months[index] ?? 0 });
}

function give(customer: string, coupon: string): Promise<{ readonly id: string }> {
  return made.atBank(`/customers/${customer}/discount`, { coupon });
}

export function discountCases(open: () => Made): void {
  beforeAll(async () => {
    made = open();
    product = (await made.stripe.products.create({ name: "Everything" })).id;
    [ten, twenty] = [await price(1000), await price(2000)];
  });

  describe("a discount of an item", () => {
    test("takes off that item's part alone", async () => {
      const subscription = await subscribe(await made.customer(), [
        { price: twenty },
        { price: ten, discounts: [{ coupon: await off(10) }] },
      ]);

      await isWorth(subscription, 29);
      await itemsAreWorth(subscription, [20, 9]);
    });

    test("comes before the subscription's, which is of what it left", async () => {
      const subscription = await subscribe(
        await made.customer(),
        [{ price: twenty }, { price: ten, discounts: [{ coupon: await off(50) }] }],
        { discounts: [{ coupon: await off(20) }] },
      );

      await isWorth(subscription, 20);
      await itemsAreWorth(subscription, [16, 4]);
    });

    test("is taken away from one of two items that have it", async () => {
      const coupon = await off(50);
      const subscription = await subscribe(await made.customer(), [
        { price: twenty, discounts: [{ coupon }] },
        { price: ten, discounts: [{ coupon }] },
      ]);
      await isWorth(subscription, 15);

      await made.stripe.subscriptionItems.update(subscription.items.data[0]?.id ?? "", {
        discounts: "",
      });

      await isWorth(subscription, 25);
    });

    test("given later stays beside the one that is kept", async () => {
      const subscription = await subscribe(await made.customer(), [
        { price: twenty, discounts: [{ coupon: await off(50) }] },
      ]);
      const [item] = subscription.items.data;

      await made.stripe.subscriptions.update(subscription.id, {
        items: [
          {
            id: item?.id ?? "",
            discounts: [{ discount: idOf(item?.discounts[0]) ?? "" }, { coupon: await off(20) }],
          },
        ],
      });

      await isWorth(subscription, 8);
    });

    test.each([
      ["once", { duration: "once" }],
      ["for 3 months", { duration: "repeating", duration_in_months: 3 }],
    ] as const)("%s does not lower what recurs", async (_name, terms) => {
      const coupon = await off(50, terms);

      await isWorth(
        await subscribe(await made.customer(), [{ price: twenty, discounts: [{ coupon }] }]),
        20,
      );
    });
  });

  describe("a discount of a customer", () => {
    test("comes off subscriptions that begin after it, and off those there were", async () => {
      const customer = await made.customer();
      const before = await subscribe(customer, [{ price: twenty }]);
      await isWorth(before, 20);

      await give(customer, await off(50));
      await isWorth(before, 10);
      const after = await subscribe(customer, [{ price: ten }]);

      await isWorth(after, 5);
      await made.finds("customer", customer, { MRR__c: 15 });
    });

    test("is overridden by the subscription's own, and comes after an item's", async () => {
      const customer = await made.customer();
      await give(customer, await off(50));

      const own = await subscribe(customer, [{ price: twenty }], {
        discounts: [{ coupon: await off(10) }],
      });
      const ofItem = await subscribe(customer, [
        { price: twenty, discounts: [{ coupon: await off(20) }] },
      ]);

      await isWorth(own, 18);
      await isWorth(ofItem, 8);
    });

    test("counts again where the subscription's own is taken away", async () => {
      const customer = await made.customer();
      await give(customer, await off(50));
      const subscription = await subscribe(customer, [{ price: twenty }], {
        discounts: [{ coupon: await off(10) }],
      });
      await isWorth(subscription, 18);

      await made.stripe.subscriptions.deleteDiscount(subscription.id);

      await isWorth(subscription, 10);
    });

    test("that is replaced, or taken away, takes nothing off any more", async () => {
      const customer = await made.customer();
      const subscription = await subscribe(customer, [{ price: twenty }]);
      await give(customer, await off(50));
      await give(customer, await off(10));
      await isWorth(subscription, 18);

      await made.stripe.customers.deleteDiscount(customer);

      await isWorth(subscription, 20);
      await untilTrue(async () => {
        const rows = await made.select(
          `SELECT Is_Removed__c FROM Stripe_Discount__c WHERE Stripe_Customer__r.Stripe_Customer_ID__c = '${customer}' AND Applies_To__c = 'customer'`,
        );
        expect(rows).toEqual([
          expect.objectContaining({ Is_Removed__c: true }),
          expect.objectContaining({ Is_Removed__c: true }),
        ]);
      });
    });
  });
}
