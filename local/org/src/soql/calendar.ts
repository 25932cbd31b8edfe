/** Days since 1970-01-01 and the calendar, and local midnights of a time zone. Pure: no clock. */

export const MS_PER_DAY = 86_400_000;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

export function daysFromCivil(year: number, month: number, day: number): number {
  return Math.floor(utcTime(year, month, day) / MS_PER_DAY);
}

/** Date.UTC reads years below 100 as 19xx; setUTCFullYear does not. */
function utcTime(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

export function civilFromDays(days: number): CivilDate {
  const date = new Date(days * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1 is Sunday, as DAY_IN_WEEK counts. */
export function dayOfWeek(days: number): number {
  return ((((days + 4) % 7) + 7) % 7) + 1;
}

export function dayOfYear(days: number): number {
  return days - daysFromCivil(civilFromDays(days).year, 1, 1) + 1;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
      era: "short",
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** Milliseconds to add to UTC for local time at this instant. */
export function offsetAt(epochMs: number, timeZone: string): number {
  if (timeZone === "UTC" || timeZone === "GMT") return 0;
  const parts: Record<string, string> = {};
  for (const part of formatterFor(timeZone).formatToParts(epochMs)) parts[part.type] = part.value;
  const year = parts["era"] === "BC" ? 1 - Number(parts["year"]) : Number(parts["year"]);
  const local =
    utcTime(year, Number(parts["month"]), Number(parts["day"])) +
    (Number(parts["hour"]) * 3600 + Number(parts["minute"]) * 60 + Number(parts["second"])) * 1000;
  return local - Math.floor(epochMs / 1000) * 1000;
}

/** The local calendar day of an instant. */
export function localDay(epochMs: number, timeZone: string): number {
  return Math.floor((epochMs + offsetAt(epochMs, timeZone)) / MS_PER_DAY);
}

/** The instant at which a local day begins. */
export function startOfDay(days: number, timeZone: string): number {
  const utc = days * MS_PER_DAY;
  const first = utc - offsetAt(utc, timeZone);
  return utc - offsetAt(first, timeZone);
}
