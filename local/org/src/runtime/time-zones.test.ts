import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDay, startOfDay } from "../soql/calendar.ts";
import { momentOf, offsetMs, wallClock } from "./time-zones.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Zones whose clocks are put forward at night, at midnight, by half an hour, by a whole day, and in winter instead of summer. */
const ZONES = [
  "GMT",
  "America/New_York",
  "America/St_Johns",
  "America/Santiago",
  "America/Havana",
  "America/Sao_Paulo",
  "Europe/Berlin",
  "Europe/Dublin",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Asia/Beirut",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Pacific/Apia",
];

const changes = new Map<string, readonly number[]>();

/** When a zone's clock was put forward or back, from 2005 to 2015. */
function changesOf(zone: string): readonly number[] {
  const known = changes.get(zone);
  if (known !== undefined) return known;
  const found: number[] = [];
  const step = 7 * DAY_MS;
  for (let week = Date.UTC(2005, 0, 1); week < Date.UTC(2016, 0, 1); week += step) {
    let [same, changed] = [week, week + step];
    if (offsetMs(same, zone) === offsetMs(changed, zone)) continue;
    while (changed - same > 1000) {
      const middle = Math.floor((same + changed) / 2000) * 1000;
      if (offsetMs(middle, zone) === offsetMs(week, zone)) same = middle;
      else changed = middle;
    }
    found.push(changed);
  }
  changes.set(zone, found);
  return found;
}

/** Half of the moments are within two days of a change. */
const moments = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    change: fc.nat(),
    aside: fc.oneof(
      fc.constantFrom(-HOUR_MS, -HOUR_MS / 2, -1000, -1, 0, 1, 1000, HOUR_MS / 2, HOUR_MS),
      fc.integer({ min: -2 * DAY_MS, max: 2 * DAY_MS }),
    ),
    any: fc.option(fc.integer({ min: Date.UTC(1901, 0, 1), max: Date.UTC(2099, 0, 1) })),
  })
  .map(({ zone, change, aside, any }) => {
    const of = changesOf(zone);
    return { zone, at: any ?? (of[change % Math.max(of.length, 1)] ?? 0) + aside };
  });

/** What the wall clock shows, as if it were GMT. */
function shown(at: number, zone: string): number {
  return at + offsetMs(at, zone);
}

describe("a wall clock", () => {
  it("shows what Intl writes", () => {
    fc.assert(
      fc.property(moments, ({ zone, at }) => {
        const { year, month, day, hour, minute, second } = wallClock(at, zone);
        const two = (value: number): string => String(value).padStart(2, "0");

        expect(`${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`).toBe(
          new Date(at).toLocaleString("sv-SE", { timeZone: zone === "GMT" ? "UTC" : zone }),
        );
      }),
    );
  });

  it("shows a time at the moment of that time, the later of two", () => {
    fc.assert(
      fc.property(moments, ({ zone, at }) => {
        const moment = momentOf(shown(at, zone), zone);

        expect(shown(moment, zone)).toBe(shown(at, zone));
        expect(moment).toBeGreaterThanOrEqual(at);
      }),
    );
  });

  it.each([
    ["America/New_York", "2007-03-11T02:30Z", "2007-03-11T07:30Z"],
    ["Europe/Berlin", "2026-03-29T02:30Z", "2026-03-29T01:30Z"],
    ["Australia/Lord_Howe", "2026-10-04T02:15Z", "2026-10-03T15:45Z"],
    ["America/Santiago", "2026-09-06T00:00Z", "2026-09-06T04:00Z"],
  ])("in %s goes past %s, which is left out, and comes to it later", (zone, local, moment) => {
    expect(new Date(momentOf(Date.parse(local), zone))).toEqual(new Date(moment));
  });

  it.each([
    ["America/New_York", "2026-11-01T01:30Z", "2026-11-01T06:30Z"],
    ["Europe/Paris", "2016-10-30T02:15Z", "2016-10-30T01:15Z"],
  ])("in %s that shows %s twice means the later", (zone, local, moment) => {
    expect(new Date(momentOf(Date.parse(local), zone))).toEqual(new Date(moment));
  });
});

describe("a local day", () => {
  it("begins with its first moment", () => {
    fc.assert(
      fc.property(moments, ({ zone, at }) => {
        const day = localDay(at, zone);
        const start = startOfDay(day, zone);

        expect(start).toBeLessThanOrEqual(at);
        expect(localDay(start, zone)).toBe(day);
        expect(localDay(start - 1, zone)).toBeLessThan(day);
      }),
    );
  });

  it.each([
    ["America/Santiago", "2026-09-06", "2026-09-06T04:00Z"],
    ["America/Havana", "2026-11-01", "2026-11-01T04:00Z"],
    ["Asia/Beirut", "2026-03-29", "2026-03-28T22:00Z"],
  ])("in %s begins on %s, when the clock is changed at midnight, at %s", (zone, day, start) => {
    expect(new Date(startOfDay(Date.parse(day) / DAY_MS, zone))).toEqual(new Date(start));
  });
});
