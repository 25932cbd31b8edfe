import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { LANES, type Lane } from "../event.ts";
import {
  breakerAfter,
  CLOSED,
  FAILURES_TO_OPEN,
  FIRST_PROBE_MS,
  LONGEST_BACKLOG_MS,
  LONGEST_BUDGET_MS,
  LONGEST_PROBE_MS,
  nextCheckMs,
  permissionOf,
  PROBE_LEASE_MS,
  type Breaker,
  type BreakerEvent,
} from "./breaker.ts";

const NOW = 1_795_000_000_000;
const FAILED: BreakerEvent = { kind: "unavailable", probe: false, suspect: false };
const PROBE_FAILED: BreakerEvent = { kind: "unavailable", probe: true, suspect: false };
const REFUSED: BreakerEvent = { kind: "org_refuses", probe: false };
const SUCCEEDED: BreakerEvent = { kind: "succeeded" };

function after(events: readonly BreakerEvent[], breaker: Breaker = CLOSED, nowMs = NOW): Breaker {
  return events.reduce((state, event) => breakerAfter(state, event, nowMs), breaker);
}

function lanesThatMay(breaker: Breaker, nowMs = NOW): readonly Lane[] {
  return LANES.filter(
    (lane) => permissionOf(breaker, { lane, suspect: false }, nowMs).kind !== "wait",
  );
}

const OPEN = after(Array.from({ length: FAILURES_TO_OPEN }, () => FAILED));
const RECOVERING = after([SUCCEEDED], OPEN);

describe("a closed breaker", () => {
  it("lets every lane call", () => {
    expect(lanesThatMay(CLOSED)).toEqual(LANES);
    expect(nextCheckMs(CLOSED, NOW)).toBeUndefined();
  });

  it("opens at the fifth failure in a row, not at the fourth", () => {
    const four = after([FAILED, FAILED, FAILED, FAILED]);

    expect(four.kind).toBe("closed");
    expect(after([FAILED], four)).toMatchObject({ kind: "open", cause: "unavailable" });
  });

  it("counts from the beginning after a success", () => {
    expect(after([FAILED, FAILED, FAILED, FAILED, SUCCEEDED, FAILED])).toEqual({
      kind: "closed",
      failures: 1,
    });
  });

  it("does not count what a suspect event did", () => {
    const suspect: BreakerEvent = { ...FAILED, suspect: true };

    expect(after(Array.from({ length: 20 }, () => suspect))).toEqual(CLOSED);
  });

  it("opens at once when the org's allowance is used up, for a minute", () => {
    const breaker = after([{ kind: "limit_exceeded" }]);

    expect(lanesThatMay(breaker, NOW + LONGEST_PROBE_MS - 1)).toEqual([]);
    expect(lanesThatMay(breaker, NOW + LONGEST_PROBE_MS)).toEqual(["urgent"]);
  });

  it("opens at once when the org refuses whatever it is given", () => {
    expect(after([REFUSED])).toMatchObject({
      kind: "open",
      cause: "refused",
      probeAtMs: NOW + FIRST_PROBE_MS,
    });
  });
});

describe("an open breaker", () => {
  it("lets nobody call before its probe is due, and tells everybody when that is", () => {
    expect(lanesThatMay(OPEN, NOW + FIRST_PROBE_MS - 1)).toEqual([]);
    expect(permissionOf(OPEN, { lane: "urgent", suspect: false }, NOW)).toEqual({
      kind: "wait",
      cause: "unavailable",
      untilMs: NOW + FIRST_PROBE_MS,
    });
    expect(nextCheckMs(OPEN, NOW)).toBe(NOW + FIRST_PROBE_MS);
  });

  it("lets one urgent call probe, and nobody else while that lasts", () => {
    const dueMs = NOW + FIRST_PROBE_MS;
    expect(lanesThatMay(OPEN, dueMs)).toEqual(["urgent"]);

    const probing = breakerAfter(OPEN, { kind: "probe_started" }, dueMs);

    expect(lanesThatMay(probing, dueMs)).toEqual([]);
    expect(lanesThatMay(probing, dueMs + PROBE_LEASE_MS)).toEqual(["urgent"]);
  });

  it("lets another lane probe when no urgent event waits", () => {
    const widened = after([{ kind: "probe_widened", lane: "standard" }], OPEN);

    expect(lanesThatMay(widened, NOW + FIRST_PROBE_MS)).toEqual(["urgent", "standard"]);
  });

  it("lets a suspect probe only when nothing else has come for a minute", () => {
    const dueMs = NOW + FIRST_PROBE_MS;
    const suspect = { lane: "urgent", suspect: true } as const;

    expect(permissionOf(OPEN, suspect, dueMs).kind).toBe("wait");
    expect(permissionOf(OPEN, suspect, dueMs + PROBE_LEASE_MS).kind).toBe("probe");
  });

  it("waits twice as long after each failed probe, and never longer than a minute", () => {
    const waits: number[] = [];
    let breaker = OPEN;
    for (let probe = 0; probe < 6; probe += 1) {
      breaker = after([PROBE_FAILED], breaker);
      waits.push((nextCheckMs(breaker, NOW) ?? 0) - NOW);
    }

    expect(waits).toEqual([10_000, 20_000, 40_000, 60_000, 60_000, 60_000]);
  });

  it("is not kept open longer by calls that were under way when it opened", () => {
    expect(after([FAILED, FAILED], OPEN)).toEqual(OPEN);
  });

  it("waits longer each time its probe is refused, and not for what was under way when it opened", () => {
    const refused = after([REFUSED]);

    expect(after([REFUSED, REFUSED], refused)).toEqual(refused);
    expect(after([{ ...REFUSED, probe: true }], refused)).toMatchObject({
      cause: "refused",
      probeAtMs: NOW + 2 * FIRST_PROBE_MS,
    });
  });

  it("asks for a probe every minute while the allowance is used up", () => {
    const breaker = after([{ kind: "limit_exceeded" }, PROBE_FAILED]);

    expect(breaker).toMatchObject({ cause: "limit", probeAtMs: NOW + LONGEST_PROBE_MS });
  });
});

describe("a breaker whose org is back", () => {
  it("lets urgent events call first, standard ones when those are through, then bulk", () => {
    expect(lanesThatMay(RECOVERING)).toEqual(["urgent"]);

    const waiting = after([{ kind: "backlog_seen", waiting: true }], RECOVERING);
    expect(lanesThatMay(waiting)).toEqual(["urgent"]);

    const second = after([{ kind: "backlog_seen", waiting: false }], waiting);
    expect(lanesThatMay(second)).toEqual(["urgent", "standard"]);

    const last = after([{ kind: "backlog_seen", waiting: false }], second);
    expect(last).toEqual(CLOSED);
  });

  it("does not let one lane's backlog hold the others for ever", () => {
    const nowMs = NOW + LONGEST_BACKLOG_MS;
    const later = after([{ kind: "backlog_seen", waiting: true }], RECOVERING, nowMs);

    expect(lanesThatMay(later, nowMs)).toEqual(["urgent", "standard"]);
  });

  it("opens again when the calls fail again", () => {
    const again = after(
      Array.from({ length: FAILURES_TO_OPEN }, () => FAILED),
      RECOVERING,
    );

    expect(again.kind).toBe("open");
  });
});

describe("a denied budget", () => {
  const untilMs = NOW + 40_000;
  const denied = (lane: Lane, probe = false): BreakerEvent => ({
    kind: "budget_denied",
    lane,
    untilMs,
    probe,
  });

  it.each([
    ["bulk", ["urgent", "standard"]],
    ["standard", ["urgent"]],
    ["urgent", []],
  ] as const)("of the %s lane leaves %j calling until the window frees", (lane, may) => {
    const breaker = after([denied(lane)]);

    expect(lanesThatMay(breaker, untilMs - 1)).toEqual(may);
    expect(nextCheckMs(breaker, NOW)).toBe(untilMs);
  });

  it("lets urgent events go as soon as the window frees, and the others only after them", () => {
    const freed = after([denied("urgent")]);
    expect(lanesThatMay(freed, untilMs)).toEqual(["urgent"]);

    const checked = breakerAfter(freed, { kind: "backlog_seen", waiting: false }, untilMs);
    expect(checked).toMatchObject({ lane: "urgent", why: "backlog" });
    expect(lanesThatMay(breakerAfter(checked, SUCCEEDED, untilMs), untilMs)).toEqual(["urgent"]);
  });

  it("that is denied again keeps the lane waiting", () => {
    const again = breakerAfter(
      after([denied("urgent")]),
      { kind: "budget_denied", lane: "urgent", untilMs: untilMs + 9_000, probe: false },
      untilMs,
    );

    expect(lanesThatMay(again, untilMs + 8_999)).toEqual([]);
  });

  it("lets bulk events in only when the standard lane's backlog is gone", () => {
    const freed = after(
      [{ kind: "backlog_seen", waiting: false }],
      after([denied("standard")]),
      untilMs,
    );

    expect(lanesThatMay(freed, untilMs)).toEqual(["urgent", "standard"]);
  });

  it("is asked again in five minutes at the latest", () => {
    const far: BreakerEvent = {
      ...denied("urgent"),
      kind: "budget_denied",
      untilMs: NOW + 86_400_000,
      lane: "urgent",
      probe: false,
    };

    expect(lanesThatMay(after([far]), NOW + LONGEST_BUDGET_MS)).toEqual(["urgent"]);
  });

  it("of a call that was under way changes nothing in a breaker that went further", () => {
    expect(after([denied("bulk")], OPEN)).toEqual(OPEN);
    expect(after([denied("bulk")], RECOVERING)).toEqual(RECOVERING);
  });

  it("of a probe lets the urgent lane try, whose first failure opens the breaker again", () => {
    const breaker = after([denied("standard", true)], OPEN);
    expect(lanesThatMay(breaker)).toEqual(["urgent"]);

    expect(after([FAILED], breaker).kind).toBe("open");
  });
});

describe("whatever happens", () => {
  const event: fc.Arbitrary<BreakerEvent> = fc.oneof(
    fc.constantFrom<BreakerEvent>(
      { kind: "probe_started" },
      { kind: "succeeded" },
      { kind: "limit_exceeded" },
    ),
    fc.record({ kind: fc.constant("org_refuses" as const), probe: fc.boolean() }),
    fc.record({
      kind: fc.constant("unavailable" as const),
      probe: fc.boolean(),
      suspect: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant("budget_denied" as const),
      lane: fc.constantFrom(...LANES),
      untilMs: fc.integer({ min: NOW - 1_000, max: NOW + 86_400_000 }),
      probe: fc.boolean(),
    }),
    fc.record({ kind: fc.constant("probe_widened" as const), lane: fc.constantFrom(...LANES) }),
    fc.record({ kind: fc.constant("backlog_seen" as const), waiting: fc.boolean() }),
  );

  it("no lane may call where a more urgent one may not, and a wait is never longer than five minutes", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), fc.nat(900_000), (events, laterMs) => {
        const breaker = after(events);
        const nowMs = NOW + laterMs;

        expect(lanesThatMay(breaker, nowMs)).toEqual(
          LANES.slice(0, lanesThatMay(breaker, nowMs).length),
        );
        for (const lane of LANES) {
          const permission = permissionOf(breaker, { lane, suspect: false }, nowMs);
          if (permission.kind === "wait") {
            expect(permission.untilMs).toBeGreaterThan(nowMs);
            expect(permission.untilMs - nowMs).toBeLessThanOrEqual(LONGEST_BUDGET_MS);
          }
        }
      }),
    );
  });

  it("a breaker that is not closed is checked again", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const breaker = after(events);
        const checkMs = nextCheckMs(breaker, NOW);

        expect(checkMs === undefined).toBe(breaker.kind === "closed");
        if (checkMs !== undefined) expect(checkMs - NOW).toBeLessThanOrEqual(LONGEST_BUDGET_MS);
      }),
    );
  });
});
