import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { LANES } from "../event.ts";
import { limitForLane } from "./limits.ts";
import { planTake, QUOTA_BELIEVED_MS, useOf, type Counts, type Plan } from "./plan.ts";
import { WINDOWS, type WindowName } from "./verdict.ts";
import { carriedTo, previousCoveredMs, WINDOW_MS, type WindowCount } from "./window.ts";

const START = Date.UTC(2026, 10, 21);
const LIMITS = { minute: 100, hour: 1_000, day: 10_000 };
const EMPTY: Counts = {
  windows: { minute: count(0), hour: count(0), day: count(0) },
  quota: null,
};

function count(used: number, previous = 0, startMs = START): WindowCount {
  return { startMs, used, previous };
}

function withWindow(window: WindowName, value: WindowCount): Counts {
  return { ...EMPTY, windows: { ...EMPTY.windows, [window]: value } };
}

/** What DynamoDB stores after a granted take. */
function applied(counts: Counts | undefined, plan: Plan, nowMs: number): Counts {
  if (plan.kind === "denied") throw new Error("nothing to apply");
  const after = (window: WindowName): WindowCount => {
    const { count: carried } = carriedTo(counts?.windows[window], WINDOW_MS[window], nowMs);
    return { ...carried, used: carried.used + plan.calls };
  };
  const quota = counts?.quota ?? null;
  return {
    windows: { minute: after("minute"), hour: after("hour"), day: after("day") },
    quota: quota === null ? null : { ...quota, used: quota.used + plan.calls },
  };
}

const counted = fc.record({
  used: fc.nat(120),
  previous: fc.nat(120),
  startMs: fc.constantFrom(START, START - 60_000, START - 3_600_000, START - 86_400_000),
});
const anyCounts: fc.Arbitrary<Counts> = fc.record({
  windows: fc.record({ minute: counted, hour: counted, day: counted }),
  quota: fc.option(
    fc.record({
      used: fc.nat(300),
      max: fc.integer({ min: 20, max: 300 }),
      atMs: fc.constant(START),
    }),
  ),
});
const smallLimits = fc.record({
  minute: fc.integer({ min: 10, max: 150 }),
  hour: fc.integer({ min: 10, max: 150 }),
  day: fc.integer({ min: 10, max: 150 }),
});

describe("a take", () => {
  it("never lets a sliding window hold more than its limit beyond what the weighting errs by", () => {
    const takes = fc.array(
      fc.record({
        waitMs: fc.nat(50_000),
        calls: fc.integer({ min: 1, max: 8 }),
        lane: fc.constantFrom(...LANES),
      }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(takes, smallLimits, (sequence, limits) => {
        const granted: { readonly atMs: number; readonly calls: number }[] = [];
        let counts: Counts | undefined;
        let nowMs = START;
        for (const { waitMs, calls, lane } of sequence) {
          nowMs += waitMs;
          const plan = planTake(counts, { lane, calls, nowMs, limits });
          if (plan.kind === "denied") continue;
          counts = applied(counts, plan, nowMs);
          granted.push({ atMs: nowMs, calls });
          for (const window of WINDOWS) {
            const size = WINDOW_MS[window];
            const { startMs, previous } = counts.windows[window];
            const inWindow = granted
              .filter(({ atMs }) => atMs > nowMs - size)
              .reduce((sum, each) => sum + each.calls, 0);
            const error = previous * (1 - previousCoveredMs(startMs, size, nowMs) / size);
            expect(inWindow).toBeLessThanOrEqual(limits[window] + error + 1e-9);
            expect(inWindow).toBeLessThan(2 * limits[window] + 1e-9);
          }
        }
      }),
    );
  });

  it("is never denied to a lane where a lesser one would get it", () => {
    fc.assert(
      fc.property(anyCounts, smallLimits, fc.nat(200_000), (counts, limits, waited) => {
        const at = { calls: 1, nowMs: START + waited, limits };
        const [urgent, standard, bulk] = LANES.map(
          (lane) => planTake(counts, { ...at, lane }).kind === "take",
        );
        expect(Number(urgent)).toBeGreaterThanOrEqual(Number(standard));
        expect(Number(standard)).toBeGreaterThanOrEqual(Number(bulk));
      }),
    );
  });

  it("that is denied is granted at the time it names, if nobody calls meanwhile", () => {
    fc.assert(
      fc.property(
        anyCounts,
        smallLimits,
        fc.constantFrom(...LANES),
        fc.integer({ min: 1, max: 7 }),
        (counts, limits, lane, calls) => {
          const first = planTake(counts, { lane, calls, nowMs: START, limits });
          fc.pre(first.kind === "denied");
          // The quota's report may be a smaller limit than this take: then no time helps.
          fc.pre(limitForLane(counts.quota?.max ?? 150, lane) >= calls);
          expect(first.untilMs).toBeGreaterThan(START);

          const again = planTake(counts, { lane, calls, nowMs: first.untilMs, limits });

          expect(again.kind).toBe("take");
        },
      ),
    );
  });

  it("holds under its conditions even when others took since the counts were read", () => {
    fc.assert(
      fc.property(
        anyCounts,
        smallLimits,
        fc.nat(100_000),
        fc.nat(60),
        (counts, limits, waited, more) => {
          const take = { lane: "urgent" as const, calls: 1, nowMs: START + waited, limits };
          const plan = planTake(counts, take);
          fc.pre(plan.kind === "take");
          const windows = {
            minute: { ...counts.windows.minute, used: counts.windows.minute.used + more },
            hour: { ...counts.windows.hour, used: counts.windows.hour.used + more },
            day: { ...counts.windows.day, used: counts.windows.day.used + more },
          };
          const quota = counts.quota && { ...counts.quota, used: counts.quota.used + more };
          const allowed =
            WINDOWS.every((window) => {
              const { maxUsed } = plan.windows[window];
              return maxUsed === null || windows[window].used <= maxUsed;
            }) &&
            (plan.maxQuotaUsed === null || quota === null || quota.used <= plan.maxQuotaUsed);

          expect(allowed).toBe(planTake({ windows, quota }, take).kind === "take");
        },
      ),
    );
  });
});

describe("priorities", () => {
  it.each([
    [69, true, true, true],
    [70, false, true, true],
    [89, false, true, true],
    [90, false, false, true],
    [99, false, false, true],
    [100, false, false, false],
  ])("at %i %% of a window: bulk %s, standard %s, urgent %s", (used, bulk, standard, urgent) => {
    const counts = withWindow("minute", count(used));
    const granted = (lane: (typeof LANES)[number]): boolean =>
      planTake(counts, { lane, calls: 1, nowMs: START + 1, limits: LIMITS }).kind === "take";

    expect([granted("bulk"), granted("standard"), granted("urgent")]).toEqual([
      bulk,
      standard,
      urgent,
    ]);
  });
});

describe("the org's own quota", () => {
  const urgent = { lane: "urgent" as const, calls: 1, limits: LIMITS };

  const taking = (counts: Counts, nowMs = START + 1): string =>
    planTake(counts, { ...urgent, nowMs }).kind;

  it("that is larger leaves the configured share of it in force", () => {
    const quota = { used: 20_000, max: 100_000, atMs: START };

    expect(taking({ ...withWindow("day", count(9_999)), quota })).toBe("take");
    expect(taking({ ...withWindow("day", count(10_000)), quota })).toBe("denied");
    expect(useOf({ ...withWindow("day", count(5_000)), quota }, LIMITS, START + 1)[2]).toEqual({
      window: "day",
      used: 5_000,
      limit: 10_000,
    });
  });

  it("that is smaller takes the place of the configured share", () => {
    const quota = { used: 20, max: 100, atMs: START };

    expect(taking({ ...withWindow("day", count(99)), quota })).toBe("take");
    expect(taking({ ...withWindow("day", count(100)), quota })).toBe("denied");
    expect(useOf({ ...EMPTY, quota }, LIMITS, START + 1)[2]).toEqual({
      window: "day",
      used: 20,
      limit: 100,
    });
  });

  it("counts other people's calls against the quota, not against our share of it", () => {
    const quota = { used: 50_000, max: 100_000, atMs: START };

    expect(taking({ ...EMPTY, quota })).toBe("take");
    expect(taking({ ...EMPTY, quota: { ...quota, used: 99_999 } })).toBe("take");
    expect(taking({ ...EMPTY, quota: { ...quota, used: 100_000 } })).toBe("denied");
  });

  it("never lets the calls of a day pass the smaller of the two, whoever takes and whatever is reported", () => {
    const step = fc.record({
      lane: fc.constantFrom(...LANES),
      afterMs: fc.integer({ min: 0, max: 300_000 }),
      reportedMax: fc.option(fc.integer({ min: 10, max: 60 }), { nil: null }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 60 }),
        fc.array(step, { maxLength: 250 }),
        (share, steps) => {
          const limits = { minute: 1_000, hour: 1_000, day: share };
          let nowMs = Math.ceil(START / 86_400_000) * 86_400_000;
          let counts: Counts = { ...EMPTY };
          let most = share;
          for (const { lane, afterMs, reportedMax } of steps) {
            nowMs += afterMs;
            const used = counts.windows.day.used;
            if (reportedMax !== null) {
              counts = { ...counts, quota: { used, max: reportedMax, atMs: nowMs } };
              most = Math.max(used, Math.min(share, reportedMax));
            }
            if (planTake(counts, { lane, calls: 1, nowMs, limits }).kind !== "take") continue;
            counts = { ...counts, windows: { ...counts.windows, day: count(used + 1) } };
            expect(used + 1).toBeLessThanOrEqual(most);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("denies for calls others made, until a new report is due", () => {
    const counts = { ...EMPTY, quota: { used: 100, max: 100, atMs: START } };

    expect(planTake(counts, { ...urgent, nowMs: START + 1 })).toEqual({
      kind: "denied",
      window: "day",
      untilMs: START + QUOTA_BELIEVED_MS,
    });
    expect(planTake(counts, { ...urgent, nowMs: START + QUOTA_BELIEVED_MS }).kind).toBe("take");
    expect(useOf(counts, LIMITS, START + QUOTA_BELIEVED_MS)[2]?.used).toBe(0);
  });
});

describe("a window", () => {
  it("names the latest of several full windows", () => {
    const counts: Counts = {
      windows: { minute: count(100), hour: count(1_000), day: count(0) },
      quota: null,
    };
    const plan = planTake(counts, { lane: "urgent", calls: 1, nowMs: START + 1, limits: LIMITS });

    expect(plan).toMatchObject({ kind: "denied", window: "hour" });
  });

  it("counts a clock that lags behind into the bucket that is there", () => {
    const counts = withWindow("minute", count(100));
    const plan = planTake(counts, {
      lane: "urgent",
      calls: 1,
      nowMs: START - 5_000,
      limits: LIMITS,
    });

    expect(plan.kind).toBe("denied");
  });

  it("too small for the calls at all names the end of the next bucket", () => {
    const plan = planTake(EMPTY, { lane: "bulk", calls: 71, nowMs: START, limits: LIMITS });

    expect(plan).toEqual({ kind: "denied", window: "minute", untilMs: START + 120_000 });
  });
});
