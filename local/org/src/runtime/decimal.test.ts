import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ApexDecimal } from "./decimal.ts";

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
  .map(([unscaled, scale]) => new ApexDecimal(unscaled, scale));

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

  it("divides to 34 digits: the product with the divisor is off by less than the last digit", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        fc.pre(!b.isZero && !a.isZero);
        const quotient = a.dividedBy(b);
        expect(quotient.precision).toBeLessThanOrEqual(34);
        const rest = a.minus(quotient.times(b)).abs();
        const lastDigit = new ApexDecimal(1n, quotient.scale).times(b.abs());
        expect(rest.compare(lastDigit)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("is off by at most half a unit after rounding half even", () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 12 }), (value, scale) => {
        const rounded = value.setScale(scale);
        const half = new ApexDecimal(5n, scale + 1);
        expect(value.minus(rounded).abs().compare(half)).toBeLessThanOrEqual(0);
        expect(rounded.scale).toBe(scale);
      }),
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
