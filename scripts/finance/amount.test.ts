import { describe, expect, test } from "vitest";
import { amountIn } from "./amount.ts";

describe("an amount", () => {
  test.each([
    ["USD", 43.333, 43.33],
    ["USD", 21.665, 21.67],
    ["USD", 1.005, 1.01],
    ["USD", -30.005, -30.01],
    ["JPY", 3000.5, 3001],
    ["KWD", 0.4267, 0.427],
    ["", 1.239, 1.24],
    ["USD", -0.001, 0],
  ])("in %j of %d is %d", (currency, amount, expected) => {
    expect(amountIn(currency, amount)).toBe(expected);
  });

  test("that is unknown stays so", () => {
    expect(amountIn("USD", null)).toBeNull();
  });
});
