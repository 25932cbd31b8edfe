import { describe, expect, it } from "vitest";

import { RAISED_ALERTS } from "../../log-events.ts";
import { metricData } from "./cloudwatch.ts";
import type { Figures, Totals } from "./figures.ts";
import { ALERT_RULES, judge, type AlertName } from "./rules.ts";
import { alertEvent } from "./alert-event.ts";
import {
  afterReading,
  afterTelling,
  NOTHING_WATCHED,
  readWatch,
  untold,
  type Watch,
} from "./watch.ts";

const START = Date.UTC(2026, 10, 21);

const QUIET: Totals = {
  accepted: 0,
  refused: 0,
  signatureFailures: 0,
  published: 0,
  retried: 0,
  dead: 0,
  salesforceCalls: 0,
  errors: 0,
};

function raised(of: Partial<Figures["raised"]> = {}): Figures["raised"] {
  // Every alert has an entry.
  const none = Object.fromEntries(RAISED_ALERTS.map((alert) => [alert, 0])) as Figures["raised"];
  return { ...none, ...of };
}

function reading(
  minute: number,
  seen: Partial<Figures> = {},
  totals: Partial<Totals> = {},
): Figures {
  return {
    atMs: START + minute * 60_000,
    openEvents: 0,
    lagSeconds: 0,
    deadLetters: 0,
    shardBytes: 0,
    budgetShare: 0,
    breakerOpen: false,
    raised: raised(),
    ...seen,
    totals: { ...QUIET, ...totals },
  };
}

function alerts(...readings: readonly Figures[]): AlertName[] {
  return judge(readings).findings.map(({ alert }) => alert);
}

function watched(...readings: readonly Figures[]): Watch {
  return readings.reduce((watch, each) => afterReading(watch, each).watch, NOTHING_WATCHED);
}

describe("an alert is raised", () => {
  it("for the call budget from more than 80 %", () => {
    expect(alerts(reading(0, { budgetShare: 0.8 }))).toEqual([]);
    expect(alerts(reading(0, { budgetShare: 0.81 }))).toEqual(["api_budget"]);
  });

  it("for a lag of more than five minutes", () => {
    expect(alerts(reading(0, { lagSeconds: 300 }))).toEqual([]);
    expect(alerts(reading(0, { lagSeconds: 301 }))).toEqual(["lag"]);
  });

  it("for more than 5 % of refused events, once there are enough to judge", () => {
    const first = reading(0, {}, { published: 100, retried: 50 });

    expect(alerts(first, reading(1, {}, { published: 195, retried: 55 }))).toEqual([]);
    expect(alerts(first, reading(1, {}, { published: 194, retried: 56 }))).toEqual(["error_rate"]);
    expect(alerts(first, reading(1, {}, { published: 104, retried: 65 }))).toEqual([]);
  });

  it.each(RAISED_ALERTS)("%s for more log lines than its rule allows", (alert) => {
    const { threshold } = ALERT_RULES[alert];
    const lines = (count: number, minute: number): Figures =>
      reading(minute, { raised: raised({ [alert]: count }) });

    expect(alerts(lines(3, 0), lines(3 + threshold + 1, 1))).toEqual([alert]);
    expect(alerts(lines(3, 0), lines(3 + threshold, 1))).toEqual([]);
  });

  it("for a breaker that keeps even urgent events waiting for five minutes", () => {
    const seen = (...open: readonly (boolean | null)[]): AlertName[] =>
      alerts(...open.map((breakerOpen, minute) => reading(minute, { breakerOpen })));

    expect(seen(false, true, true, true, true, true)).toEqual(["breaker_open"]);
    expect(seen(true, false, true, true, true, true)).toEqual([]);
    expect(seen(true, true, true, true, true, null)).toEqual([]);
  });

  it("for a shard that is over seven of its ten gigabytes", () => {
    const full = (shardBytes: number): AlertName[] => alerts(reading(0, { shardBytes }));

    expect(full(7_000_000_000)).toEqual([]);
    expect(full(7_000_000_001)).toEqual(["shard_full"]);
  });

  it("for a backlog that grew at every reading, by more than a hundred events", () => {
    const open = (...counts: readonly (number | null)[]): AlertName[] =>
      alerts(...counts.map((openEvents, minute) => reading(minute, { openEvents })));

    expect(open(0, 10, 40, 80, 90, 101)).toEqual(["queue_growing"]);
    expect(open(0, 10, 40, 80, 90, 100)).toEqual([]);
    expect(open(0, 90, 40, 80, 90, 500)).toEqual([]);
    expect(open(0, 10, 500)).toEqual([]);
    expect(open(0, 10, null, 80, 90, 500)).toEqual([]);
  });

  it("never for counters that began anew", () => {
    const before = reading(
      0,
      { raised: raised({ signature_failures: 99, errors: 999 }) },
      { dead: 30, retried: 900, published: 9 },
    );

    expect(alerts(before, reading(1))).toEqual([]);
    expect(judge([]).findings).toEqual([]);
  });
});

describe("the watch", () => {
  const late = { lagSeconds: 400 };

  it("begins an alert once and ends it once", () => {
    const first = afterReading(NOTHING_WATCHED, reading(0, late));
    const second = afterReading(first.watch, reading(1, { lagSeconds: 460 }));
    const third = afterReading(second.watch, reading(2));
    const fourth = afterReading(third.watch, reading(3));

    expect(first.began.map(({ alert }) => alert)).toEqual(["lag"]);
    expect([second.began, second.ended]).toEqual([[], []]);
    expect(second.watch.alerts).toMatchObject([
      { alert: "lag", value: 460, sinceMs: START, endedMs: null },
    ]);
    expect(third.ended).toMatchObject([{ alert: "lag", endedMs: START + 120_000 }]);
    expect([fourth.began, fourth.ended]).toEqual([[], []]);
  });

  it("neither ends nor begins what it cannot read", () => {
    const on = watched(reading(0, late));
    const { ended, watch } = afterReading(
      on,
      reading(1, { lagSeconds: null, budgetShare: null, openEvents: null }),
    );

    expect(ended).toEqual([]);
    expect(watch.alerts).toMatchObject([{ alert: "lag", value: 400, endedMs: null }]);
  });

  it("tells of the beginning and of the end, each until it was heard", () => {
    const begun = watched(reading(0, late), reading(1, late));
    expect(untold(begun)).toMatchObject([{ alert: "lag", endedMs: null }]);

    const heard = afterTelling(begun, untold(begun));
    expect(untold(heard)).toEqual([]);
    const over = afterReading(heard, reading(2)).watch;
    const stillUnheard = afterReading(over, reading(3)).watch;
    expect(untold(stillUnheard)).toMatchObject([{ alert: "lag", endedMs: START + 120_000 }]);

    expect(afterTelling(stillUnheard, untold(stillUnheard)).alerts).toEqual([]);
  });

  it("does not tell of the end of what nobody heard of", () => {
    expect(watched(reading(0, late), reading(1)).alerts).toEqual([]);
  });

  it("can begin again while its last end has not been heard", () => {
    const begun = watched(reading(0, late));
    const over = afterReading(afterTelling(begun, untold(begun)), reading(1)).watch;
    const again = afterReading(over, reading(2, late)).watch;

    expect(untold(again).map(({ endedMs }) => endedMs === null)).toEqual([true, false]);
  });

  it("survives being stored, and forgets what another version stored", () => {
    const watch = watched(reading(0, late), reading(1, late));

    expect(readWatch(JSON.stringify(watch))).toEqual(watch);
    expect(readWatch('{"readings":"many"}')).toEqual(NOTHING_WATCHED);
    expect(readWatch(null)).toEqual(NOTHING_WATCHED);
  });

  it("remembers six readings", () => {
    expect(
      watched(...Array.from({ length: 9 }, (_, minute) => reading(minute))).readings,
    ).toHaveLength(6);
  });
});

describe("an alert in Salesforce", () => {
  it("is an event of its own for the beginning and for the end", () => {
    const [begun] = watched(reading(0, { lagSeconds: 400 })).alerts;
    if (begun === undefined) throw new Error("there is no alert");
    const event = alertEvent(begun, START + 5);
    const end = alertEvent({ ...begun, endedMs: START + 90_000 }, START + 90_005);

    expect(event).toMatchObject({
      type: "relay.alert",
      objectId: "lag",
      lane: "urgent",
      createdAt: START / 1000,
    });
    expect(JSON.parse(event.payload)).toEqual({
      object: {
        object: "relay.alert",
        id: "lag",
        status: "active",
        severity: "critical",
        summary: begun.summary,
        value: 400,
        threshold: 300,
        began_at: START / 1000,
        ended_at: null,
      },
    });
    expect(JSON.parse(end.payload)).toMatchObject({
      object: { status: "resolved", ended_at: START / 1000 + 90 },
    });
    expect(end.id).not.toBe(event.id);
  });
});

describe("CloudWatch's figures", () => {
  it("are growth for counters and the present for the rest, without what is unknown", () => {
    const watch = watched(
      reading(0, {}, { accepted: 5, dead: 1 }),
      reading(
        1,
        { lagSeconds: 400, budgetShare: 0.5, openEvents: null },
        { accepted: 12, dead: 0 },
      ),
    );
    const values = Object.fromEntries(
      metricData(watch).map(({ MetricName, Value, Dimensions }) => [
        Dimensions === undefined ? MetricName : `${MetricName} ${Dimensions[0]?.Value ?? ""}`,
        Value,
      ]),
    );

    expect(values).toMatchObject({
      WebhooksAccepted: 7,
      EventsDead: 0,
      LagSeconds: 400,
      ApiBudgetUsed: 50,
      BreakerOpen: 0,
      "AlertActive lag": 1,
      "AlertActive api_budget": 0,
    });
    expect(values).not.toHaveProperty("OpenEvents");
    expect(metricData(NOTHING_WATCHED)).toEqual([]);
  });
});
