import { describe, expect, test } from "vitest";
import type { SyncRun } from "./runs.ts";
import { differenceLine, isAgreed, progressLine, summary } from "./wording.ts";

const RUN: SyncRun = {
  Id: "a00000000000001AAA",
  Name: "SR-000001",
  Is_Dry__c: true,
  Status__c: "Running",
  Message__c: null,
  Progress__c: 25,
  Pages__c: 3,
  Requests__c: 4,
  Listed__c: 250,
  Missing_Here__c: 1,
  Different__c: 2,
  Missing_In_Stripe__c: 0,
  Repaired__c: 0,
  Refused__c: 0,
  Accepted__c: 0,
  Unmatched__c: 0,
  Limits_Used__c: null,
};

describe("a run in a terminal", () => {
  test("says how far it is, and for how long it will go on", () => {
    expect(progressLine(RUN, { percent: 0, atMs: 5_000 }, 65_000)).toBe(
      "SR-000001 running · 25 % · 250 objects in 3 pages · 3 differ · about 3 min left",
    );
  });

  test("counts the pace from the first look, not from work that was done before", () => {
    const first = { percent: 15, atMs: 1_000 };

    expect(progressLine({ ...RUN, Progress__c: 15 }, first, 1_000)).not.toContain("left");
    expect(progressLine({ ...RUN, Progress__c: 19 }, first, 3_000)).not.toContain("left");
    expect(progressLine({ ...RUN, Progress__c: 40 }, first, 11_000)).toContain("about 24 s left");
  });

  test("never has nothing left before it is over", () => {
    const first = { percent: 0, atMs: 0 };

    expect(progressLine({ ...RUN, Progress__c: 99 }, first, 900)).toContain("about 1 s left");
    expect(progressLine({ ...RUN, Progress__c: 100 }, first, 900)).not.toContain("left");
  });

  test("says why it waits, and estimates nothing then", () => {
    const paused = { ...RUN, Status__c: "Paused", Message__c: "Stripe is away." } as const;
    const line = progressLine(paused, { percent: 0, atMs: 0 }, 60_000);

    expect(line).toContain("paused");
    expect(line).toContain("Stripe is away.");
    expect(line).not.toContain("left");
  });

  test("shows a difference with both values, and a record as a whole", () => {
    const field = {
      Kind__c: "Differs",
      Object__c: "Stripe_Invoice__c",
      Stripe_ID__c: "in_1",
      Field__c: "Total__c",
      Here__c: null,
      In_Stripe__c: "20",
      Severity__c: "Money",
      State__c: "Repaired",
      Reason__c: null,
    };

    expect(differenceLine(field)).toBe(
      "Money   Stripe_Invoice__c  in_1  Total__c: (blank) here, 20 in Stripe [repaired]",
    );
    expect(
      differenceLine({ ...field, Kind__c: "Missing here", Field__c: null, State__c: "Found" }),
    ).toBe("Money   Stripe_Invoice__c  in_1  missing here");
  });

  test("sums up, and is agreed only when nothing is left", () => {
    const over = { ...RUN, Status__c: "Done with differences" } as const;

    expect(summary(over)).toBe(
      "SR-000001: done with differences. 250 objects, 4 requests to Stripe. 1 missing here, 2 fields differ, 0 missing in Stripe, 0 refused.",
    );
    expect(isAgreed(over)).toBe(false);
    expect(isAgreed({ ...RUN, Status__c: "Done" })).toBe(true);
    expect(isAgreed({ ...RUN, Status__c: "Paused" })).toBe(false);
  });
});
