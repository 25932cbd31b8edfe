import { describe, expect, it } from "vitest";
import type { OpeningHours, OpenSpan } from "../../runtime/opening-hours.ts";
import { afterOpenTime, nextOpening, openTimeBetween } from "./open-time.ts";

const HOUR_MS = 3_600_000;
const OFFICE: OpenSpan = { startMs: 9 * HOUR_MS, endMs: 17 * HOUR_MS };
const WHOLE: OpenSpan = { startMs: 0, endMs: 24 * HOUR_MS };

/** Monday to Friday; closed at the weekend. */
function weekdays(span: OpenSpan, zone: string): OpeningHours {
  return { zone, days: [null, span, span, span, span, span, null] };
}

function always(zone: string): OpeningHours {
  return { zone, days: Array.from({ length: 7 }, () => WHOLE) };
}

const office = weekdays(OFFICE, "GMT");
const closed: OpeningHours = { zone: "GMT", days: Array.from({ length: 7 }, () => null) };

function moment(text: string): number {
  return Date.parse(text);
}

function iso(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString().replace(":00.000Z", "Z");
}

describe("adding open time", () => {
  // 2026-05-08 is a Friday.
  it.each([
    ["within a day", office, "2026-05-08T10:00Z", 2, "2026-05-08T12:00Z"],
    ["over a night", office, "2026-05-07T16:00Z", 2, "2026-05-08T10:00Z"],
    ["over a weekend", office, "2026-05-08T16:00Z", 2, "2026-05-11T10:00Z"],
    ["from before the opening", office, "2026-05-08T03:00Z", 1, "2026-05-08T10:00Z"],
    ["from a closed day", office, "2026-05-09T12:00Z", 1, "2026-05-11T10:00Z"],
    ["until the closing", office, "2026-05-08T09:00Z", 8, "2026-05-08T17:00Z"],
    ["over weeks", office, "2026-05-08T09:00Z", 80, "2026-05-21T17:00Z"],
    ["where every hour is open", always("GMT"), "2026-05-08T10:00Z", 1000, "2026-06-19T02:00Z"],
    [
      "by the clock of the zone",
      weekdays(OFFICE, "America/Los_Angeles"),
      "2026-05-09T00:30Z",
      1,
      "2026-05-11T17:00Z",
    ],
  ])("goes %s", (_, hours, from, added, to) => {
    expect(iso(afterOpenTime(hours, moment(from), added * HOUR_MS))).toBe(to);
  });

  it("has no end where nothing ever opens", () => {
    expect(afterOpenTime(closed, moment("2026-05-08T10:00Z"), HOUR_MS)).toBeNull();
  });
});

describe("open time between two moments", () => {
  it.each([
    ["of one day", office, "2026-05-08T10:00Z", "2026-05-08T12:30Z", 2.5],
    ["over a weekend", office, "2026-05-08T16:00Z", "2026-05-11T10:00Z", 2],
    ["both closed", office, "2026-05-09T10:00Z", "2026-05-10T10:00Z", 0],
    ["the other way round", office, "2026-05-11T10:00Z", "2026-05-08T16:00Z", -2],
    ["where nothing opens", closed, "2026-05-08T16:00Z", "2026-06-08T16:00Z", 0],
    ["whole days", weekdays(WHOLE, "GMT"), "2026-05-08T00:00Z", "2026-05-12T00:00Z", 48],
    // Source: salesforce.stackexchange.com/questions/236315, 8 to 18 in London in summer.
    [
      "from a quarter past five to six the next day",
      weekdays({ startMs: 8 * HOUR_MS, endMs: 18 * HOUR_MS }, "Europe/London"),
      "2018-10-17T16:15Z",
      "2018-10-18T17:00Z",
      10.75,
    ],
    [
      "of a day that the clocks make shorter",
      always("Europe/Berlin"),
      "2026-03-28T23:00Z",
      "2026-03-29T22:00Z",
      23,
    ],
    [
      "with the clocks changed over the weekend",
      weekdays(OFFICE, "Europe/Berlin"),
      "2026-03-27T15:00Z",
      "2026-03-30T08:00Z",
      2,
    ],
    [
      "in the hour that the clocks leave out",
      { ...closed, zone: "Europe/Berlin", days: [{ startMs: 2 * HOUR_MS, endMs: 3 * HOUR_MS }] },
      "2026-03-28T00:00Z",
      "2026-03-29T22:00Z",
      0,
    ],
  ])("is that %s", (_, hours, from, to, open) => {
    expect(openTimeBetween(hours, moment(from), moment(to))).toBe(open * HOUR_MS);
  });
});

describe("the next opening", () => {
  it.each([
    ["the moment itself while it is open", "2026-05-08T10:15Z", "2026-05-08T10:15Z"],
    ["the moment of opening", "2026-05-08T09:00Z", "2026-05-08T09:00Z"],
    ["the same day before it opens", "2026-05-08T02:00Z", "2026-05-08T09:00Z"],
    ["the next open day after it closed", "2026-05-08T17:30Z", "2026-05-11T09:00Z"],
  ])("is %s", (_, from, to) => {
    expect(iso(nextOpening(office, moment(from)))).toBe(to);
  });
});
