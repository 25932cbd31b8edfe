import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AppliedDiscount } from "./discount.ts";
import { takenOff } from "./discount.ts";
import { share, stepOf, timesDecimal } from "./rounding.ts";

const amounts = fc.integer({ min: 0, max: 99_999_999 });
const currencies = fc.constantFrom("usd", "jpy", "kwd", "ugx");

const discount = (off: Partial<AppliedDiscount>): AppliedDiscount => ({
  discount: "di_1",
  percentOff: null,
  amountsOff: {},
  products: null,
  once: false,
  ...off,
});

describe("a share", () => {
  test.each([
    [1000, 1, 3, 1, 333],
    [1000, 1, 2, 1, 500],
    [5, 1, 2, 1, 3],
    [-5, 1, 2, 1, -3],
    [5120, 1, 3, 10, 1710],
    [50000, 1, 3, 100, 16700],
  ])("of %i, %i of %i parts in steps of %i, is %i", (amount, part, whole, step, expected) => {
    expect(share(amount, part, whole, step)).toBe(expected);
  });

  test("given back and charged again cancels out", () => {
    fc.assert(
      fc.property(amounts, amounts, currencies, (amount, part, currency) => {
        const step = stepOf(currency);
        const whole = part + 1;

        expect(share(amount, part, whole, step) + share(-amount, part, whole, step)).toBe(0);
      }),
    );
  });

  test("is an amount that the currency takes", () => {
    fc.assert(
      fc.property(amounts, amounts, currencies, (amount, part, currency) => {
        expect(share(amount, part, part + 1, stepOf(currency)) % stepOf(currency)).toBe(0);
      }),
    );
  });
});

describe("a decimal price", () => {
  test.each([
    [3, "0.5", 2],
    [1000, "0.0375", 38],
    [7, "1250", 8750],
    [2, "-1.25", -3],
    [1_000_000, "0.000000000001", 0],
  ])("for %i units of %s costs %i", (count, decimal, expected) => {
    expect(timesDecimal(count, decimal)).toBe(expected);
  });

  test("that is none is refused", () => {
    expect(() => timesDecimal(1, "a lot")).toThrow("Not a decimal");
  });
});

describe("a discount", () => {
  test("of a percentage takes its part of each line", () => {
    expect(takenOff([1000, 333, -500], discount({ percentOff: 12.5 }), "usd")).toEqual([
      125, 42, 0,
    ]);
  });

  test("of an amount is spread over the lines, to the unit, and never takes more than they are", () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 8 }), amounts, (lines, off) => {
        const parts = takenOff(lines, discount({ amountsOff: { usd: off } }), "usd");
        const total = lines.reduce((sum, line) => sum + line, 0);

        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(Math.min(off, total));
        parts.forEach((part, index) => {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(lines[index] ?? 0);
        });
      }),
    );
  });
});
