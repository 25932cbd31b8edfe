import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { within } from "./within.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("within", () => {
  it("gives what comes in time, and leaves no timer behind", async () => {
    expect(await within(8_000, Promise.resolve("accepted"))).toBe("accepted");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("passes a failure on", async () => {
    await expect(within(8_000, Promise.reject(new Error("overloaded")))).rejects.toThrow(
      "overloaded",
    );
  });

  it("gives up on what does not settle", async () => {
    const late = expect(within(8_000, new Promise(() => undefined))).rejects.toThrow(
      "no answer within 8000 ms",
    );

    await vi.advanceTimersByTimeAsync(8_000);

    await late;
  });
});
