import { describe, expect, it } from "vitest";
import { evaluate, runApex } from "../../testing/apex.ts";

describe("Math", () => {
  it.each([
    ["Math.abs(-3)", "3"],
    ["Math.abs(-3L)", "3"],
    ["Math.abs(-1.50)", "1.50"],
    ["Math.max(1, 2)", "2"],
    ["Math.min(1.5, 2)", "1.5"],
    ["Math.mod(-7, 3)", "-1"],
    ["Math.round(2.5)", "2"],
    ["Math.round(3.5)", "4"],
    ["Math.round(Double.valueOf('2.5'))", "3"],
    ["Math.roundToLong(2147483648.4)", "2147483648"],
    ["Math.ceil(1.2)", "2"],
    ["Math.floor(-1.2)", "-2"],
    ["Math.pow(2, 10)", "1024.0"],
    ["Math.sqrt(9.0)", "3.0"],
    ["Math.signum(-2.5)", "-1.0"],
    ["Math.rint(2.5)", "2.0"],
    ["Math.log10(1000)", "3.0"],
  ])("%s is %s", (expression, text) => {
    expect(evaluate(expression)).toBe(text);
  });

  it.each([
    ["Math.mod(1, 0)", "System.MathException: Divide by 0"],
    ["Math.sqrt(-1)", "System.MathException: Negative argument: -1.0"],
    ["Math.acos(2)", "System.MathException: Invalid argument"],
    ["Math.abs((Integer) null)", "System.NullPointerException: Argument cannot be null."],
  ])("%s raises %s", (expression, headline) => {
    expect(runApex(`System.debug(${expression});`).exception?.headline).toBe(headline);
  });
});
