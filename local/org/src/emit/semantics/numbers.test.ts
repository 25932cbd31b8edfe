/** Where Apex's numbers differ from JavaScript's. */
import { describe, expect, it } from "vitest";
import { evaluate, runApex } from "../../testing/apex.ts";

describe("an Integer", () => {
  it.each([
    ["7 / 2", "3"],
    ["-7 / 2", "-3"],
    ["Math.mod(-7, 2)", "-1"],
    ["2147483647 + 1", "-2147483648"],
    ["-2147483647 - 2", "2147483647"],
    ["65536 * 65536", "0"],
    ["1 << 33", "2"],
    ["-1 >> 1", "-1"],
    ["-1 >>> 28", "15"],
    ["5 & 3", "1"],
    ["5 | 3", "7"],
    ["5 ^ 3", "6"],
    ["~5", "-6"],
    ["-(2147483647 + 1)", "-2147483648"],
    ["1 + 2 * 3 - 4 / 2", "5"],
    ["Integer.valueOf('42') + 1", "43"],
    ["(Integer) 3.99", "3"],
    ["(Integer) -3.99", "-3"],
    ["1234567.format()", "1,234,567"],
  ])("%s is %s", (expression, value) => {
    expect(evaluate(expression)).toBe(value);
  });
});

describe("a Long", () => {
  it.each([
    ["2147483647L + 1", "2147483648"],
    ["9223372036854775807L + 1", "-9223372036854775808"],
    ["7L / 2", "3"],
    ["-7L / 2", "-3"],
    ["1L << 40", "1099511627776"],
    ["-1L >>> 60", "15"],
    ["4294967296L.intValue()", "0"],
    ["3000000000L * 3", "9000000000"],
    ["Long.valueOf('9007199254740993')", "9007199254740993"],
  ])("%s is %s", (expression, value) => {
    expect(evaluate(expression)).toBe(value);
  });
});

describe("a Decimal", () => {
  it.each([
    ["1.10 + 2.2", "3.30"],
    ["1.10 * 2.20", "2.4200"],
    ["0.1 + 0.2", "0.3"],
    ["1.0 / 3", "0.3333333333333333333333333333333333"],
    ["10.0 / 4", "2.5"],
    ["1.50.setScale(1)", "1.5"],
    ["2.5.setScale(0)", "2"],
    ["3.5.setScale(0)", "4"],
    ["2.5.setScale(0, System.RoundingMode.HALF_UP)", "3"],
    ["(-2.5).setScale(0, System.RoundingMode.FLOOR)", "-3"],
    ["2.5.round()", "2"],
    ["1.50 == 1.5", "true"],
    ["1.500.stripTrailingZeros()", "1.5"],
    ["1.50.scale()", "2"],
    ["123.45.precision()", "5"],
    ["1.23.toPlainString()", "1.23"],
    ["Decimal.valueOf('1e3').toPlainString()", "1000"],
    ["3.7.intValue()", "3"],
    ["1234567.891.format()", "1,234,567.891"],
  ])("%s is %s", (expression, value) => {
    expect(evaluate(expression)).toBe(value);
  });
});

describe("numbers of two types", () => {
  it.each([
    ["1 / 2.0", "0.5"],
    ["1 == 1.0", "true"],
    ["1 == 1L", "true"],
    ["1L + 1.5", "2.5"],
    ["true ? 1 : 2.5", "1"],
    ["1.5d + 1", "2.5"],
    ["'a' + 1 + 2", "a12"],
    ["1 + 2 + 'a'", "3a"],
    ["1.0 + 'a'", "1.0a"],
    ["null + 'a'", "nulla"],
  ])("%s is %s", (expression, value) => {
    expect(evaluate(expression)).toBe(value);
  });

  it("widen where a wider type is wanted, also in an argument and a field", () => {
    const { debug } = runApex(`
      Long l = 1; Decimal d = 2; Double e = 3; Decimal f = 4L;
      Object o = 5; Long back = (Long) (Integer) o;
      System.debug(l / 2 + ' ' + d / 4 + ' ' + e / 4 + ' ' + f.scale() + ' ' + back);`);

    expect(debug).toEqual(["0 0.5 0.75 0 5"]);
  });
});

describe("null", () => {
  it.each([
    "Integer n; Integer m = n + 1;",
    "Integer n; n++;",
    "Decimal n; Decimal m = -n;",
    "Boolean n; if (n) {}",
    "Boolean n; Boolean m = !n;",
    "Long n; Decimal d = n * 2.0;",
    "String n; n.trim();",
    "List<String> n; for (String s : n) {}",
    "List<String> n; n[0] = 'x';",
  ])("raises in `%s`", (block) => {
    const { exception } = runApex(block);

    expect(exception?.headline).toBe(
      "System.NullPointerException: Attempt to de-reference a null object",
    );
  });

  it.each([
    ["(Integer) null == null", "true"],
    ["(Integer) null == 0", "false"],
    ["(String) null == ''", "false"],
    ["null ?? 'x'", "x"],
    ["(String) null ?? null ?? 'y'", "y"],
    ["((String) null)?.trim()?.length()", "null"],
  ])("%s is %s", (expression, value) => {
    expect(evaluate(expression)).toBe(value);
  });
});
