/** Date. Source: Apex Reference, "Date Class". */
import { ApexDate, daysInMonth } from "../../runtime/date.ts";
import { ApexDatetime } from "../../runtime/datetime.ts";
import { raise, raiseNullArgument } from "../../runtime/exception.ts";
import { concatText } from "../../runtime/text.ts";
import { transaction } from "../../runtime/transaction.ts";
import { refusingNull } from "../arguments.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { localDate, parseLocalDate } from "../../runtime/locale-dates.ts";
import { dayInZone } from "../../runtime/time-zones.ts";
import { today } from "./System.ts";

function invalid(text: string): never {
  return raise("System.TypeException", `Invalid date: ${text}`);
}

/**
 * `2026-01-31`, with or without a time after it, which is dropped. Months and days beyond the last roll over, as in Datetime.valueOf: the
 * suite of berehovskyi/apex-stream, which passes on scratch orgs, reads 2008-20-58.
 */
function ofText(text: string): ApexDate {
  const parts = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s].*)?$/.exec(text);
  if (parts === null) return invalid(text);
  return ApexDate.of(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

function ofObject(value: unknown): ApexDate {
  if (value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return dayInZone(value.epochMs, transaction().user.timeZone);
  if (typeof value === "string") return ofText(value);
  return value === null ? raiseNullArgument() : invalid(concatText(value));
}

function dayOfYear(date: ApexDate): number {
  return date.days - ApexDate.of(date.year, 1, 1).days + 1;
}

function isLeapYear(year: number): boolean {
  return daysInMonth(year, 2) === 29;
}

export const dateBehaviour = platformType({
  type: "Date",
  statics: {
    valueOf: ofObject,
    today,
    ...refusingNull({
      newInstance: (year: number, month: number, day: number) => ApexDate.of(year, month, day),
      daysInMonth,
      isLeapYear,
      parse: (text: string) => parseLocalDate(text, transaction().user.locale) ?? invalid(text),
    }),
  },
  methods: refusingNull({
    addDays: (date: ApexDate, days: number) => date.addDays(days),
    addMonths: (date: ApexDate, months: number) => date.addMonths(months),
    addYears: (date: ApexDate, years: number) => date.addMonths(years * 12),
    day: (date: ApexDate) => date.day,
    dayOfYear,
    daysBetween: (date: ApexDate, other: ApexDate) => other.days - date.days,
    format: (date: ApexDate) => localDate(date, transaction().user.locale),
    isSameDay: (date: ApexDate, other: ApexDate) => date.days === other.days,
    month: (date: ApexDate) => date.month,
    /** Days are ignored: 31 January to 1 February is one month. */
    monthsBetween: (date: ApexDate, other: ApexDate) =>
      (other.year - date.year) * 12 + other.month - date.month,
    toStartOfMonth: (date: ApexDate) => ApexDate.of(date.year, date.month, 1),
    toStartOfWeek: (date: ApexDate) =>
      date.addDays(-((date.weekday - firstWeekday(transaction().user.locale) + 7) % 7)),
    year: (date: ApexDate) => date.year,
  }),
});

/** Sunday is 0: in the United States the week starts on it, in most of Europe on Monday. */
function firstWeekday(locale: string): number {
  const info = new Intl.Locale(locale.replaceAll("_", "-")) as Intl.Locale & {
    // Part of ES2025's Intl.Locale Info, which TypeScript's library does not know yet.
    readonly getWeekInfo: () => { readonly firstDay: number };
  };
  return info.getWeekInfo().firstDay % 7;
}
