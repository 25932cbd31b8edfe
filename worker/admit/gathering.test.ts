import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { LANES } from "../event.ts";
import { departureMs, LONGEST_MS, savingMs, type LaneTraffic } from "./gathering.ts";

const NOW = Date.UTC(2026, 10, 21, 9, 30, 7) + 123;
const alone: LaneTraffic = { lane: "standard", budgetShare: 0, leftMs: null, carried: 0 };

const traffic = fc.record({
  lane: fc.constantFrom(...LANES),
  budgetShare: fc.double({ min: 0, max: 1.5, noNaN: true }),
  // A clock may have been set back.
  leftMs: fc.option(fc.integer({ min: NOW - 60_000, max: NOW + 3_600_000 }), { nil: null }),
  carried: fc.integer({ min: 0, max: 10_000 }),
});

describe("while under half of the budget is used", () => {
  it("a lone event of any lane leaves within a few milliseconds", () => {
    for (const lane of LANES) {
      expect(departureMs({ ...alone, lane, budgetShare: 0.49 }, NOW)).toBe(NOW + 20);
    }
  });

  it("the next group follows a quarter of a second later, in a burst a second", () => {
    expect(departureMs({ ...alone, leftMs: NOW - 50, carried: 3 }, NOW)).toBe(NOW + 200);
    expect(departureMs({ ...alone, leftMs: NOW - 50, carried: 20 }, NOW)).toBe(NOW + 950);
  });
});

describe("as the budget is used up", () => {
  it.each([
    ["standard", 0.5, 0],
    ["standard", 0.65, 15_000],
    ["standard", 0.8, 30_000],
    ["standard", 1.2, 30_000],
    ["urgent", 0.85, 0],
    ["urgent", 0.95, 15_000],
    ["urgent", 1, 30_000],
  ] as const)("the %s lane at %d gathers for %d ms", (lane, share, ms) => {
    expect(savingMs(lane, share)).toBe(ms);
  });

  it("all shards' groups leave at the same moment", () => {
    const at = (nowMs: number): number => departureMs({ ...alone, budgetShare: 0.85 }, nowMs);

    expect(at(NOW)).toBe(Date.UTC(2026, 10, 21, 9, 30, 30));
    expect(new Set([at(NOW), at(NOW + 1_000), at(NOW + 22_000)]).size).toBe(1);
  });

  it("no lane waits longer than half a minute, none leaves in the past, and urgent never after standard", () => {
    fc.assert(
      fc.property(traffic, (each) => {
        const leaves = departureMs(each, NOW);
        expect(leaves).toBeGreaterThan(NOW);
        expect(leaves).toBeLessThanOrEqual(NOW + LONGEST_MS);
        expect(savingMs("urgent", each.budgetShare)).toBeLessThanOrEqual(
          savingMs("standard", each.budgetShare),
        );
      }),
    );
  });
});
