import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cadence } from "./calendar.ts";
import { boundary, periodAt } from "./calendar.ts";

const at = (iso: string): number => Date.parse(iso) / 1000;
const day = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

/** Up to three years, as Stripe has it. */
const cadences: fc.Arbitrary<Cadence> = fc.oneof(
  fc.record({
    interval: fc.constant("day" as const),
    intervalCount: fc.integer({ min: 1, max: 1096 }),
  }),
  fc.record({
    interval: fc.constant("week" as const),
    intervalCount: fc.integer({ min: 1, max: 156 }),
  }),
  fc.record({
    interval: fc.constant("month" as const),
    intervalCount: fc.integer({ min: 1, max: 36 }),
  }),
  fc.record({
    interval: fc.constant("year" as const),
    intervalCount: fc.integer({ min: 1, max: 3 }),
  }),
);
const anyMoment = fc.integer({
  min: at("2000-01-01T00:00:00Z"),
  max: at("2100-01-01T00:00:00Z"),
});
/** Also the ends of months, and the seconds beside midnight. */
const moments = fc.oneof(
  anyMoment,
  fc
    .tuple(
      fc.integer({ min: 2000, max: 2099 }),
      fc.nat(11),
      fc.nat(3),
      fc.integer({ min: -1, max: 1 }),
    )
    .map(([year, month, days, seconds]) => Date.UTC(year, month, 1 - days) / 1000 + seconds),
);

describe("a billing cycle", () => {
  test("anchored on the 31st ends on each month's last day and comes back to the 31st", () => {
    const anchor = at("2026-01-31T09:30:00Z");
    const days = [1, 2, 3, 4].map((n) =>
      day(boundary(anchor, { interval: "month", intervalCount: 1 }, n)),
    );

    expect(days).toEqual(["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]);
  });

  test("anchored on 29 February is on the 28th in common years", () => {
    const yearly: Cadence = { interval: "year", intervalCount: 1 };
    const anchor = at("2028-02-29T00:00:00Z");

    expect([1, 4].map((n) => day(boundary(anchor, yearly, n)))).toEqual([
      "2029-02-28",
      "2032-02-29",
    ]);
  });

  test("counts days and weeks in whole days", () => {
    const anchor = at("2026-03-01T12:00:00Z");

    expect(day(boundary(anchor, { interval: "week", intervalCount: 2 }, 1))).toBe("2026-03-15");
    expect(day(boundary(anchor, { interval: "day", intervalCount: 10 }, 3))).toBe("2026-03-31");
  });

  test("puts every moment into exactly one period, and periods touch", () => {
    fc.assert(
      fc.property(moments, cadences, moments, (anchor, cadence, moment) => {
        const period = periodAt(anchor, cadence, moment);

        expect(period.start).toBeLessThanOrEqual(moment);
        expect(period.end).toBeGreaterThan(moment);
        expect(periodAt(anchor, cadence, period.end).start).toBe(period.end);
        expect(periodAt(anchor, cadence, period.start - 1).end).toBe(period.start);
      }),
    );
  });

  test("of months and years keeps the anchor's time, and its day as far as the month has it", () => {
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom<Cadence["interval"][]>("month", "year"),
        fc.integer({ min: 1, max: 36 }),
        fc.integer({ min: -40, max: 40 }),
        (anchor, interval, intervalCount, n) => {
          const [begun, ended] = [anchor, boundary(anchor, { interval, intervalCount }, n)].map(
            (seconds) => new Date(seconds * 1000),
          );
          if (begun === undefined || ended === undefined) throw new Error("Two moments are two.");
          const months = n * intervalCount * (interval === "year" ? 12 : 1);
          const month = begun.getUTCFullYear() * 12 + begun.getUTCMonth() + months;
          const nextMonth = Date.UTC(Math.floor((month + 1) / 12), (month + 1) % 12, 1);
          const last = new Date(nextMonth - 1);

          expect(ended.getUTCFullYear() * 12 + ended.getUTCMonth()).toBe(month);
          expect(ended.getUTCDate()).toBe(Math.min(begun.getUTCDate(), last.getUTCDate()));
          expect(ended.toISOString().slice(10)).toBe(begun.toISOString().slice(10));
        },
      ),
    );
  });

  test("has n periods between its anchor and its n-th boundary", () => {
    fc.assert(
      fc.property(moments, cadences, fc.integer({ min: 0, max: 60 }), (anchor, cadence, n) => {
        let end = anchor;
        for (let period = 0; period < n; period++) end = periodAt(anchor, cadence, end).end;

        expect(end).toBe(boundary(anchor, cadence, n));
      }),
    );
  });
});
