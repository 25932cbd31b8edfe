import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ApexDecimal, type RoundingMode } from "./decimal.ts";

/** As many digits as a division keeps and more; a scale below 0 is a number such as 1E+3. */
const decimal = fc
  .tuple(
    fc.oneof(
      fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
      // Trailing zeros and nines, where digits are lost, carried or stripped.
      fc
        .tuple(fc.bigInt({ min: -999n, max: 999n }), fc.integer({ min: 0, max: 36 }), fc.nat(1))
        .map(([digits, zeros, less]) => digits * 10n ** BigInt(zeros) - BigInt(less)),
    ),
    fc.integer({ min: -6, max: 20 }),
  )
  .map(([unscaled, scale]) => new ApexDecimal(unscaled, scale));

const MODES = ["CEILING", "DOWN", "FLOOR", "HALF_DOWN", "HALF_EVEN", "HALF_UP", "UP"] as const;

/** The whole number a fraction is rounded to, from the two it lies between. The divisor is above 0. */
function roundedFraction(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const rest = ((dividend % divisor) + divisor) % divisor;
  const lower = (dividend - rest) / divisor;
  if (rest === 0n) return lower;
  const upper = lower + 1n;
  const [inner, outer] = dividend > 0n ? [lower, upper] : [upper, lower];
  const ties = { HALF_UP: outer, HALF_DOWN: inner, HALF_EVEN: lower % 2n === 0n ? lower : upper };
  switch (mode) {
    case "FLOOR":
      return lower;
    case "CEILING":
      return upper;
    case "UP":
      return outer;
    case "DOWN":
      return inner;
    case "UNNECESSARY":
      throw new Error("Nothing to compare with.");
    default:
      return rest * 2n === divisor ? ties[mode] : rest * 2n < divisor ? lower : upper;
  }
}

describe("ApexDecimal", () => {
  it("reads back what it prints", () => {
    fc.assert(
      fc.property(decimal, (value) => {
        const read = ApexDecimal.parse(value.toString());
        expect(read.equals(value)).toBe(true);
        expect(read.scale).toBe(value.scale);
        expect(ApexDecimal.parse(value.toPlainString()).equals(value)).toBe(true);
      }),
    );
  });

  it("adds and takes away exactly, at the larger scale", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const sum = a.plus(b);
        expect(sum.scale).toBe(Math.max(a.scale, b.scale));
        expect(sum.minus(b).equals(a)).toBe(true);
      }),
    );
  });

  it("divides to 34 digits: the product with the divisor is off by at most half of the last one", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        fc.pre(!b.isZero && !a.isZero);
        const quotient = a.dividedBy(b);
        expect(quotient.precision).toBeLessThanOrEqual(34);
        const rest = a.minus(quotient.times(b)).abs();
        const halfDigit = new ApexDecimal(5n, quotient.scale + 1).times(b.abs());
        expect(rest.compare(halfDigit)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("divides a product by its factor to the other again, at no smaller a scale", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        fc.pre(!b.isZero && a.stripTrailingZeros().precision <= 34);
        const quotient = a.times(b).dividedBy(b);
        expect(quotient.equals(a)).toBe(true);
        // One with more digits than 34 keeps fewer zeros.
        if (a.precision <= 34 && !a.isZero) expect(quotient.scale).toBe(a.scale);
      }),
    );
  });

  it("rounds as its mode says, ties and what lies beside them too", () => {
    const fraction = fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.bigInt({ min: -60n, max: 60n }), fc.nat(4))
      .map(([digits, whole, place]) => {
        const size = 10n ** BigInt(digits);
        const rests = [0n, 1n, size / 2n - 1n, size / 2n, size / 2n + 1n];
        return { digits, size, dividend: whole * size + (rests[place] ?? 0n) };
      });
    fc.assert(
      fc.property(
        fraction,
        fc.integer({ min: -3, max: 12 }),
        fc.constantFrom(...MODES),
        ({ digits, size, dividend }, scale, mode) => {
          const rounded = new ApexDecimal(dividend, scale + digits).setScale(scale, mode);

          expect(rounded.scale).toBe(scale);
          expect(rounded.unscaled).toBe(roundedFraction(dividend, size, mode));
        },
      ),
    );
  });

  it("divides at a scale as the mode says", () => {
    const small = fc
      .tuple(fc.bigInt({ min: -500n, max: 500n }), fc.integer({ min: -3, max: 4 }))
      .map(([unscaled, scale]) => new ApexDecimal(unscaled, scale));
    fc.assert(
      fc.property(
        small,
        small,
        fc.integer({ min: -4, max: 8 }),
        fc.constantFrom(...MODES),
        (a, b, scale, mode) => {
          fc.pre(!b.isZero);
          const shift = BigInt(scale - a.scale + b.scale);
          const sign = b.signum < 0 ? -1n : 1n;
          const dividend = sign * a.unscaled * (shift > 0n ? 10n ** shift : 1n);
          const divisor = sign * b.unscaled * (shift < 0n ? 10n ** -shift : 1n);

          const quotient = a.dividedAtScale(b, scale, mode);

          expect(quotient.scale).toBe(scale);
          expect(quotient.unscaled).toBe(roundedFraction(dividend, divisor, mode));
        },
      ),
    );
  });

  it.each([
    ["2.5", "CEILING", "3"],
    ["2.5", "FLOOR", "2"],
    ["-2.5", "CEILING", "-2"],
    ["-2.5", "FLOOR", "-3"],
    ["2.5", "UP", "3"],
    ["-2.1", "UP", "-3"],
    ["2.9", "DOWN", "2"],
    ["2.5", "HALF_UP", "3"],
    ["2.5", "HALF_DOWN", "2"],
    ["2.5", "HALF_EVEN", "2"],
    ["3.5", "HALF_EVEN", "4"],
    ["-2.5", "HALF_EVEN", "-2"],
  ] as const)("rounds %s by %s to %s", (text, mode, rounded) => {
    expect(ApexDecimal.parse(text).setScale(0, mode).toString()).toBe(rounded);
  });

  it("prints small and scaled numbers as BigDecimal does", () => {
    expect(ApexDecimal.parse("0.0000001").toString()).toBe("1E-7");
    expect(ApexDecimal.parse("0.000001").toString()).toBe("0.000001");
    expect(ApexDecimal.parse("1E+3").toString()).toBe("1E+3");
    expect(ApexDecimal.parse("1E+3").toPlainString()).toBe("1000");
    expect(ApexDecimal.ofDouble(2).toString()).toBe("2.0");
  });

  it("divides 1 by 8 without zeros at the end", () => {
    expect(ApexDecimal.parse("1").dividedBy(ApexDecimal.parse("8")).toString()).toBe("0.125");
    expect(ApexDecimal.parse("1.00").dividedBy(ApexDecimal.parse("2")).toString()).toBe("0.50");
  });
});
