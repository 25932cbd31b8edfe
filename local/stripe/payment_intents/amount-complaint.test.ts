import { expect, test } from "vitest";
import { amountComplaint, sizeComplaint } from "./amount-complaint.ts";

test.each([
  [2000, "usd"],
  [500, "jpy"],
  [5120, "kwd"],
  [500, "ugx"],
  [1, "eur"],
])("%d %s can be charged", (amount, currency) => {
  expect(amountComplaint(amount, currency)).toBeUndefined();
});

test("thousandths come in steps of ten", () => {
  expect(amountComplaint(5124, "kwd")).toBe("The last digit of an amount in kwd must be 0: 5124.");
});

test("currencies without decimals but charged in hundredths take whole ones", () => {
  expect(amountComplaint(550, "isk")).toBe("An amount in isk must be a multiple of 100: 550.");
});

test("an unknown currency is refused", () => {
  expect(amountComplaint(100, "zzz")).toBe("Invalid currency: zzz.");
});

test("eight digits are the most that is charged at once", () => {
  expect(sizeComplaint(99_999_999, "usd")).toBeUndefined();
  expect(sizeComplaint(9_900_000_000, "usd")).toBe("Amount must be no more than $999,999.99");
  expect(sizeComplaint(100_000_000, "kwd")).toContain("KWD");
});

test("some currencies have longer amounts", () => {
  expect(sizeComplaint(200_000_000, "idr")).toBeUndefined();
});
