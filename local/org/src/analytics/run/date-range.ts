/**
 * The days that a filter on a date means: relative dates as reports write them (`LAST_N_DAYS:7`, `LAST 90 DAYS`), a day in the user's
 * locale or in ISO form, and the intervals of the standard date filter.
 * Source: Salesforce Help, "Relative Date Filter Reference"; Metadata API Developer Guide, "Report", UserDateInterval.
 */
import { parseLocalDate } from "../../runtime/locale-dates.ts";
import { ApexDate } from "../../runtime/date.ts";
import { ApexDatetime } from "../../runtime/datetime.ts";
import { dateLiteralRange, type DayRange } from "../../soql/date-literal.ts";
import { localDay, startOfDay } from "../../soql/calendar.ts";
import type { TimeFrame } from "../source/report-definition.ts";

export interface Moment {
  /** Epoch ms. */
  readonly now: number;
  readonly timeZone: string;
  readonly locale: string;
}

/** From `start` up to, not including, `end`: days for dates, epoch ms for times. */
export interface ValueRange {
  readonly start: number;
  readonly end: number;
}

/** null for a text that is no date. */
export function filterRange(
  text: string,
  type: "date" | "datetime",
  at: Moment,
): ValueRange | null {
  const days = relativeDays(text, at) ?? oneDay(text, at);
  if (days !== null) return type === "date" ? days : inTime(days, at);
  if (type !== "datetime") return null;
  const instant = ApexDatetime.parseIso(text);
  return instant === null ? null : { start: instant.epochMs, end: instant.epochMs + 1 };
}

function relativeDays(text: string, at: Moment): DayRange | null {
  const [name = "", count] = text.trim().toUpperCase().replace(/[ ]+/gu, "_").split(":");
  const written = /^(LAST|NEXT)_(\d+)_(DAYS|WEEKS|MONTHS|QUARTERS|YEARS)$/u.exec(name);
  const today = localDay(at.now, at.timeZone);
  const fixed = dateLiteralRange(name, count === undefined ? null : Number(count), today);
  if (fixed !== undefined) return fixed;
  if (written === null) return null;
  const [, direction, n, unit] = written;
  return dateLiteralRange(`${direction}_N_${unit}`, Number(n), today) ?? null;
}

function oneDay(text: string, { locale }: Moment): DayRange | null {
  const date = /^\d{4}-\d{2}-\d{2}$/u.test(text)
    ? ApexDate.parseIso(text)
    : parseLocalDate(text, locale);
  return date === null ? null : { start: date.days, end: date.days + 1 };
}

function inTime({ start, end }: DayRange, { timeZone }: Moment): ValueRange {
  return { start: startOfDay(start, timeZone), end: startOfDay(end, timeZone) };
}

/** Each interval by the first and the last literal it spans. */
const INTERVALS: Readonly<Record<string, readonly [string, string?]>> = {
  INTERVAL_TODAY: ["TODAY"],
  INTERVAL_YESTERDAY: ["YESTERDAY"],
  INTERVAL_TOMORROW: ["TOMORROW"],
  INTERVAL_THISWEEK: ["THIS_WEEK"],
  INTERVAL_LASTWEEK: ["LAST_WEEK"],
  INTERVAL_NEXTWEEK: ["NEXT_WEEK"],
  INTERVAL_THISMONTH: ["THIS_MONTH"],
  INTERVAL_LASTMONTH: ["LAST_MONTH"],
  INTERVAL_NEXTMONTH: ["NEXT_MONTH"],
  INTERVAL_LASTTHISMONTH: ["LAST_MONTH", "THIS_MONTH"],
  INTERVAL_THISNEXTMONTH: ["THIS_MONTH", "NEXT_MONTH"],
  INTERVAL_CURRENT: ["THIS_FISCAL_QUARTER"],
  INTERVAL_CURNEXT1: ["THIS_FISCAL_QUARTER", "NEXT_FISCAL_QUARTER"],
  INTERVAL_CURPREV1: ["LAST_FISCAL_QUARTER", "THIS_FISCAL_QUARTER"],
  INTERVAL_NEXT1: ["NEXT_FISCAL_QUARTER"],
  INTERVAL_PREV1: ["LAST_FISCAL_QUARTER"],
  INTERVAL_CURRENTQ: ["THIS_QUARTER"],
  INTERVAL_CURNEXTQ: ["THIS_QUARTER", "NEXT_QUARTER"],
  INTERVAL_CURPREVQ: ["LAST_QUARTER", "THIS_QUARTER"],
  INTERVAL_NEXTQ: ["NEXT_QUARTER"],
  INTERVAL_PREVQ: ["LAST_QUARTER"],
  INTERVAL_CURFY: ["THIS_FISCAL_YEAR"],
  INTERVAL_PREVFY: ["LAST_FISCAL_YEAR"],
  INTERVAL_NEXTFY: ["NEXT_FISCAL_YEAR"],
  INTERVAL_PREVCURFY: ["LAST_FISCAL_YEAR", "THIS_FISCAL_YEAR"],
  INTERVAL_CURNEXTFY: ["THIS_FISCAL_YEAR", "NEXT_FISCAL_YEAR"],
  INTERVAL_CURRENTY: ["THIS_YEAR"],
  INTERVAL_PREVY: ["LAST_YEAR"],
  INTERVAL_NEXTY: ["NEXT_YEAR"],
  INTERVAL_PREVCURY: ["LAST_YEAR", "THIS_YEAR"],
  INTERVAL_CURNEXTY: ["THIS_YEAR", "NEXT_YEAR"],
  INTERVAL_LAST7: ["LAST_N_DAYS:7"],
  INTERVAL_LAST30: ["LAST_N_DAYS:30"],
  INTERVAL_LAST60: ["LAST_N_DAYS:60"],
  INTERVAL_LAST90: ["LAST_N_DAYS:90"],
  INTERVAL_LAST120: ["LAST_N_DAYS:120"],
  INTERVAL_NEXT7: ["NEXT_N_DAYS:7"],
  INTERVAL_NEXT30: ["NEXT_N_DAYS:30"],
  INTERVAL_NEXT60: ["NEXT_N_DAYS:60"],
  INTERVAL_NEXT90: ["NEXT_N_DAYS:90"],
  INTERVAL_NEXT120: ["NEXT_N_DAYS:120"],
};

export function isInterval(interval: string): boolean {
  return interval === "INTERVAL_CUSTOM" || interval in INTERVALS;
}

/** null: all time. */
export function timeFrameRange(
  frame: TimeFrame,
  type: "date" | "datetime",
  at: Moment,
): ValueRange | null {
  if (frame.interval === "INTERVAL_CUSTOM") {
    const { start, end } = frame;
    if (start === null && end === null) return null;
    return {
      start: start === null ? -Infinity : (filterRange(start, type, at)?.start ?? -Infinity),
      end: end === null ? Infinity : (filterRange(end, type, at)?.end ?? Infinity),
    };
  }
  const [first, last = first] = INTERVALS[frame.interval] ?? [];
  if (first === undefined || last === undefined) return null;
  const from = filterRange(first, type, at);
  const to = filterRange(last, type, at);
  return from === null || to === null ? null : { start: from.start, end: to.end };
}
