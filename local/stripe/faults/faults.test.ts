import { expect, test } from "vitest";
import { fault, openFaults } from "./faults.ts";

const LIMIT = fault.parse({ kind: "rate_limit", perSecond: 3, count: 100 });

test("a limit a second lets as many pass, and more when the second is over", () => {
  let now = 0;
  const faults = openFaults(() => now);
  faults.add(LIMIT);
  const refused = (): number =>
    [1, 2, 3, 4, 5].filter(() => faults.takeForRequest("GET", "/v1/customers") !== undefined)
      .length;

  expect(refused()).toBe(2);
  now = 500;
  expect(refused()).toBe(5);
  now = 1001;
  expect(refused()).toBe(2);
});

test("a limit a second counts what it refuses, and is gone then", () => {
  const faults = openFaults(() => 0);
  faults.add(fault.parse({ kind: "rate_limit", perSecond: 1, count: 1 }));
  const ask = (): unknown => faults.takeForRequest("POST", "/v1/customers");

  expect([ask(), ask(), ask()].map((met) => met !== undefined)).toEqual([false, true, false]);
});

test("what passes a limit still meets another fault", () => {
  const faults = openFaults(() => 0);
  faults.add(LIMIT);
  faults.add(fault.parse({ kind: "api_error", path: "/v1/customers" }));

  expect(faults.takeForRequest("POST", "/v1/customers")?.kind).toBe("api_error");
});
