/** Source: Salesforce Help, "Formula Operators and Functions by Context", Date and Time Functions. */
import { ApexDate, daysInMonth } from "../../runtime/date.js";
import { ApexDatetime } from "../../runtime/datetime.js";
import { ApexDecimal } from "../../runtime/decimal.js";
import { ApexTime } from "../../runtime/time.js";
import { dayInZone } from "../../runtime/time-zones.js";
import { FormulaUndefined, textOf } from "../value.js";
import { eager, NUMBER } from "./function.js";
import { decimal } from "./math.js";
const DATE = ["date"];
const TIME = ["time"];
const MS_PER_DAY = 86_400_000;
function integer(value) {
    const number = decimal(value);
    return number === null ? null : Number(number.toBigInt());
}
function ofInteger(value) {
    return ApexDecimal.ofInteger(value);
}
function ofDate(answer) {
    return eager("number", [DATE], ([date]) => date instanceof ApexDate ? ofInteger(answer(date)) : null);
}
function ofTime(answer) {
    return eager("number", [TIME], ([time]) => time instanceof ApexTime ? ofInteger(answer(time)) : null);
}
/** The last day of a month stays the last day: ADDMONTHS of 28 February is 31 March. */
function addMonths(date, months) {
    const isLast = date.day === daysInMonth(date.year, date.month);
    const moved = date.addMonths(months);
    return isLast
        ? ApexDate.of(moved.year, moved.month, daysInMonth(moved.year, moved.month))
        : moved;
}
function addMonthsTo([value = null, count]) {
    const months = integer(count);
    if (months === null)
        return null;
    if (value instanceof ApexDate)
        return addMonths(value, months);
    if (!(value instanceof ApexDatetime))
        return null;
    const day = value.dateGmt;
    return new ApexDatetime(value.epochMs - day.epochMs + addMonths(day, months).epochMs);
}
function date(values) {
    const [year, month, day] = values.map(integer);
    if (typeof year !== "number" || typeof month !== "number" || typeof day !== "number")
        return null;
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
        throw new FormulaUndefined("no such date");
    return ApexDate.of(year, month, day);
}
function parsedDate(text) {
    if (text === "")
        return null;
    const parsed = ApexDate.parseIso(text);
    if (parsed === null)
        throw new FormulaUndefined(text);
    return parsed;
}
function parsedDatetime(text) {
    if (text === "")
        return null;
    const parsed = ApexDatetime.parseIso(text.replace(" ", "T"));
    if (parsed === null)
        throw new FormulaUndefined(text);
    return parsed;
}
function parsedTime(text) {
    if (text === "")
        return null;
    const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?$/u.exec(text);
    const [hour, minute, second, ms] = [1, 2, 3, 4].map((group) => Number(match?.[group] ?? 0));
    if (match === null || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59)
        throw new FormulaUndefined(text);
    return ApexTime.of(hour ?? 0, minute ?? 0, second ?? 0, ms ?? 0);
}
/** The Thursday of a date's week names the ISO year; weeks begin on Monday. */
function isoThursday(day) {
    return day.addDays(3 - ((day.weekday + 6) % 7));
}
function dayOfYear(day) {
    return day.days - ApexDate.of(day.year, 1, 1).days + 1;
}
function unixTimestamp([value = null]) {
    if (value instanceof ApexDatetime || value instanceof ApexDate)
        return ofInteger(Math.floor(value.epochMs / 1000));
    return value instanceof ApexTime ? ofInteger(Math.floor(value.ms / 1000)) : null;
}
/** Of a number of seconds, or between two times or moments. */
function formatDuration([first = null, second = null]) {
    if (first instanceof ApexDecimal)
        return durationText(integer(first) ?? 0, second === true);
    if (first instanceof ApexTime && second instanceof ApexTime)
        return durationText(Math.trunc((second.ms - first.ms) / 1000), false);
    if (first instanceof ApexDatetime && second instanceof ApexDatetime)
        return durationText(Math.trunc((second.epochMs - first.epochMs) / 1000), true);
    return "";
}
function durationText(seconds, includeDays) {
    const size = Math.abs(seconds);
    const two = (value) => String(Math.floor(value)).padStart(2, "0");
    const hours = includeDays ? (size % 86_400) / 3600 : size / 3600;
    const days = includeDays ? `${Math.floor(size / 86_400)}:` : "";
    return `${seconds < 0 ? "-" : ""}${days}${two(hours)}:${two((size % 3600) / 60)}:${two(size % 60)}`;
}
export const DATES = {
    ADDMONTHS: eager(([kind = "date"]) => kind, [["date", "datetime"], NUMBER], (values) => addMonthsTo(values)),
    DATE: eager("date", [NUMBER, NUMBER, NUMBER], date),
    DATEVALUE: eager("date", [["text", "date", "datetime"]], ([value = null], { timeZone }) => {
        if (value instanceof ApexDatetime)
            return dayInZone(value.epochMs, timeZone);
        return value instanceof ApexDate ? value : parsedDate(textOf(value));
    }),
    DATETIMEVALUE: eager("datetime", [["text", "date", "datetime"]], ([value = null]) => {
        if (value instanceof ApexDatetime)
            return value;
        return value instanceof ApexDate ? ApexDatetime.ofDate(value) : parsedDatetime(textOf(value));
    }),
    DAY: ofDate(({ day }) => day),
    DAYOFYEAR: ofDate(dayOfYear),
    FORMATDURATION: eager("text", [
        ["number", "time", "datetime"],
        ["boolean", "time", "datetime"],
    ], formatDuration, { optional: 1 }),
    FROMUNIXTIME: eager("datetime", [NUMBER], ([seconds]) => {
        const number = decimal(seconds);
        return number === null ? null : new ApexDatetime(Math.round(number.toNumber() * 1000));
    }),
    HOUR: ofTime(({ hour }) => hour),
    ISOWEEK: ofDate((day) => Math.ceil(dayOfYear(isoThursday(day)) / 7)),
    ISOYEAR: ofDate((day) => isoThursday(day).year),
    MILLISECOND: ofTime(({ millisecond }) => millisecond),
    MINUTE: ofTime(({ minute }) => minute),
    MONTH: ofDate(({ month }) => month),
    NOW: eager("datetime", [], (_values, { now }) => new ApexDatetime(now)),
    SECOND: ofTime(({ second }) => second),
    TIMENOW: eager("time", [], (_values, { now }) => new ApexTime(now % MS_PER_DAY)),
    TIMEVALUE: eager("time", [["text", "time", "datetime"]], ([value = null]) => {
        if (value instanceof ApexTime)
            return value;
        return value instanceof ApexDatetime ? new ApexTime(value.epochMs) : parsedTime(textOf(value));
    }),
    TODAY: eager("date", [], (_values, { now, timeZone }) => dayInZone(now, timeZone)),
    UNIXTIMESTAMP: eager("number", [["date", "datetime", "time"]], unixTimestamp),
    // Sunday is 1.
    WEEKDAY: ofDate(({ weekday }) => weekday + 1),
    YEAR: ofDate(({ year }) => year),
};
