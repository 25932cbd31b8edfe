import fc from "fast-check";
import type Stripe from "stripe";
import { expect, test } from "vitest";
import type { Cadence } from "../billing/calendar.ts";
import { boundary } from "../billing/calendar.ts";
import type { BillingAccount } from "../billing/testing/billing-account.ts";
import { openBillingAccount, START } from "../billing/testing/billing-account.ts";
import { updateSubscription } from "../subscriptions/change.ts";
import { subscribe } from "../subscriptions/subscribe.ts";

const cadences = fc.record({
  interval: fc.constantFrom<Cadence["interval"][]>("day", "week", "month", "year"),
  intervalCount: fc.integer({ min: 1, max: 3 }),
});

function withAccount(work: (account: BillingAccount) => void): void {
  const account = openBillingAccount();
  try {
    work(account);
  } finally {
    account.close();
  }
}

function begin(account: BillingAccount, price: Stripe.Price, quantity = 1): Stripe.Subscription {
  const customer = account.customer("pm_card_visa");
  return account.perform((operation) =>
    subscribe(operation, { customer, items: [{ price, quantity }] }),
  ).subscription;
}

test("n intervals renew n times, each period beginning where the one before ended", () => {
  fc.assert(
    fc.property(cadences, fc.integer({ min: 1, max: 7 }), ({ interval, intervalCount }, n) => {
      withAccount((account) => {
        const price = account.price(1500, { interval, interval_count: intervalCount });
        const { id } = begin(account, price);

        account.advance(boundary(START, { interval, intervalCount }, n) + 3600);

        const invoices = account.invoices(id);
        expect(invoices.map(({ status }) => status)).toEqual(Array(n + 1).fill("paid"));
        const periods = invoices.map(({ lines }) => lines.data[0]?.period);
        expect(periods[0]?.start).toBe(START);
        periods.slice(1).forEach((period, index) => {
          expect(period?.start).toBe(periods[index]?.end);
        });
        expect(account.subscription(id).items.data[0]?.current_period_end).toBe(
          periods.at(-1)?.end,
        );
      });
    }),
    { numRuns: 15 },
  );
});

test("what is due is what the lines add up to, with the customer's balance, whatever was changed on the way", () => {
  const changes = fc.array(
    fc.record({
      days: fc.integer({ min: 1, max: 20 }),
      quantity: fc.integer({ min: 0, max: 9 }),
      atOnce: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const currencies = fc.constantFrom("usd", "jpy", "kwd", "ugx");
  fc.assert(
    fc.property(changes, currencies, (steps, currency) => {
      withAccount((account) => {
        const { id } = begin(account, account.price(123_400, {}, currency), 3);
        let now = START;
        for (const { days, quantity, atOnce } of steps) {
          now += days * 86_400 + 777;
          account.advance(now);
          account.perform((operation) => {
            const current = operation.objects.get("subscription", id);
            updateSubscription(operation, current, {
              items: [{ id: current.items.data[0]?.id, quantity }],
              prorationBehavior: atOnce ? "always_invoice" : "create_prorations",
            });
          });
        }
        account.advance(now + 32 * 86_400);

        const step = currency === "kwd" ? 10 : currency === "ugx" ? 100 : 1;
        let balance = 0;
        // The balance moves when an invoice is finalized, and an invoice made at once overtakes a renewal that is still a draft.
        const finalizedAt = (invoice: Stripe.Invoice): number =>
          invoice.status_transitions.finalized_at ?? Number.NaN;
        const invoices = account
          .invoices(id)
          .filter(({ status }) => status !== "draft")
          .toSorted((one, other) => finalizedAt(one) - finalizedAt(other));
        for (const invoice of invoices) {
          const sum = invoice.lines.data.reduce((total, { amount }) => total + amount, 0);
          expect(invoice.total).toBe(sum);
          expect(invoice.starting_balance).toBe(balance);
          expect(invoice.amount_due).toBe(Math.max(sum + balance, 0));
          expect(Math.abs(invoice.amount_due % step)).toBe(0);
          expect(invoice.amount_paid).toBe(invoice.amount_due);
          balance = invoice.ending_balance ?? Number.NaN;
        }
      });
    }),
    {
      numRuns: 15,
      // A change invoiced at once while the renewal is a draft.
      examples: [
        [
          [
            { days: 8, quantity: 0, atOnce: false },
            { days: 12, quantity: 0, atOnce: false },
            { days: 8, quantity: 1, atOnce: true },
          ],
          "usd",
        ],
      ],
    },
  );
});

test("subscriptions that began at the same second all renew", () => {
  withAccount((account) => {
    const ids = [1, 2, 3].map(() => begin(account, account.price(1000)).id);

    account.advance(START + 29 * 86_400);

    for (const id of ids) {
      expect(account.invoices(id).map(({ status }) => status)).toEqual(["paid", "paid"]);
    }
  });
});

test("a renewal is told of seven days ahead, by an invoice that has no id yet", () => {
  withAccount((account) => {
    begin(account, account.price(1000));
    account.forget();

    account.advance(START + 22 * 86_400);

    expect(account.types()).toEqual(["invoice.upcoming"]);
    const [event] = account.events();
    expect(event?.created).toBe(START + 21 * 86_400);
    expect(event?.data.object).toMatchObject({ billing_reason: "upcoming", amount_due: 1000 });
    expect(event?.data.object).not.toHaveProperty("id");
  });
});

test("a clock advanced in many steps tells the same as one advanced at once", () => {
  const played = (steps: number): unknown[] => {
    const account = openBillingAccount();
    try {
      begin(account, account.price(1000));
      const length = 60 * 86_400;
      for (let step = 1; step <= steps; step++) account.advance(START + (length * step) / steps);
      return account.events().map(({ type, created }) => [type, created]);
    } finally {
      account.close();
    }
  };

  expect(played(60)).toEqual(played(1));
});

test("an invoice keeps the subscription's metadata as they were when it was finalized", () => {
  withAccount((account) => {
    const { id } = begin(account, account.price(1000));
    const label = (salesforceId: string) => {
      account.perform((operation) => {
        updateSubscription(operation, operation.objects.get("subscription", id), {
          attributes: { metadata: { salesforce_id: salesforceId } },
        });
      });
    };
    account.advance(START + 28 * 86_400);
    label("while it was a draft");
    account.advance(START + 29 * 86_400);
    label("afterwards");

    const [, renewal] = account.invoices(id);

    expect(renewal?.parent?.subscription_details?.metadata).toEqual({
      salesforce_id: "while it was a draft",
    });
  });
});
