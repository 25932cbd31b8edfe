/** Days since 1970-01-01 and the calendar, and local midnights of a time zone. Pure: no clock. */

import { firstMomentOf, offsetMs } from "../runtime/time-zones.ts";

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

/** The local calendar day of an instant. */
export function localDay(epochMs: number, timeZone: string): number {
  return Math.floor((epochMs + offsetMs(epochMs, timeZone)) / MS_PER_DAY);
}

/** The instant at which a local day begins: where daylight saving leaves midnight out, that of the change. */
export function startOfDay(days: number, timeZone: string): number {
  return firstMomentOf(days * MS_PER_DAY, timeZone);
}
