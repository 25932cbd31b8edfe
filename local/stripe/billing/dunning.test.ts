import type Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { payInvoice } from "../invoices/pay.ts";
import { subscribe } from "../subscriptions/subscribe.ts";
import { collect } from "./collect.ts";
import { setRetrySettings } from "./retry-settings.ts";
import type { BillingAccount } from "./testing/billing-account.ts";
import { openBillingAccount, START } from "./testing/billing-account.ts";

const DAY = 86_400;
/** The second period begins, and an hour later its invoice is due. */
const RENEWAL = START + 28 * DAY;
const FIRST_ATTEMPT = RENEWAL + 3600;

let account: BillingAccount;
let customer: Stripe.Customer;
let subscription: Stripe.Subscription;

beforeEach(() => {
  account = openBillingAccount();
  customer = account.customer("pm_card_visa");
  const price = account.price(2000);
  ({ subscription } = account.perform((operation) =>
    subscribe(operation, { customer, items: [{ price }] }),
  ));
  account.card(customer, "pm_card_chargeCustomerFail");
  account.forget();
});
afterEach(() => {
  account.close();
});

const renewal = (): Stripe.Invoice | undefined => account.invoices(subscription.id)[1];

describe("a renewal that is declined", () => {
  test("makes the subscription past due and is tried again in three days", () => {
    account.advance(FIRST_ATTEMPT);

    expect(account.types().slice(3)).toEqual([
      "invoice.finalized",
      "payment_intent.created",
      "charge.failed",
      "payment_intent.payment_failed",
      "invoice.updated",
      "invoice.payment_failed",
      "customer.updated",
      "customer.subscription.updated",
    ]);
    expect(renewal()).toMatchObject({
      status: "open",
      attempted: true,
      attempt_count: 1,
      next_payment_attempt: FIRST_ATTEMPT + 3 * DAY,
    });
    expect(account.subscription(subscription.id).status).toBe("past_due");
    expect(account.events().at(-1)?.data.previous_attributes).toEqual({ status: "active" });
  });

  test("is tried as often as the schedule says, then the subscription ends", () => {
    account.advance(FIRST_ATTEMPT + 15 * DAY);

    const attempts = account
      .events()
      .filter(({ type }) => type === "invoice.payment_failed")
      .map(({ created, data }) => [
        (created - FIRST_ATTEMPT) / DAY,
        (data.object as Stripe.Invoice).attempt_count,
        (data.object as Stripe.Invoice).next_payment_attempt !== null,
      ]);
    expect(attempts).toEqual([
      [0, 1, true],
      [3, 2, true],
      [8, 3, true],
      [15, 4, false],
    ]);
    expect(account.types().at(-1)).toBe("customer.subscription.deleted");
    expect(account.subscription(subscription.id)).toMatchObject({
      status: "canceled",
      cancellation_details: { reason: "payment_failed" },
    });
    expect(renewal()).toMatchObject({ status: "open", next_payment_attempt: null });
  });

  test.each([
    ["unpaid", "unpaid"],
    ["past_due", "past_due"],
    ["pause", "paused"],
  ] as const)("leaves the subscription %s where the account is set so", (setting, status) => {
    account.perform((operation) => {
      setRetrySettings(operation, { retry_after_days: [1], when_exhausted: setting });
    });

    account.advance(FIRST_ATTEMPT + 2 * DAY);

    expect(account.subscription(subscription.id).status).toBe(status);
    expect(renewal()?.next_payment_attempt).toBeNull();
  });

  test("is paid by the next attempt when the customer has another card", () => {
    account.advance(FIRST_ATTEMPT + DAY);
    account.card(customer, "pm_card_visa");

    account.advance(FIRST_ATTEMPT + 4 * DAY);

    expect(renewal()).toMatchObject({ status: "paid", attempt_count: 2 });
    expect(account.subscription(subscription.id).status).toBe("active");
    expect(account.types().slice(-2)).toEqual([
      "customer.subscription.updated",
      "customer.updated",
    ]);
    expect(account.perform(({ objects }) => objects.get("customer", customer.id)).delinquent).toBe(
      false,
    );
  });

  test("can be paid by hand, which does not count as an attempt of the schedule", () => {
    account.advance(FIRST_ATTEMPT);
    const id = renewal()?.id ?? "";
    const pay = () =>
      account.perform((operation) =>
        payInvoice(operation, operation.objects.get("invoice", id), { paidOutOfBand: false }),
      );
    expect(pay).toThrow("Your card was declined.");
    expect(renewal()).toMatchObject({
      attempt_count: 1,
      next_payment_attempt: FIRST_ATTEMPT + 3 * DAY,
    });

    account.card(customer, "pm_card_mastercard");
    expect(pay().status).toBe("paid");
    expect(account.subscription(subscription.id).status).toBe("active");
  });
});

test("the newest invoice alone decides whether a subscription owes", () => {
  account.perform((operation) => {
    setRetrySettings(operation, { retry_after_days: [40], when_exhausted: "cancel" });
  });
  account.advance(FIRST_ATTEMPT);
  account.card(customer, "pm_card_visa");

  account.advance(RENEWAL + 32 * DAY);

  expect(account.invoices(subscription.id).map(({ status }) => status)).toEqual([
    "paid",
    "open",
    "paid",
  ]);
  expect(account.subscription(subscription.id).status).toBe("active");
});

test("an unpaid subscription's invoices stay drafts", () => {
  account.perform((operation) => {
    setRetrySettings(operation, { retry_after_days: [], when_exhausted: "unpaid" });
  });
  account.advance(RENEWAL + 10 * DAY);

  account.advance(RENEWAL + 40 * DAY);

  expect(account.invoices(subscription.id).map(({ status }) => status)).toEqual([
    "paid",
    "open",
    "draft",
  ]);
});

test("an invoice paid out of band asks no card any more", () => {
  account.advance(FIRST_ATTEMPT);
  account.forget();
  const id = renewal()?.id ?? "";

  const paid = account.perform((operation) =>
    payInvoice(operation, operation.objects.get("invoice", id), { paidOutOfBand: true }),
  );

  expect(paid).toMatchObject({ status: "paid", amount_paid_off_stripe: 2000 });
  expect(account.types()).toContain("payment_intent.canceled");
  expect(account.subscription(subscription.id).status).toBe("active");
});

describe("an e-mailed invoice whose payer is declined", () => {
  test("goes on waiting: the subscription stays, and nobody is delinquent", () => {
    const price = account.price(3000);
    const { subscription: sent } = account.perform((operation) =>
      subscribe(operation, {
        customer,
        items: [{ price }],
        settings: { collectionMethod: "send_invoice", daysUntilDue: 30 },
      }),
    );
    account.card(customer, "pm_card_chargeCustomerFail");
    const [invoice] = account.invoices(sent.id);
    if (invoice === undefined) throw new Error("The subscription bills nothing.");

    const { outcome } = account.perform((operation) =>
      collect(operation, operation.objects.get("invoice", invoice.id), { automatic: false }),
    );

    expect(outcome).toBe("declined");
    expect(account.invoices(sent.id)[0]).toMatchObject({
      status: "open",
      attempted: true,
      next_payment_attempt: null,
    });
    expect(account.subscription(sent.id).status).toBe("active");
    expect(account.types()).toContain("invoice.payment_failed");
  });
});
