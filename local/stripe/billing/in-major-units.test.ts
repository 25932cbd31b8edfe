import { expect, test } from "vitest";
import { inMajorUnits } from "./in-major-units.ts";

test.each([
  ["2000", "usd", "$20.00"],
  ["500", "jpy", "¥500"],
  ["5120", "kwd", "KWD 5.120"],
  ["50000", "isk", "ISK 500"],
  ["12500", "ugx", "UGX 125"],
])("%s of the smallest unit of %s reads %s", (amount, currency, shown) => {
  expect(inMajorUnits(amount, currency)).toBe(shown);
});
