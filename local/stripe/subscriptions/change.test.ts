import fc from "fast-check";
import type Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { BillingAccount } from "../billing/testing/billing-account.ts";
import { openBillingAccount, START } from "../billing/testing/billing-account.ts";
import { prorate } from "../billing/proration.ts";
import { idOf } from "../store/reference.ts";
import type { ChangeRequest } from "./change.ts";
import { updateSubscription } from "./change.ts";
import { subscribe } from "./subscribe.ts";

const DAY = 86_400;
/** The first period, 31 January to 28 February, is 28 days. */
const HALF = START + 14 * DAY;
let account: BillingAccount;

beforeEach(() => {
  account = openBillingAccount();
});
afterEach(() => {
  account.close();
});

function active(price: Stripe.Price, quantity = 1): Stripe.Subscription {
  const customer = account.customer("pm_card_visa");
  const { subscription } = account.perform((operation) =>
    subscribe(operation, { customer, items: [{ price, quantity }] }),
  );
  account.advance(HALF);
  account.forget();
  return subscription;
}

function change(id: string, request: ChangeRequest): Stripe.Subscription {
  return account.perform((operation) =>
    updateSubscription(operation, operation.objects.get("subscription", id), request),
  );
}

const itemOf = (subscription: Stripe.Subscription): Stripe.SubscriptionItem => {
  const [item] = subscription.items.data;
  if (item === undefined) throw new Error("No item.");
  return item;
};

describe("a change of price", () => {
  test("is prorated by the second, on the next invoice", () => {
    const subscription = active(account.price(1000));
    const upgraded = account.price(2000);

    change(subscription.id, { items: [{ id: itemOf(subscription).id, price: upgraded }] });

    expect(account.types()).toEqual([
      "invoiceitem.created",
      "invoiceitem.created",
      "customer.subscription.updated",
    ]);
    account.advance(START + 29 * DAY);
    const next = account.invoices(subscription.id).at(-1);
    expect(next?.lines.data.map(({ amount, description }) => [amount, description])).toEqual([
      [-500, "Unused time on Gold after 14 Feb 2026"],
      [1000, "Remaining time on Gold after 14 Feb 2026"],
      [2000, "1 × Gold (at $20.00 / month)"],
    ]);
    expect(next).toMatchObject({ status: "paid", amount_due: 2500, amount_paid: 2500 });
    expect(next?.lines.data[0]?.parent).toMatchObject({
      type: "subscription_item_details",
      subscription_item_details: { proration: true, subscription_item: itemOf(subscription).id },
    });
  });

  test("under always_invoice is billed at once", () => {
    const subscription = active(account.price(1000));
    const upgraded = account.price(2000);

    change(subscription.id, {
      items: [{ id: itemOf(subscription).id, price: upgraded }],
      prorationBehavior: "always_invoice",
    });

    expect(account.invoices(subscription.id).at(-1)).toMatchObject({
      status: "paid",
      billing_reason: "subscription_update",
      amount_paid: 500,
    });
    expect(account.types().slice(2)).toEqual([
      "customer.subscription.updated",
      "invoice.created",
      "invoice.finalized",
      "payment_intent.created",
      "charge.succeeded",
      "payment_intent.succeeded",
      "invoice_payment.paid",
      "invoice.updated",
      "invoice.paid",
      "invoice.payment_succeeded",
    ]);
  });

  test("that makes it cheaper leaves a credit, which the next invoice uses", () => {
    const subscription = active(account.price(2000));
    const cheaper = account.price(1000);

    change(subscription.id, {
      items: [{ id: itemOf(subscription).id, price: cheaper }],
      prorationBehavior: "always_invoice",
    });

    expect(account.invoices(subscription.id).at(-1)).toMatchObject({
      total: -500,
      amount_due: 0,
      status: "paid",
      ending_balance: -500,
    });
    account.advance(START + 29 * DAY);
    expect(account.invoices(subscription.id).at(-1)).toMatchObject({
      total: 1000,
      starting_balance: -500,
      amount_due: 500,
      ending_balance: 0,
    });
  });

  test("without prorations costs nothing until the next period", () => {
    const subscription = active(account.price(1000));
    const upgraded = account.price(2000);

    change(subscription.id, {
      items: [{ id: itemOf(subscription).id, price: upgraded }],
      prorationBehavior: "none",
    });

    expect(account.types()).toEqual(["customer.subscription.updated"]);
  });

  test("to another interval begins a new period, billed at once less the unused time", () => {
    const subscription = active(account.price(1000));
    const yearly = account.price(10_000, { interval: "year" });

    const after = change(subscription.id, {
      items: [{ id: itemOf(subscription).id, price: yearly }],
    });

    expect(after.billing_cycle_anchor).toBe(HALF);
    expect(itemOf(after)).toMatchObject({
      current_period_start: HALF,
      current_period_end: Date.parse("2027-02-14T00:00:00Z") / 1000,
    });
    expect(account.invoices(subscription.id).at(-1)).toMatchObject({ amount_paid: 9500 });
  });

  test("that cannot be paid makes it past due, or nothing at all under error_if_incomplete", () => {
    const subscription = active(account.price(1000));
    const upgraded = account.price(2000);
    const customer = account.perform(({ objects }) =>
      objects.get("customer", idOf(subscription.customer) ?? ""),
    );
    account.card(customer, "pm_card_chargeCustomerFail");
    const request: ChangeRequest = {
      items: [{ id: itemOf(subscription).id, price: upgraded }],
      prorationBehavior: "always_invoice",
    };

    expect(() =>
      change(subscription.id, { ...request, paymentBehavior: "error_if_incomplete" }),
    ).toThrow("Your card was declined.");
    expect(itemOf(account.subscription(subscription.id)).price.unit_amount).toBe(1000);

    expect(change(subscription.id, request).status).toBe("past_due");
  });
});

test("another payment method or metadata bills nothing and says what was before", () => {
  const subscription = active(account.price(1000));
  const customer = account.perform(({ objects }) =>
    objects.get("customer", idOf(subscription.customer) ?? ""),
  );
  const method = account.card(customer, "pm_card_mastercard");

  const after = change(subscription.id, {
    attributes: { default_payment_method: method.id, metadata: { salesforce_id: "a02" } },
  });

  expect(after).toMatchObject({ default_payment_method: method.id });
  expect(account.types()).toEqual(["customer.subscription.updated"]);
  expect(account.events()[0]?.data.previous_attributes).toEqual({
    default_payment_method: null,
    metadata: { salesforce_id: null },
  });
});

test("an item can be added and taken away, each for the rest of the period", () => {
  const subscription = active(account.price(1000));
  const extra = account.price(600);

  const more = change(subscription.id, { items: [{ price: extra, quantity: 2 }] });
  const added = more.items.data[1];
  const fewer = change(subscription.id, { items: [{ id: added?.id, deleted: true }] });

  expect(more.items.data.map(({ quantity }) => quantity)).toEqual([1, 2]);
  expect(fewer.items.data).toHaveLength(1);
  const pending = account.perform(({ objects }) => objects.all("invoiceitem"));
  expect(pending.map(({ amount }) => amount).sort()).toEqual([-600, 600]);
});

test("a price that is sold no more stays on the subscriptions that have it", () => {
  const price = account.price(1000);
  const subscription = active(price);
  account.perform(({ objects }) => {
    const [item] = subscription.items.data;
    if (item === undefined) throw new Error("No item.");
    objects.save({
      ...subscription,
      items: { ...subscription.items, data: [{ ...item, price: { ...price, active: false } }] },
    });
  });

  const after = change(subscription.id, { attributes: { metadata: { kept: "yes" } } });

  expect(after.metadata).toEqual({ kept: "yes" });
});

test.each([
  [
    "an item of another subscription",
    { items: [{ id: "si_other", quantity: 1 }] },
    "No such subscription item",
  ],
  [
    "a proration date outside the period",
    { prorationDate: START - 1 },
    "outside of current period",
  ],
  ["a trial that has ended", { trialEnd: START }, "in the future"],
] satisfies [string, ChangeRequest, string][])("%s is refused", (_, request, complaint) => {
  const subscription = active(account.price(1000));

  expect(() => change(subscription.id, request)).toThrow(complaint);
});

test("changing up and back at the same moment costs nothing, to the unit", () => {
  const subscription = active(account.price(1000));
  const item = itemOf(subscription);
  const amounts = fc.integer({ min: 0, max: 9_999_990 }).map((amount) => amount - (amount % 10));
  const seconds = fc.integer({ min: 0, max: 28 * DAY });

  fc.assert(
    fc.property(
      amounts,
      amounts,
      seconds,
      fc.integer({ min: 1, max: 99 }),
      (a, b, at, quantity) => {
        const priced = (id: string, amount: number): Stripe.SubscriptionItem => ({
          ...item,
          quantity,
          price: {
            ...item.price,
            id,
            unit_amount: amount,
            unit_amount_decimal: null,
            currency: "kwd",
          },
        });
        const time = { at: START + at, period: { start: START, end: START + 28 * DAY } };
        const up = prorate([priced("a", a)], [priced("b", b)], time, () => "Gold");
        const down = prorate([priced("b", b)], [priced("a", a)], time, () => "Gold");

        expect([...up, ...down].reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
      },
    ),
  );
});
