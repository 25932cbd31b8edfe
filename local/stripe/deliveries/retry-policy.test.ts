import { expect, test } from "vitest";
import type { RetryPolicy } from "./retry-policy.ts";
import { LOCAL_RETRY, nextDelayMs } from "./retry-policy.ts";

const LONG_WAITS = { ...LOCAL_RETRY, firstDelayMs: 300_000, maxDelayMs: 43_200_000 };

/** The waits between attempts of a delivery that never succeeds, in milliseconds. */
function waits(policy: RetryPolicy): number[] {
  const result: number[] = [];
  let elapsed = 0;
  for (let attempts = 1; attempts < 10_000; attempts++) {
    const delay = nextDelayMs(policy, attempts, elapsed);
    if (delay === undefined) return result;
    result.push(delay);
    elapsed += delay;
  }
  throw new Error("This policy never ends");
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

test("locally the waits double from a second to a minute", () => {
  expect(waits(LOCAL_RETRY).slice(0, 9)).toEqual([
    1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000,
  ]);
});

test.each([
  ["locally", LOCAL_RETRY],
  ["with waits of half a day", LONG_WAITS],
])("%s retries go on for three days and no longer", (_where, policy) => {
  const total = sum(waits(policy));

  expect(total).toBeLessThanOrEqual(policy.stopAfterMs);
  expect(total).toBeGreaterThan(policy.stopAfterMs - policy.maxDelayMs);
});

test("a policy may say how often", () => {
  expect(waits({ ...LONG_WAITS, maxRetries: 3 })).toEqual([300_000, 600_000, 1_200_000]);
});
