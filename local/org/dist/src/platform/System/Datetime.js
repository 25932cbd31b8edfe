/** Datetime and Time. Source: Apex Reference, "Datetime Class", "Time Class". */
import { ApexDate } from "../../runtime/date.js";
import { ApexDatetime } from "../../runtime/datetime.js";
import { raise, raiseNullArgument } from "../../runtime/exception.js";
import { ApexTime } from "../../runtime/time.js";
import { concatText } from "../../runtime/text.js";
import { transaction } from "../../runtime/transaction.js";
import { refusingNull } from "../arguments.js";
import { platformType } from "../../runtime/behaviour.js";
import { formatPattern } from "../date-format.js";
import { localDatetime, longLocalDatetime, parseLocalDatetime, } from "../../runtime/locale-dates.js";
import { dayInZone, isZone, momentOf, wallClock, } from "../../runtime/time-zones.js";
const GMT = "GMT";
function userZone() {
    return transaction().user.timeZone;
}
function invalid(text) {
    return raise("System.TypeException", `Invalid date/time: ${text}`);
}
function made(zone) {
    return (year, month = 1, day = 1, hour = 0, minute = 0, second = 0) => {
        if (year instanceof ApexDate)
            return new ApexDatetime(momentOf(year.epochMs + (month instanceof ApexTime ? month.ms : 0), zone));
        const date = ApexDate.of(year, Number(month), day);
        return new ApexDatetime(momentOf(date.epochMs + ((hour * 60 + minute) * 60 + second) * 1000, zone));
    };
}
/** `2026-01-31 10:15:30`, the time and even its seconds optional; a zone behind it is read over, the time is the given zone's. */
function ofText(text, zone) {
    const match = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?(?:[+-]\d{2}:?\d{2})?)?Z?\s*$/.exec(text);
    if (match === null)
        return invalid(text);
    const part = (index) => Number(match[index] ?? 0);
    const date = ApexDate.of(part(1), part(2), part(3));
    const time = ApexTime.of(part(4), part(5), part(6), 0);
    return new ApexDatetime(momentOf(date.epochMs + time.ms, zone));
}
function ofObject(value) {
    if (value instanceof ApexDatetime)
        return value;
    if (value instanceof ApexDate)
        return ApexDatetime.ofDate(value);
    if (typeof value === "string")
        return ofText(value, userZone());
    if (typeof value === "bigint" || typeof value === "number")
        return new ApexDatetime(Number(value));
    return value === null ? raiseNullArgument() : invalid(concatText(value));
}
/** Moves the wall clock of GMT by whole months. */
function addMonths(at, months) {
    const timeOfDay = at.epochMs - at.dateGmt.epochMs;
    return new ApexDatetime(at.dateGmt.addMonths(months).epochMs + timeOfDay);
}
function zoneOf(zone) {
    return isZone(zone) ? zone : GMT;
}
function dayOfYear(at, zone) {
    const date = dayInZone(at.epochMs, zone);
    return date.days - ApexDate.of(date.year, 1, 1).days + 1;
}
function timeIn(at, zone) {
    const clock = wallClock(at.epochMs, zone);
    return ApexTime.of(clock.hour, clock.minute, clock.second, clock.millisecond);
}
/** `hour` in the user's zone and `hourGmt`. */
function clockReaders() {
    const parts = [
        "year",
        "month",
        "day",
        "hour",
        "minute",
        "second",
        "millisecond",
    ];
    return Object.fromEntries(parts.flatMap((part) => [
        [part, (at) => wallClock(at.epochMs, userZone())[part]],
        [`${part}Gmt`, (at) => wallClock(at.epochMs, GMT)[part]],
    ]));
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
            "newInstance(Long)": (ms) => new ApexDatetime(Number(ms)),
            newInstance: (...parts) => made(userZone())(...parts),
            newInstanceGmt: made(GMT),
            valueOfGmt: (text) => ofText(text, GMT),
            parse: (text) => {
                const { locale, timeZone } = transaction().user;
                const ms = parseLocalDatetime(text, locale, timeZone);
                return ms === null ? invalid(text) : new ApexDatetime(ms);
            },
        }),
    },
    methods: {
        ...clockReaders(),
        ...refusingNull({
            addDays: (at, days) => at.addMs(days * DAY),
            addHours: (at, hours) => at.addMs(hours * HOUR),
            addMinutes: (at, minutes) => at.addMs(minutes * MINUTE),
            addSeconds: (at, seconds) => at.addMs(seconds * SECOND),
            addMonths,
            addYears: (at, years) => addMonths(at, years * 12),
            date: (at) => dayInZone(at.epochMs, userZone()),
            dateGmt: (at) => at.dateGmt,
            dayOfYear: (at) => dayOfYear(at, userZone()),
            dayOfYearGmt: (at) => dayOfYear(at, GMT),
            "format()": (at) => localDatetime(at.epochMs, transaction().user.locale, userZone()),
            "format(String)": (at, pattern) => formatPattern(at.epochMs, pattern, userZone()),
            "format(String,String)": (at, pattern, zone) => formatPattern(at.epochMs, pattern, zoneOf(zone)),
            formatGmt: (at, pattern) => formatPattern(at.epochMs, pattern, GMT),
            formatLong: (at) => longLocalDatetime(at.epochMs, transaction().user.locale, userZone()),
            getTime: (at) => BigInt(at.epochMs),
            isSameDay: (at, other) => dayInZone(at.epochMs, userZone()).days === dayInZone(other.epochMs, userZone()).days,
            time: (at) => timeIn(at, userZone()),
            timeGmt: (at) => timeIn(at, GMT),
        }),
    },
});
export const timeBehaviour = platformType({
    type: "Time",
    statics: refusingNull({
        newInstance: (hour, minute, second, millisecond) => ApexTime.of(hour, minute, second, millisecond),
    }),
    methods: refusingNull({
        addHours: (time, hours) => new ApexTime(time.ms + hours * HOUR),
        addMinutes: (time, minutes) => new ApexTime(time.ms + minutes * MINUTE),
        addSeconds: (time, seconds) => new ApexTime(time.ms + seconds * SECOND),
        addMilliseconds: (time, ms) => new ApexTime(time.ms + ms),
        hour: (time) => time.hour,
        minute: (time) => time.minute,
        second: (time) => time.second,
        millisecond: (time) => time.millisecond,
    }),
});
