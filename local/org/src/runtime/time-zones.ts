/** Points in time as a wall clock in an IANA time zone shows them, by Intl. */
import { ApexDate } from "./date.ts";

export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
      era: "short",
    });
    formats.set(zone, format);
  }
  return format;
}

/** Salesforce says GMT where Intl says UTC. */
export function zoneName(zone: string): string {
  return zone === "GMT" ? "UTC" : zone;
}

export function isZone(zone: string): boolean {
  try {
    formatOf(zoneName(zone));
    return true;
  } catch {
    return false;
  }
}

export function wallClock(epochMs: number, zone: string): WallClock {
  const shifted = zoneName(zone) === "UTC" ? epochMs : epochMs + offsetMs(epochMs, zone);
  const at = new Date(shifted);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    millisecond: at.getUTCMilliseconds(),
  };
}

/** What the zone's clock is ahead of GMT at that moment. */
export function offsetMs(epochMs: number, zone: string): number {
  const name = zoneName(zone);
  if (name === "UTC") return 0;
  const parts = new Map(
    formatOf(name)
      .formatToParts(epochMs)
      .map((part) => [part.type, part.value] as const),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const year = parts.get("era") === "BC" ? 1 - part("year") : part("year");
  const local = new Date(0);
  local.setUTCFullYear(year, part("month") - 1, part("day"));
  local.setUTCHours(part("hour"), part("minute"), part("second"));
  return local.getTime() - Math.floor(epochMs / 1000) * 1000;
}

/** No zone's clock is a day ahead of GMT or behind it. */
const DAY_MS = 86_400_000;

/** The moments, one or two, at which a wall clock shows that time. In a gap, which none shows, the one it would be without the change. */
function momentsOf(localMs: number, zone: string): readonly [first: number, last: number] {
  const [before, after] = [
    localMs - offsetMs(localMs - DAY_MS, zone),
    localMs - offsetMs(localMs + DAY_MS, zone),
  ];
  const isShown = (at: number): boolean => at + offsetMs(at, zone) === localMs;
  if (before === after || !isShown(after)) return [before, before];
  return [isShown(before) ? before : after, after];
}

/**
 * The moment a wall clock shows that time: of two, the later, and where daylight saving leaves the time out, as much later as the clock
 * is put forward. Both are the time as it would be without daylight saving, which Java's Calendar takes it for.
 * Source: ICU ticket 5812, which compares the two calendars.
 */
export function momentOf(localMs: number, zone: string): number {
  return zoneName(zone) === "UTC" ? localMs : momentsOf(localMs, zone)[1];
}

/** The first moment at which a wall clock has come to that time. */
export function firstMomentOf(localMs: number, zone: string): number {
  return zoneName(zone) === "UTC" ? localMs : momentsOf(localMs, zone)[0];
}

export function dayInZone(epochMs: number, zone: string): ApexDate {
  const clock = wallClock(epochMs, zone);
  return ApexDate.of(clock.year, clock.month, clock.day);
}
