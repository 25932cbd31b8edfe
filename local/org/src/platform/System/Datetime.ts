/** Datetime and Time. Source: Apex Reference, "Datetime Class", "Time Class". */
import { ApexDate } from "../../runtime/date.ts";
import { ApexDatetime } from "../../runtime/datetime.ts";
import { raise, raiseNullArgument } from "../../runtime/exception.ts";
import { ApexTime } from "../../runtime/time.ts";
import { concatText } from "../../runtime/text.ts";
import { transaction } from "../../runtime/transaction.ts";
import { refusingNull } from "../arguments.ts";
import { type Behaviour, platformType } from "../../runtime/behaviour.ts";
import { formatPattern } from "../date-format.ts";
import {
  localDatetime,
  longLocalDatetime,
  parseLocalDatetime,
} from "../../runtime/locale-dates.ts";
import {
  dayInZone,
  isZone,
  momentOf,
  wallClock,
  type WallClock,
} from "../../runtime/time-zones.ts";

const GMT = "GMT";

function userZone(): string {
  return transaction().user.timeZone;
}

function invalid(text: string): never {
  return raise("System.TypeException", `Invalid date/time: ${text}`);
}

function made(zone: string): Behaviour {
  return (
    year: number | ApexDate,
    month: number | ApexTime = 1,
    day: number = 1,
    hour: number = 0,
    minute: number = 0,
    second: number = 0,
  ) => {
    if (year instanceof ApexDate)
      return new ApexDatetime(
        momentOf(year.epochMs + (month instanceof ApexTime ? month.ms : 0), zone),
      );
    const date = ApexDate.of(year, Number(month), day);
    return new ApexDatetime(
      momentOf(date.epochMs + ((hour * 60 + minute) * 60 + second) * 1000, zone),
    );
  };
}

/** `2026-01-31 10:15:30`, the time and even its seconds optional; a zone behind it is read over, the time is the given zone's. */
function ofText(text: string, zone: string): ApexDatetime {
  const match =
    /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?(?:[+-]\d{2}:?\d{2})?)?Z?\s*$/.exec(
      text,
    );
  if (match === null) return invalid(text);
  const part = (index: number): number => Number(match[index] ?? 0);
  const date = ApexDate.of(part(1), part(2), part(3));
  // No time of day: hour 25 is the first of the day after.
  const seconds = (part(4) * 60 + part(5)) * 60 + part(6);
  return new ApexDatetime(momentOf(date.epochMs + seconds * 1000, zone));
}

function ofObject(value: unknown): ApexDatetime {
  if (value instanceof ApexDatetime) return value;
  if (value instanceof ApexDate) return ApexDatetime.ofDate(value);
  if (typeof value === "string") return ofText(value, userZone());
  if (typeof value === "bigint" || typeof value === "number")
    return new ApexDatetime(Number(value));
  return value === null ? raiseNullArgument() : invalid(concatText(value));
}

/** Moves the wall clock of GMT by whole months. */
function addMonths(at: ApexDatetime, months: number): ApexDatetime {
  const timeOfDay = at.epochMs - at.dateGmt.epochMs;
  return new ApexDatetime(at.dateGmt.addMonths(months).epochMs + timeOfDay);
}

function zoneOf(zone: string): string {
  return isZone(zone) ? zone : GMT;
}

function dayOfYear(at: ApexDatetime, zone: string): number {
  const date = dayInZone(at.epochMs, zone);
  return date.days - ApexDate.of(date.year, 1, 1).days + 1;
}

function timeIn(at: ApexDatetime, zone: string): ApexTime {
  const clock = wallClock(at.epochMs, zone);
  return ApexTime.of(clock.hour, clock.minute, clock.second, clock.millisecond);
}

/** `hour` in the user's zone and `hourGmt`. */
function clockReaders(): Record<string, Behaviour> {
  const parts: readonly (keyof WallClock)[] = [
    "year",
    "month",
    "day",
    "hour",
    "minute",
    "second",
    "millisecond",
  ];
  return Object.fromEntries(
    parts.flatMap((part): readonly (readonly [string, Behaviour])[] => [
      [part, (at: ApexDatetime) => wallClock(at.epochMs, userZone())[part]],
      [`${part}Gmt`, (at: ApexDatetime) => wallClock(at.epochMs, GMT)[part]],
    ]),
  );
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const datetimeBehaviour = platformType({
  type: "Datetime",
  statics: {
    valueOf: ofObject,
    now: () => new ApexDatetime(transaction().host.clock.now()),
    ...refusingNull({
      "newInstance(Long)": (ms: bigint) => new ApexDatetime(Number(ms)),
      newInstance: (...parts: readonly unknown[]): unknown => made(userZone())(...parts),
      newInstanceGmt: made(GMT),
      valueOfGmt: (text: string) => ofText(text, GMT),
      parse: (text: string) => {
        const { locale, timeZone } = transaction().user;
        const ms = parseLocalDatetime(text, locale, timeZone);
        return ms === null ? invalid(text) : new ApexDatetime(ms);
      },
    }),
  },
  methods: {
    ...clockReaders(),
    ...refusingNull({
      addDays: (at: ApexDatetime, days: number) => at.addMs(days * DAY),
      addHours: (at: ApexDatetime, hours: number) => at.addMs(hours * HOUR),
      addMinutes: (at: ApexDatetime, minutes: number) => at.addMs(minutes * MINUTE),
      addSeconds: (at: ApexDatetime, seconds: number) => at.addMs(seconds * SECOND),
      addMonths,
      addYears: (at: ApexDatetime, years: number) => addMonths(at, years * 12),
      date: (at: ApexDatetime) => dayInZone(at.epochMs, userZone()),
      dateGmt: (at: ApexDatetime) => at.dateGmt,
      dayOfYear: (at: ApexDatetime) => dayOfYear(at, userZone()),
      dayOfYearGmt: (at: ApexDatetime) => dayOfYear(at, GMT),
      "format()": (at: ApexDatetime) =>
        localDatetime(at.epochMs, transaction().user.locale, userZone()),
      "format(String)": (at: ApexDatetime, pattern: string) =>
        formatPattern(at.epochMs, pattern, userZone()),
      "format(String,String)": (at: ApexDatetime, pattern: string, zone: string) =>
        formatPattern(at.epochMs, pattern, zoneOf(zone)),
      formatGmt: (at: ApexDatetime, pattern: string) => formatPattern(at.epochMs, pattern, GMT),
      formatLong: (at: ApexDatetime) =>
        longLocalDatetime(at.epochMs, transaction().user.locale, userZone()),
      getTime: (at: ApexDatetime) => BigInt(at.epochMs),
      isSameDay: (at: ApexDatetime, other: ApexDatetime) =>
        dayInZone(at.epochMs, userZone()).days === dayInZone(other.epochMs, userZone()).days,
      time: (at: ApexDatetime) => timeIn(at, userZone()),
      timeGmt: (at: ApexDatetime) => timeIn(at, GMT),
    }),
  },
});

export const timeBehaviour = platformType({
  type: "Time",
  statics: refusingNull({
    newInstance: (hour: number, minute: number, second: number, millisecond: number) =>
      ApexTime.of(hour, minute, second, millisecond),
  }),
  methods: refusingNull({
    addHours: (time: ApexTime, hours: number) => new ApexTime(time.ms + hours * HOUR),
    addMinutes: (time: ApexTime, minutes: number) => new ApexTime(time.ms + minutes * MINUTE),
    addSeconds: (time: ApexTime, seconds: number) => new ApexTime(time.ms + seconds * SECOND),
    addMilliseconds: (time: ApexTime, ms: number) => new ApexTime(time.ms + ms),
    hour: (time: ApexTime) => time.hour,
    minute: (time: ApexTime) => time.minute,
    second: (time: ApexTime) => time.second,
    millisecond: (time: ApexTime) => time.millisecond,
  }),
});
