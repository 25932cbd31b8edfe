import type Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { BillingAccount } from "../billing/testing/billing-account.ts";
import { openBillingAccount, START } from "../billing/testing/billing-account.ts";
import { cancelSubscription } from "./cancel.ts";
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

describe("a cancellation", () => {
  test("ends it at once and keeps what the customer said", () => {
    const subscription = active(account.price(1000));

    account.perform((operation) =>
      cancelSubscription(operation, operation.objects.get("subscription", subscription.id), {
        details: { feedback: "too_expensive" },
      }),
    );

    expect(account.types()).toEqual(["customer.subscription.deleted"]);
    expect(account.subscription(subscription.id)).toMatchObject({
      status: "canceled",
      canceled_at: HALF,
      ended_at: HALF,
      cancellation_details: { reason: "cancellation_requested", feedback: "too_expensive" },
    });
  });

  test("can give the unused time back", () => {
    const subscription = active(account.price(1000));

    account.perform((operation) =>
      cancelSubscription(operation, operation.objects.get("subscription", subscription.id), {
        prorate: true,
        invoiceNow: true,
      }),
    );

    expect(account.invoices(subscription.id).at(-1)).toMatchObject({
      total: -500,
      ending_balance: -500,
    });
    expect(account.types().at(-1)).toBe("customer.subscription.deleted");
  });

  test("at the period's end waits for it, and no invoice follows", () => {
    const subscription = active(account.price(1000));
    account.perform((operation) =>
      updateSubscription(operation, operation.objects.get("subscription", subscription.id), {
        attributes: { cancel_at_period_end: true },
      }),
    );

    account.advance(START + 30 * DAY);

    expect(account.subscription(subscription.id)).toMatchObject({
      status: "canceled",
      ended_at: START + 28 * DAY,
    });
    expect(account.invoices(subscription.id)).toHaveLength(1);
  });

  test("of one that has ended is refused", () => {
    const subscription = active(account.price(1000));
    const cancel = () =>
      account.perform((operation) =>
        cancelSubscription(operation, operation.objects.get("subscription", subscription.id), {}),
      );
    cancel();

    expect(cancel).toThrow("No such subscription");
  });
});

test("a period that was over long ago gives nothing back", () => {
  const customer = account.customer("pm_card_visa");
  const price = account.price(1000);
  const { subscription } = account.perform((operation) =>
    subscribe(operation, { customer, items: [{ price }] }),
  );
  account.perform(({ objects }) => {
    const clock = objects.get("test_helpers.test_clock", account.clock.id);
    objects.save({ ...clock, frozen_time: START + 99 * DAY });
  });

  account.perform((operation) =>
    cancelSubscription(operation, operation.objects.get("subscription", subscription.id), {
      prorate: true,
    }),
  );

  const credits = account.perform(({ objects }) => objects.all("invoiceitem"));
  expect(credits.map(({ amount }) => amount)).toEqual([0]);
});
