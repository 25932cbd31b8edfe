import { afterEach, beforeEach, expect, test } from "vitest";
import { billingScenarios } from "./scenarios.ts";
import type { BillingAccount } from "./testing/billing-account.ts";
import { openBillingAccount } from "./testing/billing-account.ts";

let account: BillingAccount;
beforeEach(() => {
  account = openBillingAccount();
});
afterEach(() => {
  account.close();
});

test.each(Object.entries(billingScenarios))(
  "a trigger of %s makes that event",
  (type, scenario) => {
    account.perform((operation) => {
      scenario(operation, { turn: 0, amount: 5120, currency: "kwd", payer: "new" });
    });

    expect(account.types()).toContain(type);
    expect(account.types()[0]).toBe("customer.created");
  },
);

test("a renewal that fails is told of with its next attempt", () => {
  account.perform((operation) => {
    billingScenarios["invoice.payment_failed"]?.(operation, {
      turn: 1,
      amount: 2000,
      currency: "usd",
      payer: "new",
    });
  });

  const failed = account.events().find(({ type }) => type === "invoice.payment_failed");
  expect(failed?.data.object).toMatchObject({
    status: "open",
    attempt_count: 1,
    billing_reason: "subscription_update",
    next_payment_attempt: expect.any(Number) as number,
  });
  expect(account.types().at(-1)).toBe("customer.subscription.updated");
});
