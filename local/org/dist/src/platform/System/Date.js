/** Date. Source: Apex Reference, "Date Class". */
import { ApexDate, daysInMonth } from "../../runtime/date.js";
import { ApexDatetime } from "../../runtime/datetime.js";
import { raise, raiseNullArgument } from "../../runtime/exception.js";
import { concatText } from "../../runtime/text.js";
import { transaction } from "../../runtime/transaction.js";
import { refusingNull } from "../arguments.js";
import { platformType } from "../../runtime/behaviour.js";
import { localDate, parseLocalDate } from "../../runtime/locale-dates.js";
import { dayInZone } from "../../runtime/time-zones.js";
import { today } from "./System.js";
function invalid(text) {
    return raise("System.TypeException", `Invalid date: ${text}`);
}
/** `2026-01-31`, with or without a time after it, which is dropped. */
function ofText(text) {
    const day = /^\s*(\d{4}-\d{1,2}-\d{1,2})(?:[T\s].*)?$/.exec(text)?.[1];
    return (day === undefined ? null : ApexDate.parseIso(day)) ?? invalid(text);
}
function ofObject(value) {
    if (value instanceof ApexDate)
        return value;
    if (value instanceof ApexDatetime)
        return dayInZone(value.epochMs, transaction().user.timeZone);
    if (typeof value === "string")
        return ofText(value);
    return value === null ? raiseNullArgument() : invalid(concatText(value));
}
function dayOfYear(date) {
    return date.days - ApexDate.of(date.year, 1, 1).days + 1;
}
function isLeapYear(year) {
    return daysInMonth(year, 2) === 29;
}
export const dateBehaviour = platformType({
    type: "Date",
    statics: {
        valueOf: ofObject,
        today,
        ...refusingNull({
            newInstance: (year, month, day) => ApexDate.of(year, month, day),
            daysInMonth,
            isLeapYear,
            parse: (text) => parseLocalDate(text, transaction().user.locale) ?? invalid(text),
        }),
    },
    methods: refusingNull({
        addDays: (date, days) => date.addDays(days),
        addMonths: (date, months) => date.addMonths(months),
        addYears: (date, years) => date.addMonths(years * 12),
        day: (date) => date.day,
        dayOfYear,
        daysBetween: (date, other) => other.days - date.days,
        format: (date) => localDate(date, transaction().user.locale),
        isSameDay: (date, other) => date.days === other.days,
        month: (date) => date.month,
        /** Days are ignored: 31 January to 1 February is one month. */
        monthsBetween: (date, other) => (other.year - date.year) * 12 + other.month - date.month,
        toStartOfMonth: (date) => ApexDate.of(date.year, date.month, 1),
        toStartOfWeek: (date) => date.addDays(-((date.weekday - firstWeekday(transaction().user.locale) + 7) % 7)),
        year: (date) => date.year,
    }),
});
/** Sunday is 0: in the United States the week starts on it, in most of Europe on Monday. */
function firstWeekday(locale) {
    const info = new Intl.Locale(locale.replaceAll("_", "-"));
    return info.getWeekInfo().firstDay % 7;
}
