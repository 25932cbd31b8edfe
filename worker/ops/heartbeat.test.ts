import fc from "fast-check";
import { expect, test } from "vitest";

import { LANES } from "../event.ts";
import type { Figures } from "./alerts/figures.ts";
import { HEARTBEAT_MS, heartbeatEvent, isHeartbeatDue } from "./heartbeat.ts";
import type { Gauges } from "./metrics/gauges.ts";

const NOW = Date.UTC(2026, 10, 2, 12);

const gauges: Gauges = {
  atMs: NOW,
  open: null,
  shards: null,
  bulkCollected: null,
  budget: null,
  closedLanes: [],
  deadLetters: null,
};

const known = {
  atMs: NOW,
  openEvents: 12,
  lagSeconds: 42.4,
  deadLetters: 3,
  budgetShare: 0.875,
};

function stateOf(figures: Partial<Figures>, changed: Partial<Gauges> = {}): unknown {
  // The event is made of these figures alone.
  const event = heartbeatEvent({ ...known, ...figures } as Figures, { ...gauges, ...changed });
  const payload = JSON.parse(event.payload) as { object: unknown };
  return payload.object;
}

test("a heartbeat says what waits, for how long, what died, what calls are left and who may call", () => {
  expect(stateOf({})).toEqual({
    object: "relay.state",
    id: "relay",
    open_events: 12,
    lag_seconds: 42,
    dead_letters: 3,
    budget_used: 0.875,
    breaker: "closed",
  });
});

test("a heartbeat says nothing of what could not be read, and never 0", () => {
  const unknown = { openEvents: null, lagSeconds: null, deadLetters: null, budgetShare: null };

  expect(stateOf(unknown, { closedLanes: null })).toEqual({
    object: "relay.state",
    id: "relay",
    open_events: null,
    lag_seconds: null,
    dead_letters: null,
    budget_used: null,
    breaker: null,
  });
});

test("the breaker is narrowed while some lanes wait, and open when even urgent events do", () => {
  expect(stateOf({}, { closedLanes: ["bulk"] })).toMatchObject({ breaker: "narrowed" });
  expect(stateOf({}, { closedLanes: ["standard", "bulk"] })).toMatchObject({ breaker: "narrowed" });
  expect(stateOf({}, { closedLanes: LANES })).toMatchObject({ breaker: "open" });
});

test("however unsteady the cron, no more than six minutes pass between two heartbeats", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5_000, max: 5_000 }), { maxLength: 60 }), (jitters) => {
      let lastMs: number | null = null;
      for (const [minute, jitter] of jitters.entries()) {
        const nowMs = NOW + minute * 60_000 + jitter;
        if (isHeartbeatDue(lastMs, nowMs)) {
          if (lastMs !== null) expect(nowMs - lastMs).toBeLessThan(HEARTBEAT_MS + 60_000);
          lastMs = nowMs;
        }
      }
    }),
  );
});

test("a clock that is set back silences nobody", () => {
  expect(isHeartbeatDue(NOW + 3_600_000, NOW)).toBe(true);
});
