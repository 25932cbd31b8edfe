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

  test("is the amount of the currency that is nearest, the larger of two", () => {
    // Half of the wholes are even, of parts in their middle.
    const parts = fc.oneof(
      fc.tuple(amounts, amounts).map(([part, more]) => [part, part + more + 1] as const),
      fc.integer({ min: 1, max: 60 }).map((half) => [half, 2 * half] as const),
    );
    fc.assert(
      fc.property(amounts, parts, currencies, (amount, [part, whole], currency) => {
        const step = stepOf(currency);

        const given = share(amount, part, whole, step);

        expect(given % step).toBe(0);
        const [exact, off] = [BigInt(amount) * BigInt(part), BigInt(given) * BigInt(whole)];
        const half = BigInt(step) * BigInt(whole);
        expect(2n * (off - exact) <= half && 2n * (exact - off) < half).toBe(true);
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

  test("is taken so many times and rounded once, half away from zero", () => {
    const decimal = fc
      .tuple(fc.boolean(), fc.nat(9_999_999), fc.stringMatching(/^(\d{1,12}|5|\d5)?$/))
      .map(([negative, whole, fraction]) => ({
        text: `${negative ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`,
        sign: negative ? -1 : 1,
        unscaled: BigInt(`${whole}${fraction}`),
        scale: 10n ** BigInt(fraction.length),
      }));
    fc.assert(
      fc.property(fc.nat(100_000), decimal, (count, { text, sign, unscaled, scale }) => {
        const size = BigInt(sign * timesDecimal(count, text));

        const [exact, off] = [BigInt(count) * unscaled, size * scale];
        expect(2n * (off - exact) <= scale && 2n * (exact - off) < scale).toBe(true);
      }),
    );
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

  test("of a percentage never takes more than there is, and all of it at 100", () => {
    fc.assert(
      fc.property(
        amounts,
        fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.constant(10_000)),
        currencies,
        (units, hundredths, currency) => {
          const line = units * stepOf(currency);

          const [part = Number.NaN] = takenOff(
            [line],
            discount({ percentOff: hundredths / 100 }),
            currency,
          );

          expect(part).toBe(share(line, hundredths, 10_000, stepOf(currency)));
          expect(part).toBeLessThanOrEqual(line);
          if (hundredths === 10_000) expect(part).toBe(line);
        },
      ),
    );
  });

  test("of an amount is spread over the lines, in what the currency takes, and never takes more than they are", () => {
    const lines = fc.array(fc.oneof(amounts, fc.nat(3)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lines, fc.oneof(amounts, fc.nat(9)), currencies, (units, unitsOff, currency) => {
        const step = stepOf(currency);
        const [given, off] = [units.map((unit) => unit * step), unitsOff * step];

        const parts = takenOff(given, discount({ amountsOff: { [currency]: off } }), currency);

        const total = given.reduce((sum, line) => sum + line, 0);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(Math.min(off, total));
        parts.forEach((part, index) => {
          expect(part % step).toBe(0);
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(given[index] ?? 0);
        });
      }),
    );
  });
});
