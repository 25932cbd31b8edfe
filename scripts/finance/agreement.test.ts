import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { disagreements } from "./agreement.ts";
import { customerRevenue } from "./customer-revenue.ts";
import { parseMonth, type Month } from "./month.ts";
import { MONTH_AMOUNTS, MONTH_FIGURES, type Movement, type RevenueMonth } from "./rows.ts";

const MARCH = parseMonth("2026-03") as Month;

function movement(customer: string, day: string, before: number, after: number): Movement {
  return {
    Stripe_Customer__c: customer,
    Stripe_Customer__r: { Stripe_Customer_ID__c: customer, Customer_Name__c: null },
    Currency__c: "USD",
    Livemode__c: true,
    Stripe_Account_ID__c: null,
    Day__c: day,
    Type__c: "Expansion",
    Churn_Kind__c: null,
    Before__c: before,
    Amount__c: after - before,
    After__c: after,
    Plan__c: null,
    Previous_Plan__c: null,
    Effective_At__c: null,
    Reason__c: null,
  };
}

function revenueMonth(opening: number, closing: number): RevenueMonth {
  const blank = Object.fromEntries(
    [...MONTH_AMOUNTS, ...MONTH_FIGURES].map((name) => [name, null]),
  ) as Record<(typeof MONTH_AMOUNTS)[number] | (typeof MONTH_FIGURES)[number], null>;
  return {
    ...blank,
    Currency__c: "USD",
    Livemode__c: true,
    Stripe_Account_ID__c: null,
    Closed_Through__c: "2026-03-31",
    Is_Locked__c: false,
    Opening_MRR__c: opening,
    Closing_MRR__c: closing,
  };
}

describe("the files of a month", () => {
  test("agree whatever the movements were, of whatever currency", () => {
    // In thousandths: a month of a year's cents, and of as many dong as a large company has.
    const thousandths = fc.oneof(fc.integer({ min: 0, max: 99_999 }), fc.nat(10 ** 15));
    const changes = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), thousandths), {
      maxLength: 400,
      size: "max",
    });
    fc.assert(
      fc.property(changes, changes, (before, during) => {
        const held = new Map<string, number>();
        const total = (): number => [...held.values()].reduce((sum, each) => sum + each, 0);
        const moved = (list: typeof before, day: string): Movement[] =>
          list.map(([customer, after]) => {
            const was = held.get(customer) ?? 0;
            held.set(customer, after);
            return {
              ...movement(customer, day, was / 1000, after / 1000),
              Amount__c: (after - was) / 1000,
            };
          });
        const earlier = moved(before, "2026-02-10");
        const opening = total();
        const all = [...earlier, ...moved(during, "2026-03-10")];

        expect(
          disagreements(
            MARCH,
            [revenueMonth(opening / 1000, total() / 1000)],
            all.filter(({ Day__c }) => Day__c >= MARCH.first),
            customerRevenue(all),
          ),
        ).toEqual([]);
      }),
    );
  });

  test("agree on dong, of which a few hundred doubles add up to another last digit", () => {
    const steps = Array.from({ length: 400 }, (_, index) => index);
    const all = steps.map((step) => ({
      ...movement(
        "a",
        "2026-03-10",
        (step * 899_448_748_557) / 1000,
        ((step + 1) * 899_448_748_557) / 1000,
      ),
      Amount__c: 899_448_748.557,
    }));
    const closing = 359_779_499_422.8;

    expect(disagreements(MARCH, [revenueMonth(0, closing)], all, customerRevenue(all))).toEqual([]);
  });

  test("do not, and say how, when a movement is missing", () => {
    const all = [movement("a", "2026-03-01", 0, 20), movement("b", "2026-03-02", 0, 5)];
    expect(
      disagreements(
        MARCH,
        [revenueMonth(0, 25)],
        all.slice(0, 1),
        customerRevenue(all.slice(0, 1)),
      ),
    ).toEqual([
      "USD: opening 0 and movements of 20 are not the closing 25.",
      "USD: the customers' MRR is 20 together, the closing 25.",
    ]);
  });

  test("are told of a month that is not over, and of one nobody closed", () => {
    const half = { ...revenueMonth(0, 0), Closed_Through__c: "2026-03-10" };
    expect(disagreements(MARCH, [half], [], [])[0]).toBe(
      "USD: closed through 2026-03-10, not to the end of 2026-03.",
    );
    expect(disagreements(MARCH, [], [], [])[0]).toMatch(/^No revenue of 2026-03 was closed/);
  });
});
