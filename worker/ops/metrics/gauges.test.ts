import { describe, expect, it } from "vitest";

import { figuresOf } from "../alerts/figures.ts";
import { gaugeSamples, lagSeconds, openEvents, type Gauges } from "./gauges.ts";
import type { Sample } from "./definitions.ts";

const NOW = Date.UTC(2026, 10, 21);

const SEEN: Gauges = {
  atMs: NOW,
  open: [
    { lane: "urgent", state: "received", rows: 2, oldestMs: NOW - 90_000 },
    { lane: "urgent", state: "received", rows: 3, oldestMs: NOW - 30_000 },
    { lane: "bulk", state: "queued", rows: 5, oldestMs: NOW - 10_000 },
  ],
  shards: [{ shard: "admission-0", bytes: 8_192, rows: 12, oldestMs: NOW - 90_000 }],
  bulkCollected: 4,
  budget: [
    { window: "minute", used: 30, limit: 100 },
    { window: "day", used: 900, limit: 1_000 },
  ],
  closedLanes: ["bulk"],
  deadLetters: 7,
};

const UNKNOWN: Gauges = {
  atMs: NOW,
  open: null,
  shards: null,
  bulkCollected: null,
  budget: null,
  closedLanes: null,
  deadLetters: null,
};

function value(samples: readonly Sample[], metric: string, labels: object): number | undefined {
  const found = samples.find(
    (sample) =>
      sample.metric === metric && JSON.stringify(sample.labels) === JSON.stringify(labels),
  );
  return found?.value;
}

describe("the gauges", () => {
  it("add up what the shards say, by lane and state, and know the oldest", () => {
    const samples = gaugeSamples(SEEN);

    expect(value(samples, "stripe_relay_open_events", { lane: "urgent", state: "received" })).toBe(
      5,
    );
    expect(
      value(samples, "stripe_relay_open_events", { lane: "standard", state: "received" }),
    ).toBe(0);
    expect(value(samples, "stripe_relay_lag_seconds", { lane: "urgent" })).toBe(90);
    expect(value(samples, "stripe_relay_lag_seconds", { lane: "standard" })).toBe(0);
    expect(value(samples, "stripe_relay_breaker_open", { lane: "bulk" })).toBe(1);
    expect(value(samples, "stripe_relay_breaker_open", { lane: "urgent" })).toBe(0);
    expect(value(samples, "stripe_relay_api_calls_used", { window: "day" })).toBe(900);
    expect(value(samples, "stripe_relay_shard_bytes", { shard: "admission-0" })).toBe(8_192);
    expect(value(samples, "stripe_relay_shard_rows", { shard: "admission-0" })).toBe(12);
    expect(value(samples, "stripe_relay_shard_oldest_seconds", { shard: "admission-0" })).toBe(90);
    expect(openEvents(SEEN)).toBe(10);
    expect(lagSeconds(SEEN)).toBe(90);
  });

  it("say nothing of what is not known", () => {
    expect(gaugeSamples(UNKNOWN)).toEqual([]);
    expect([openEvents(UNKNOWN), lagSeconds(UNKNOWN)]).toEqual([null, null]);
  });
});

describe("the figures of a reading", () => {
  it("are the counters over all lanes, and the fullest window", () => {
    const events = (lane: string, outcome: string, count: number): Sample => ({
      metric: "stripe_relay_events_total",
      labels: { lane, outcome },
      value: count,
    });
    const refused = (reason: string, count: number): Sample => ({
      metric: "stripe_relay_webhooks_refused_total",
      labels: { reason },
      value: count,
    });

    const figures = figuresOf(
      [
        events("urgent", "published", 3),
        events("bulk", "published", 4),
        events("bulk", "dead", 1),
        refused("signature_missing", 1),
        refused("signature_rejected", 2),
        refused("body_too_large", 8),
      ],
      SEEN,
    );

    expect(figures).toMatchObject({
      totals: { published: 7, dead: 1, retried: 0, signatureFailures: 3 },
      openEvents: 10,
      budgetShare: 0.9,
      breakerOpen: false,
    });
    const parked = figuresOf([], { ...SEEN, closedLanes: ["urgent", "standard", "bulk"] });
    expect(parked.breakerOpen).toBe(true);
  });

  it("are null where nobody could be asked", () => {
    expect(figuresOf([], UNKNOWN)).toMatchObject({
      openEvents: null,
      lagSeconds: null,
      deadLetters: null,
      budgetShare: null,
      breakerOpen: null,
    });
  });
});
