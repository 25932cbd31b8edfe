/**
 * Arithmetic of business hours on moments in epoch milliseconds. A day opens and closes when the clock of the zone shows it, so a day
 * on which the clocks change is an hour shorter or longer. Source: Apex Reference, "BusinessHours Class".
 */
import type { OpeningHours } from "../../runtime/opening-hours.ts";
import { dayInZone, momentOf } from "../../runtime/time-zones.ts";
import { ApexDate } from "../../runtime/date.ts";

/** Open from `start` until before `end`. */
interface OpenTime {
  readonly start: number;
  readonly end: number;
}

/** Dates reach no further. Source: SOQL and SOSL Reference, "Date Formats and Date Literals". */
const LAST_DAY = ApexDate.of(4000, 12, 31).days;

/** What is open from `from` on, the first of it cut off there. Ends at the last day there is. */
function* openTimesFrom({ zone, days }: OpeningHours, from: number): Generator<OpenTime> {
  if (days.every((span) => span === null)) return;
  for (let day = dayInZone(from, zone); day.days <= LAST_DAY; day = day.addDays(1)) {
    const span = days[day.weekday] ?? null;
    if (span === null) continue;
    const start = Math.max(from, momentOf(day.epochMs + span.startMs, zone));
    const end = momentOf(day.epochMs + span.endMs, zone);
    if (start < end) yield { start, end };
  }
}

/** The moment when business has been open that long since `from`; null: it never will. */
export function afterOpenTime(
  hours: OpeningHours,
  from: number,
  intervalMs: number,
): number | null {
  let left = intervalMs;
  for (const { start, end } of openTimesFrom(hours, from)) {
    if (left <= end - start) return start + left;
    left -= end - start;
  }
  return null;
}

/** How long business is open between two moments; below zero where the second is the earlier one. */
export function openTimeBetween(hours: OpeningHours, from: number, to: number): number {
  if (to < from) return -openTimeBetween(hours, to, from);
  let total = 0;
  for (const { start, end } of openTimesFrom(hours, from)) {
    if (start >= to) break;
    total += Math.min(end, to) - start;
  }
  return total;
}

/** The first open moment from `from` on; null: there is none. */
export function nextOpening(hours: OpeningHours, from: number): number | null {
  for (const { start } of openTimesFrom(hours, from)) return start;
  return null;
}
