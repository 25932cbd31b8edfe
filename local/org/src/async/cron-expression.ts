import { civilFromDays, dayOfWeek, daysFromCivil, localDay, MS_PER_DAY } from "../soql/calendar.ts";
import { momentOf } from "../runtime/time-zones.ts";

/**
 * A schedule: seconds, minutes, hours, day of month, month, day of week, optional year. Seconds and minutes are single numbers.
 * Source: Apex Developer Guide, Apex Scheduler, "Using the System.schedule Method".
 */
export interface CronExpression {
  readonly second: number;
  readonly minute: number;
  readonly hours: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly isDay: DayRule;
  /** null: every year. */
  readonly years: ReadonlySet<number> | null;
}

/** Whether a schedule runs on a day. */
type DayRule = (day: DayOfMonth) => boolean;

interface DayOfMonth {
  readonly day: number;
  readonly lastDay: number;
  /** 1 is Sunday. */
  readonly weekDay: number;
}

const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
const DAYS = "SUN MON TUE WED THU FRI SAT".split(" ");
const [SUNDAY, SATURDAY] = [1, 7];

/** The documentation says 2099, but jobs of 2101 can be scheduled: AsyncApexJobsSelectorTest of declarative-lookup-rollup-summaries does. */
const LAST_YEAR = 2101;

/** Salesforce schedules by Quartz, whose words these are. */
const NO_DAY = "'?' can only be specified for Day-of-Month -OR- Day-of-Week.";
const BOTH_DAYS =
  "Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.";

export type ParsedCron = { readonly cron: CronExpression } | { readonly error: string };

export function parseCron(text: string): ParsedCron {
  const illegal = { error: `Illegal cron expression format: ${text}` };
  const parts = text.trim().split(/\s+/u);
  if (parts.length !== 6 && parts.length !== 7) return illegal;
  const [
    seconds = "",
    minutes = "",
    hours = "",
    ofMonth = "",
    months = "",
    ofWeek = "",
    years = "*",
  ] = parts;
  const second = single(seconds);
  const minute = single(minutes);
  const hourSet = values(hours, 0, 23, []);
  const monthSet = values(months, 1, 12, MONTHS);
  const yearSet = years === "*" || years === "?" ? null : values(years, 1970, LAST_YEAR, []);
  // One of the two says "no specific value"; "*" is a value.
  const isDay = ofWeek === "?" ? dayOfMonthRule(ofMonth) : dayOfWeekRule(ofWeek);
  const isWhole =
    second !== undefined && minute !== undefined && hourSet !== undefined && monthSet !== undefined;
  if (!isWhole || isDay === undefined || yearSet === undefined) return illegal;
  if (ofMonth === "?" && ofWeek === "?") return { error: NO_DAY };
  if (ofMonth !== "?" && ofWeek !== "?") return { error: BOTH_DAYS };
  return {
    cron: { second, minute, hours: hourSet, months: monthSet, isDay, years: yearSet },
  };
}

/** `L` the last, `15W` the weekday nearest to the 15th, `LW` the last weekday. */
function dayOfMonthRule(text: string): DayRule | undefined {
  if (text === "?" || text === "*") return () => true;
  if (text === "L") return ({ day, lastDay }) => day === lastDay;
  if (text === "LW") return (at) => at.day === nearestWeekday({ ...at, of: at.lastDay });
  const nearest = /^(\d{1,2})W$/u.exec(text);
  if (nearest !== null) {
    const of = Number(nearest[1]);
    return of < 1 || of > 31
      ? undefined
      : (at) => of <= at.lastDay && at.day === nearestWeekday({ ...at, of });
  }
  const days = values(text, 1, 31, []);
  return days === undefined ? undefined : ({ day }) => days.has(day);
}

/** Never in another month: the 1st, on a Saturday, gives way to Monday the 3rd. */
function nearestWeekday({
  day,
  weekDay,
  lastDay,
  of,
}: DayOfMonth & { readonly of: number }): number {
  const weekDayOf = ((((weekDay - 1 + of - day) % 7) + 7) % 7) + 1;
  if (weekDayOf === SATURDAY) return of === 1 ? 3 : of - 1;
  if (weekDayOf === SUNDAY) return of === lastDay ? of - 2 : of + 1;
  return of;
}

/** `L` Saturday, `6L` the last Friday, `6#3` the third Friday. */
function dayOfWeekRule(text: string): DayRule | undefined {
  if (text === "*") return () => true;
  if (text.toUpperCase() === "L") return ({ weekDay }) => weekDay === SATURDAY;
  const last = /^(\w+)L$/iu.exec(text);
  if (last !== null) {
    const sought = oneDay(last[1] ?? "");
    return sought === undefined
      ? undefined
      : ({ day, lastDay, weekDay }) => weekDay === sought && day > lastDay - 7;
  }
  const nth = /^(\w+)#([1-5])$/u.exec(text);
  if (nth !== null) {
    const sought = oneDay(nth[1] ?? "");
    return sought === undefined
      ? undefined
      : ({ day, weekDay }) => weekDay === sought && Math.ceil(day / 7) === Number(nth[2]);
  }
  const days = values(text, 1, 7, DAYS);
  return days === undefined ? undefined : ({ weekDay }) => days.has(weekDay);
}

function oneDay(text: string): number | undefined {
  const days = values(text, 1, 7, DAYS);
  return days?.size === 1 ? [...days][0] : undefined;
}

function single(text: string): number | undefined {
  return /^[0-5]?\d$/u.test(text) ? Number(text) : undefined;
}

function values(
  text: string,
  least: number,
  most: number,
  names: readonly string[],
): ReadonlySet<number> | undefined {
  const found = new Set<number>();
  for (const part of text.split(",")) {
    const [range = "", step = "1"] = part.split("/");
    const [first = "", last] = range.split("-");
    const from = range === "*" ? least : numberOf(first, least, names);
    const to =
      range === "*" || (last === undefined && part.includes("/"))
        ? most
        : numberOf(last ?? first, least, names);
    if (
      !/^\d+$/u.test(step) ||
      Number(step) < 1 ||
      from === undefined ||
      to === undefined ||
      from < least ||
      to > most ||
      from > to
    )
      return undefined;
    for (let value = from; value <= to; value += Number(step)) found.add(value);
  }
  return found;
}

function numberOf(text: string, least: number, names: readonly string[]): number | undefined {
  const named = names.indexOf(text.toUpperCase());
  if (named >= 0) return named + least;
  return /^\d+$/u.test(text) ? Number(text) : undefined;
}

/** How far ahead a next time is looked for. */
const HORIZON_DAYS = 366 * 100;

/** The first time after `after`, epoch ms; undefined when there is none. */
export function nextTime(
  cron: CronExpression,
  after: number,
  timeZone: string,
): number | undefined {
  const first = localDay(after, timeZone);
  for (let days = first; days < first + HORIZON_DAYS; days += 1) {
    if (!isDayOf(cron, days)) continue;
    for (const hour of [...cron.hours].sort((left, right) => left - right)) {
      const local = ((hour * 60 + cron.minute) * 60 + cron.second) * 1000;
      const at = momentOf(days * MS_PER_DAY + local, timeZone);
      if (at > after) return at;
    }
  }
  return undefined;
}

function isDayOf(cron: CronExpression, days: number): boolean {
  const { year, month, day } = civilFromDays(days);
  if (!cron.months.has(month) || cron.years?.has(year) === false) return false;
  const lastDay = civilFromDays(daysFromCivil(year, month + 1, 1) - 1).day;
  return cron.isDay({ day, lastDay, weekDay: dayOfWeek(days) });
}
