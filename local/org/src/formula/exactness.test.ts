import fc from "fast-check";
import { expect, test } from "vitest";
import { ApexDate } from "../runtime/date.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import type { StoredValue } from "../store/row.ts";
import { evaluateFormula } from "./formula.ts";

function value(formula: string): StoredValue {
  return evaluateFormula(
    formula,
    (name) => {
      throw new Error(`No formula here has a field, such as ${name}.`);
    },
    { now: Date.UTC(2026, 0, 31, 23, 30), timeZone: "UTC" },
  );
}

/** An expression as it is written with no more parentheses than it needs, and the fraction it stands for. */
interface Meant {
  readonly text: string;
  readonly strength: number;
  readonly dividend: bigint;
  /** Above 0. */
  readonly divisor: bigint;
}

const SUM = 1;
const PRODUCT = 2;
const WHOLE = 3;

function within(part: Meant, strength: number): string {
  return part.strength < strength ? `(${part.text})` : part.text;
}

function joined(operator: string, left: Meant, right: Meant): Meant {
  const strength = operator === "+" || operator === "-" ? SUM : PRODUCT;
  const text = `${within(left, strength)} ${operator} ${within(right, strength + 1)}`;
  const [cross, back] = [left.dividend * right.divisor, right.dividend * left.divisor];
  const divisor = left.divisor * right.divisor;
  if (operator === "*")
    return { text, strength, dividend: left.dividend * right.dividend, divisor };
  return { text, strength, dividend: operator === "+" ? cross + back : cross - back, divisor };
}

const number = fc.tuple(fc.nat(99_999), fc.nat(3)).map(([digits, scale]): Meant => {
  const text = new ApexDecimal(BigInt(digits), scale).toPlainString();
  return { text, strength: WHOLE, dividend: BigInt(digits), divisor: 10n ** BigInt(scale) };
});

const { expression } = fc.letrec<{ expression: Meant }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    number,
    fc
      .tuple(fc.constantFrom("+", "-", "*"), tie("expression"), tie("expression"))
      .map(([operator, left, right]) => joined(operator, left, right)),
    // By what leaves no endless fraction.
    fc.tuple(tie("expression"), fc.constantFrom(2, 4, 5, 10)).map(([left, by]): Meant => ({
      text: `${within(left, PRODUCT)} / ${by}`,
      strength: PRODUCT,
      dividend: left.dividend,
      divisor: left.divisor * BigInt(by),
    })),
    tie("expression").map((inner): Meant => ({
      ...inner,
      text: `-(${inner.text})`,
      strength: WHOLE,
      dividend: -inner.dividend,
    })),
  ),
}));

/** Where a division keeps all digits. */
const SHORT = 10n ** 30n;

test("an expression is what it means, with the signs that bind more before those that bind less, from the left", () => {
  fc.assert(
    fc.property(expression, ({ text, dividend, divisor }) => {
      fc.pre(dividend < SHORT && dividend > -SHORT);
      const result = value(text);

      if (!(result instanceof ApexDecimal)) throw new Error(`${text} is no number.`);
      const meant = ApexDecimal.ofInteger(dividend);
      expect(result.times(ApexDecimal.ofInteger(divisor)).equals(meant)).toBe(true);
    }),
  );
});

test("a number is rounded half away from zero, and cut towards it, at any place", () => {
  const tie = fc.oneof(
    fc.integer({ min: -99_999_999, max: 99_999_999 }),
    fc.integer({ min: -9_999, max: 9_999 }).map((number) => number * 1000 + 500),
  );
  fc.assert(
    fc.property(
      tie,
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: -4, max: 6 }),
      (number, scale, places) => {
        const text = `(${new ApexDecimal(BigInt(number), scale).toPlainString()})`;
        const dropped = 10n ** BigInt(Math.max(scale - places, 0));
        const size = BigInt(Math.abs(number));
        const sign = number < 0 ? -1n : 1n;
        const at = (units: bigint): ApexDecimal =>
          dropped === 1n
            ? new ApexDecimal(BigInt(number), scale)
            : new ApexDecimal(sign * units, places);

        const [rounded, cut] = [
          value(`ROUND(${text}, ${places})`),
          value(`TRUNC(${text}, ${places})`),
        ];

        if (!(rounded instanceof ApexDecimal) || !(cut instanceof ApexDecimal))
          throw new Error(`${text} is no number.`);
        expect(rounded.equals(at((size * 2n + dropped) / (dropped * 2n)))).toBe(true);
        expect(cut.equals(at(size / dropped))).toBe(true);
      },
    ),
  );
});

test("a date's parts, months and weeks are those of the calendar", () => {
  const days = fc.oneof(
    fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) }),
    // The first and last days of months and of years.
    fc
      .tuple(
        fc.integer({ min: 1900, max: 2199 }),
        fc.constantFrom(0, 1, 2, 11),
        fc.integer({ min: -3, max: 4 }),
      )
      .map(([year, month, day]) => Date.UTC(year, month, day)),
  );
  fc.assert(
    fc.property(days, fc.integer({ min: -600, max: 600 }), (ms, months) => {
      const day = new Date(ms - (((ms % 86_400_000) + 86_400_000) % 86_400_000));
      const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()];
      const written = `DATE(${year}, ${month + 1}, ${date})`;
      const of = (formula: string): number => Number(value(formula));
      // Of the month that many later, and of that after it.
      const [then, after] = [months, months + 1].map((more) => Date.UTC(year, month + more, 1));
      const last = new Date((after ?? 0) - 86_400_000).getUTCDate();
      const isLast = new Date(day.getTime() + 86_400_000).getUTCDate() === 1;
      const moved = new Date(
        (then ?? 0) + ((isLast ? last : Math.min(date, last)) - 1) * 86_400_000,
      );
      // The week that has the year's first Thursday is its first.
      const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * 86_400_000);
      const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);

      const parts = ["YEAR", "MONTH", "DAY", "WEEKDAY", "DAYOFYEAR", "ISOYEAR", "ISOWEEK"];
      expect(parts.map((part) => of(`${part}(${written})`))).toEqual([
        year,
        month + 1,
        date,
        day.getUTCDay() + 1,
        (day.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1,
        thursday.getUTCFullYear(),
        Math.floor((thursday.getTime() - first) / 86_400_000 / 7) + 1,
      ]);
      const later = value(`ADDMONTHS(${written}, ${months})`);
      expect(later instanceof ApexDate ? later.epochMs : null).toBe(moved.getTime());
    }),
  );
});
