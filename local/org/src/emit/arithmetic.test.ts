import { describe, expect, it } from "vitest";
import { evaluate, runApex } from "../testing/apex.ts";

describe("arithmetic", () => {
  it.each([
    ["7 / 2", "3"],
    ["-7 / 2", "-3"],
    ["2147483647 + 1", "-2147483648"],
    ["2147483647 * 2", "-2"],
    ["9223372036854775807L + 1", "-9223372036854775808"],
    ["7L / 2", "3"],
    ["1 << 33", "2"],
    ["-8 >>> 28", "15"],
    ["5 & 3 | 8", "9"],
  ])("%s is %s: integers truncate and wrap around", (expression, text) => {
    expect(evaluate(expression)).toBe(text);
  });

  it.each([
    ["1.10 + 2.2", "3.30"],
    ["1.5 * 1.5", "2.25"],
    ["1.0 / 3", "0.3333333333333333333333333333333333"],
    ["10 / 4.0", "2.5"],
    ["0.1 + 0.2", "0.3"],
    ["1.20 == 1.2", "true"],
    ["5.0d / 2", "2.5"],
  ])("%s is %s: decimals are exact and keep their scale", (expression, text) => {
    expect(evaluate(expression)).toBe(text);
  });

  it.each(["1 / 0", "1L / 0", "1.0 / 0", "Math.mod(1, 0)"])(
    "%s raises MathException",
    (expression) => {
      expect(runApex(`Object o = ${expression};`).exception?.headline).toBe(
        "System.MathException: Divide by 0",
      );
    },
  );

  it("raises NullPointerException for null in arithmetic, not for null in a comparison", () => {
    const { debug } = runApex(`
      Integer nothing = null;
      System.debug(nothing < 1);
      System.debug(nothing >= 1);
      try { System.debug(nothing + 1); } catch (NullPointerException e) { System.debug(e.getMessage()); }
      try { nothing++; } catch (NullPointerException e) { System.debug('increment'); }
      Boolean maybe = null;
      try { if (maybe) { System.debug('no'); } } catch (NullPointerException e) { System.debug('condition'); }
    `);

    expect(debug).toEqual([
      "false",
      "false",
      "Attempt to de-reference a null object",
      "increment",
      "condition",
    ]);
  });

  it("evaluates the target of a compound assignment once, before the value", () => {
    const { debug } = runApex(`
      List<Integer> numbers = new List<Integer>{ 10, 20 };
      Integer at = 0;
      numbers[at++] += at;
      System.debug(numbers + ' ' + at);
      Integer i = 5;
      i = i++ + ++i;
      System.debug(i);
      Decimal d = 1;
      d += 0.5;
      d *= 2;
      System.debug(d);
      String s = 'a';
      s += 1 + 2;
      System.debug(s);
    `);

    expect(debug).toEqual(["(11, 20) 1", "12", "3.0", "a3"]);
  });

  it("moves dates by days and datetimes by fractions of days", () => {
    expect(evaluate("Date.newInstance(2024, 2, 28) + 2")).toBe("2024-03-01 00:00:00");
    expect(evaluate("Datetime.newInstanceGmt(2024, 1, 1, 0, 0, 0) + 0.5")).toBe(
      "2024-01-01 12:00:00",
    );
  });
});

describe("equality", () => {
  it.each([
    ["'Ab' == 'aB'", "true"],
    ["'ab' != 'AB'", "false"],
    ["'Ab'.equals('aB')", "false"],
    ["'b' > 'A'", "true"],
    ["new List<Integer>{1, 2} == new List<Integer>{1, 2}", "true"],
    ["new Set<String>{'a'} == new Set<String>{'A'}", "false"],
    ["new Map<String, Integer>{'a' => 1} == new Map<String, Integer>{'a' => 1}", "true"],
    ["1 == 1.0", "true"],
    ["1 == 1L", "true"],
    ["null == null", "true"],
  ])("%s is %s", (expression, text) => {
    expect(evaluate(expression)).toBe(text);
  });

  it("compares 15- and 18-character ids as one", () => {
    const { debug } = runApex(`
      Id shortId = '001000000000001';
      Id longId = '001000000000001AAA';
      System.debug(shortId == longId);
      System.debug(new Set<Id>{ shortId }.contains(longId));
    `);

    expect(debug).toEqual(["true", "true"]);
  });
});

describe("text", () => {
  it.each([
    ["'a' + null", "anull"],
    ["1 + 2 + 'x' + 1 + 2", "3x12"],
    ["'d ' + Date.newInstance(2026, 1, 31)", "d 2026-01-31 00:00:00"],
    ["String.valueOf(Date.newInstance(2026, 1, 31))", "2026-01-31"],
    ["'' + 1.50", "1.50"],
    ["new List<String>{'a', null}", "(a, null)"],
    ["new Map<String, Object>{'k' => new Set<Integer>{1}}", "{k={1}}"],
    ["new List<Integer>{1,2,3,4,5,6,7,8,9,10,11}", "(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ...)"],
    ["Blob.valueOf('abc')", "Blob[3]"],
    ["10000000.0d", "1.0E7"],
  ])("%s shows as %s", (expression, text) => {
    expect(evaluate(expression)).toBe(text);
  });
});
