import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { afterIntent } from "../billing/after-intent.ts";
import type { BillingAccount } from "../billing/testing/billing-account.ts";
import { openBillingAccount, START } from "../billing/testing/billing-account.ts";
import { confirmIntent } from "../payment_intents/confirm.ts";
import { settleFailed } from "../payment_intents/settle.ts";
import { declineOf } from "../payment_methods/decline.ts";
import { subscribe } from "./subscribe.ts";

const DAY = 86_400;
let account: BillingAccount;

beforeEach(() => {
  account = openBillingAccount();
});
afterEach(() => {
  account.close();
});

const PAID = [
  "customer.subscription.created",
  "customer.updated",
  "invoice.created",
  "invoice.finalized",
  "payment_intent.created",
  "charge.succeeded",
  "payment_intent.succeeded",
  "invoice_payment.paid",
  "invoice.updated",
  "invoice.paid",
  "invoice.payment_succeeded",
];

describe("a subscription whose first payment succeeds", () => {
  test("is active when it is first told of, where the request waited for the payment", () => {
    const customer = account.customer("pm_card_visa");
    const price = account.price(2000);

    const { subscription, invoice } = account.perform((operation) =>
      subscribe(operation, {
        customer,
        items: [{ price, quantity: 3 }],
        settings: { metadata: { salesforce_id: "a01" } },
      }),
    );

    expect(account.types()).toEqual(PAID);
    expect(account.events()[0]?.data.object).toMatchObject({
      id: subscription.id,
      status: "active",
      latest_invoice: invoice.id,
    });
    expect(invoice).toMatchObject({
      status: "paid",
      billing_reason: "subscription_create",
      amount_due: 6000,
      amount_paid: 6000,
      attempt_count: 1,
      number: expect.stringMatching(/^[A-Z0-9]{8}-0001$/) as string,
      parent: {
        subscription_details: {
          subscription: subscription.id,
          metadata: { salesforce_id: "a01" },
        },
      },
      lines: {
        data: [
          {
            amount: 6000,
            description: "3 × Gold (at $20.00 / month)",
            pricing: { price_details: { price: price.id } },
            metadata: { salesforce_id: "a01" },
          },
        ],
      },
    });
    expect(subscription.items.data[0]).toMatchObject({
      current_period_start: START,
      // 31 January and a month.
      current_period_end: Date.parse("2026-02-28T00:00:00Z") / 1000,
    });
  });

  test("is incomplete first and then updated, as Checkout's are", () => {
    const customer = account.customer("pm_card_visa");
    const price = account.price(2000);

    account.perform((operation) =>
      subscribe(operation, { customer, items: [{ price }], announced: "incomplete" }),
    );

    const events = account.events();
    expect(account.types()).toEqual([...PAID, "customer.subscription.updated"]);
    expect(events[0]?.data.object).toMatchObject({ status: "incomplete" });
    expect(events.at(-1)?.data).toMatchObject({
      object: { status: "active" },
      previous_attributes: { status: "incomplete" },
    });
  });

  test("has its payment named together with its invoice", () => {
    const customer = account.customer("pm_card_visa");
    const price = account.price(500, {}, "jpy");

    const { invoice } = account.perform((operation) =>
      subscribe(operation, { customer, items: [{ price }] }),
    );

    const of = (type: string) => account.events().find((event) => event.type === type)?.data.object;
    const intent = of("payment_intent.succeeded");
    expect(intent).toMatchObject({ amount_received: 500, currency: "jpy" });
    expect(of("invoice_payment.paid")).toMatchObject({
      invoice: invoice.id,
      amount_paid: 500,
      status: "paid",
      payment: { type: "payment_intent", payment_intent: (intent as { id: string }).id },
    });
  });
});

describe("a subscription whose first payment is declined", () => {
  test("is incomplete, and its invoice is open and not tried again", () => {
    const customer = account.customer("pm_card_chargeCustomerFail");
    const price = account.price(2000);

    const { subscription, invoice, collection } = account.perform((operation) =>
      subscribe(operation, { customer, items: [{ price }] }),
    );

    expect(collection?.outcome).toBe("declined");
    expect(subscription.status).toBe("incomplete");
    expect(invoice).toMatchObject({ status: "open", attempt_count: 1, next_payment_attempt: null });
    expect(account.types().slice(-4)).toEqual([
      "charge.failed",
      "payment_intent.payment_failed",
      "invoice.updated",
      "invoice.payment_failed",
    ]);
  });

  test("expires after 23 hours, and its invoice is void", () => {
    const customer = account.customer("pm_card_chargeCustomerFail");
    const price = account.price(2000);
    const { subscription, invoice } = account.perform((operation) =>
      subscribe(operation, { customer, items: [{ price }] }),
    );
    account.forget();

    account.advance(START + DAY);

    expect(account.subscription(subscription.id)).toMatchObject({
      status: "incomplete_expired",
      ended_at: START + 23 * 3600,
    });
    expect(account.types()).toEqual([
      "payment_intent.canceled",
      "invoice.voided",
      "customer.subscription.updated",
    ]);
    expect(account.invoices(subscription.id)).toMatchObject([{ id: invoice.id, status: "void" }]);
  });

  test("leaves nothing behind under error_if_incomplete", () => {
    const customer = account.customer("pm_card_chargeCustomerFail");
    const price = account.price(2000);

    expect(() =>
      account.perform((operation) =>
        subscribe(operation, {
          customer,
          items: [{ price }],
          paymentBehavior: "error_if_incomplete",
        }),
      ),
    ).toThrow("Your card was declined.");

    expect(account.types()).toEqual([]);
    expect(account.perform(({ objects }) => objects.all("subscription"))).toEqual([]);
  });
});

test("under default_incomplete it waits for the PaymentIntent, and starts when that is paid", () => {
  const customer = account.customer("pm_card_visa");
  const price = account.price(2000);
  const { subscription } = account.perform((operation) =>
    subscribe(operation, {
      customer,
      items: [{ price }],
      paymentBehavior: "default_incomplete",
    }),
  );
  expect(subscription.status).toBe("incomplete");
  account.forget();

  account.perform((operation) => {
    const [intent] = operation.objects.all("payment_intent");
    const [method] = operation.objects.all("payment_method");
    if (intent === undefined || method === undefined) throw new Error("Nothing to confirm.");
    const confirmed = confirmIntent(operation, intent, method, { offSession: false });
    afterIntent(operation, confirmed.intent);
  });

  expect(account.subscription(subscription.id).status).toBe("active");
  expect(account.types()).toEqual([...PAID.slice(5), "customer.subscription.updated"]);
});

test("a bank that takes days does not keep it from beginning, and is past due when it fails", () => {
  const customer = account.customer("pm_usBankAccount_insufficientFunds");
  const price = account.price(2000);
  const { subscription, invoice } = account.perform((operation) =>
    subscribe(operation, { customer, items: [{ price }] }),
  );
  expect(subscription.status).toBe("active");
  expect(invoice).toMatchObject({ status: "open", attempted: true });

  account.perform((operation) => {
    const [intent] = operation.objects.all("payment_intent");
    if (intent === undefined) throw new Error("Nothing to settle.");
    afterIntent(operation, settleFailed(operation, intent, declineOf("insufficient_funds")));
  });

  expect(account.subscription(subscription.id).status).toBe("past_due");
  expect(account.invoices(subscription.id)[0]).toMatchObject({
    status: "open",
    attempt_count: 1,
    next_payment_attempt: START + 3 * DAY,
  });
});

test("a coupon is taken off the first invoice only when it is for once", () => {
  const customer = account.customer("pm_card_visa");
  const price = account.price(2000);
  account.perform(({ objects }) => {
    objects.save({
      id: "WELCOME",
      object: "coupon",
      amount_off: null,
      created: START,
      currency: null,
      duration: "once",
      duration_in_months: null,
      livemode: false,
      max_redemptions: null,
      metadata: {},
      name: null,
      percent_off: 25,
      redeem_by: null,
      times_redeemed: 0,
      valid: true,
    });
  });
  const { subscription } = account.perform((operation) =>
    subscribe(operation, {
      customer,
      items: [{ price }],
      discounts: [{ coupon: "WELCOME", promotionCode: null }],
    }),
  );

  account.advance(START + 29 * DAY);

  const [first, second] = account.invoices(subscription.id);
  expect(first).toMatchObject({
    subtotal: 2000,
    total: 1500,
    amount_paid: 1500,
    total_discount_amounts: [{ amount: 500 }],
  });
  expect(second).toMatchObject({ total: 2000, total_discount_amounts: [] });
  expect(subscription.discounts).toEqual([]);
});

test("a sent invoice asks for nothing by itself, and is overdue when its time is up", () => {
  const customer = account.customer();
  const price = account.price(2000);
  const { subscription, invoice } = account.perform((operation) =>
    subscribe(operation, {
      customer,
      items: [{ price }],
      settings: { collectionMethod: "send_invoice", daysUntilDue: 10 },
    }),
  );
  expect(subscription.status).toBe("active");
  expect(invoice).toMatchObject({ status: "open", due_date: START + 10 * DAY });
  expect(account.types().at(-1)).toBe("invoice.sent");

  account.advance(START + 11 * DAY);

  expect(account.types().slice(-2)).toEqual(["invoice.overdue", "customer.subscription.updated"]);
  expect(account.subscription(subscription.id).status).toBe("past_due");
});

test.each([
  ["a one-time price", (price: object) => ({ ...price, recurring: null }), "type=one_time"],
  ["an inactive price", (price: object) => ({ ...price, active: false }), "inactive"],
])("%s is refused", (_, change, complaint) => {
  const customer = account.customer("pm_card_visa");
  const price = account.price(2000);
  const changed = { ...price, ...change(price) };

  expect(() =>
    account.perform((operation) => subscribe(operation, { customer, items: [{ price: changed }] })),
  ).toThrow(complaint);
});
