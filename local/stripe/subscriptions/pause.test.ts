import type Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { BillingAccount } from "../billing/testing/billing-account.ts";
import { openBillingAccount, START } from "../billing/testing/billing-account.ts";
import { idOf } from "../store/reference.ts";
import { updateSubscription } from "./change.ts";
import { pauseSubscription } from "./pause.ts";
import { resumeSubscription } from "./resume.ts";
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

describe("a pause", () => {
  test("credits unused time, and bills nothing until it is resumed with a new period", () => {
    const subscription = active(account.price(1000));

    account.perform((operation) =>
      pauseSubscription(operation, operation.objects.get("subscription", subscription.id), {
        unusedTimeFrom: "now",
        invoicingBehavior: "pending_invoice_item",
      }),
    );

    expect(account.types()).toEqual([
      "invoiceitem.created",
      "customer.subscription.updated",
      "customer.subscription.paused",
    ]);
    expect(account.subscription(subscription.id)).toMatchObject({
      status: "paused",
      status_details: { paused: { subscription: { type: "pause_requested" } } },
    });
    account.advance(START + 40 * DAY);
    expect(account.invoices(subscription.id)).toHaveLength(1);
    account.forget();

    account.perform((operation) =>
      resumeSubscription(operation, operation.objects.get("subscription", subscription.id), {
        billingCycleAnchor: "now",
        prorationBehavior: "create_prorations",
        paymentBehavior: "resume_on_payment_success",
      }),
    );

    expect(account.subscription(subscription.id)).toMatchObject({
      status: "active",
      billing_cycle_anchor: START + 40 * DAY,
    });
    expect(account.subscription(subscription.id).status_details).toBeUndefined();
    expect(account.invoices(subscription.id).at(-1)).toMatchObject({ amount_paid: 500 });
    expect(account.types().at(-1)).toBe("customer.subscription.resumed");
  });

  test("lasts until the resumption is paid", () => {
    const subscription = active(account.price(1000));
    const customer = account.perform(({ objects }) =>
      objects.get("customer", idOf(subscription.customer) ?? ""),
    );
    account.perform((operation) =>
      pauseSubscription(operation, operation.objects.get("subscription", subscription.id), {
        unusedTimeFrom: "none",
        invoicingBehavior: "invoice",
      }),
    );
    account.card(customer, "pm_card_chargeCustomerFail");

    account.perform((operation) =>
      resumeSubscription(operation, operation.objects.get("subscription", subscription.id), {
        billingCycleAnchor: "now",
        prorationBehavior: "none",
        paymentBehavior: "resume_on_payment_success",
      }),
    );
    expect(account.subscription(subscription.id).status).toBe("paused");

    account.card(customer, "pm_card_visa");
    account.advance(HALF + 4 * DAY);

    expect(account.subscription(subscription.id).status).toBe("active");
  });

  test("of collection gives invoices up and leaves the status alone", () => {
    const subscription = active(account.price(1000));
    account.perform((operation) =>
      updateSubscription(operation, operation.objects.get("subscription", subscription.id), {
        attributes: {
          pause_collection: { behavior: "mark_uncollectible", resumes_at: START + 50 * DAY },
        },
      }),
    );

    account.advance(START + 51 * DAY);

    expect(account.subscription(subscription.id)).toMatchObject({
      status: "active",
      pause_collection: null,
    });
    expect(account.invoices(subscription.id).at(-1)).toMatchObject({
      status: "uncollectible",
      status_details: { uncollectible: { reason: "subscription_paused" } },
    });
  });
});
