import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { BillingAccount } from "../billing/testing/billing-account.ts";
import { openBillingAccount, START } from "../billing/testing/billing-account.ts";
import { subscribe } from "./subscribe.ts";

const DAY = 86_400;
let account: BillingAccount;

beforeEach(() => {
  account = openBillingAccount();
});
afterEach(() => {
  account.close();
});

describe("a trial", () => {
  test("costs nothing, is announced three days before it ends, and then bills", () => {
    const customer = account.customer("pm_card_visa");
    const price = account.price(2000);
    const trialEnd = START + 14 * DAY;
    const { subscription, invoice } = account.perform((operation) =>
      subscribe(operation, { customer, items: [{ price }], trialEnd }),
    );
    expect(subscription).toMatchObject({ status: "trialing", trial_end: trialEnd });
    expect(invoice).toMatchObject({ status: "paid", amount_due: 0, attempt_count: 0 });
    account.forget();

    account.advance(trialEnd + 3600);

    const told = account.events().map(({ type, created }) => [type, created - START]);
    expect(told).toContainEqual(["customer.subscription.trial_will_end", 11 * DAY]);
    expect(told).toContainEqual(["invoice.paid", 14 * DAY + 3600]);
    expect(account.subscription(subscription.id)).toMatchObject({
      status: "active",
      billing_cycle_anchor: trialEnd,
    });
    expect(account.invoices(subscription.id)[1]).toMatchObject({
      billing_reason: "subscription_cycle",
      amount_paid: 2000,
    });
  });

  test.each([
    ["pause", "paused", "customer.subscription.paused"],
    ["cancel", "canceled", "customer.subscription.deleted"],
  ] as const)("without a payment method can %s", (missingPaymentMethod, status, type) => {
    const customer = account.customer();
    const price = account.price(2000);
    const { subscription } = account.perform((operation) =>
      subscribe(operation, {
        customer,
        items: [{ price }],
        trialEnd: START + 5 * DAY,
        settings: { missingPaymentMethod },
      }),
    );

    account.advance(START + 6 * DAY);

    expect(account.subscription(subscription.id).status).toBe(status);
    expect(account.types().at(-1)).toBe(type);
  });

  test("shorter than three days is announced at once", () => {
    const customer = account.customer("pm_card_visa");
    const price = account.price(2000);

    account.perform((operation) =>
      subscribe(operation, { customer, items: [{ price }], trialEnd: START + DAY }),
    );

    expect(account.types().at(-1)).toBe("customer.subscription.trial_will_end");
  });
});
