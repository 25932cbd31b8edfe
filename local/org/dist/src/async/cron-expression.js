import { civilFromDays, dayOfWeek, daysFromCivil, localDay, startOfDay } from "../soql/calendar.js";
const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
const DAYS = "SUN MON TUE WED THU FRI SAT".split(" ");
/** undefined for a text that is no schedule. */
export function parseCron(text) {
    const parts = text.trim().split(/\s+/u);
    if (parts.length !== 6 && parts.length !== 7)
        return undefined;
    const [seconds = "", minutes = "", hours = "", dayOfMonth = "", months = "", weekDays = "", years = "*",] = parts;
    const second = single(seconds);
    const minute = single(minutes);
    const hourSet = values(hours, 0, 23, []);
    const monthSet = values(months, 1, 12, MONTHS);
    const daysOfMonth = dayOfMonth === "?" || dayOfMonth === "*"
        ? null
        : dayOfMonth === "L"
            ? "L"
            : values(dayOfMonth, 1, 31, []);
    const daysOfWeek = weekDays === "?" || weekDays === "*" ? null : values(weekDays, 1, 7, DAYS);
    const yearSet = years === "*" ? null : values(years, 1970, 2099, []);
    const isWhole = second !== undefined && minute !== undefined && hourSet !== undefined && monthSet !== undefined;
    if (!isWhole || daysOfMonth === undefined || daysOfWeek === undefined || yearSet === undefined)
        return undefined;
    return {
        second,
        minute,
        hours: hourSet,
        daysOfMonth,
        months: monthSet,
        daysOfWeek,
        years: yearSet,
    };
}
function single(text) {
    return /^[0-5]?\d$/u.test(text) ? Number(text) : undefined;
}
function values(text, least, most, names) {
    const found = new Set();
    for (const part of text.split(",")) {
        const [range = "", step = "1"] = part.split("/");
        const [first = "", last] = range.split("-");
        const from = range === "*" ? least : numberOf(first, least, names);
        const to = range === "*" || (last === undefined && part.includes("/"))
            ? most
            : numberOf(last ?? first, least, names);
        if (!/^\d+$/u.test(step) ||
            Number(step) < 1 ||
            from === undefined ||
            to === undefined ||
            from < least ||
            to > most ||
            from > to)
            return undefined;
        for (let value = from; value <= to; value += Number(step))
            found.add(value);
    }
    return found;
}
function numberOf(text, least, names) {
    const named = names.indexOf(text.toUpperCase());
    if (named >= 0)
        return named + least;
    return /^\d+$/u.test(text) ? Number(text) : undefined;
}
/** How far ahead a next time is looked for. */
const HORIZON_DAYS = 366 * 100;
/** The first time after `after`, epoch ms; undefined when there is none. */
export function nextTime(cron, after, timeZone) {
    const first = localDay(after, timeZone);
    for (let day = first; day < first + HORIZON_DAYS; day += 1) {
        if (!isDayOf(cron, day))
            continue;
        for (const hour of [...cron.hours].sort((left, right) => left - right)) {
            const at = startOfDay(day, timeZone) + ((hour * 60 + cron.minute) * 60 + cron.second) * 1000;
            if (at > after)
                return at;
        }
    }
    return undefined;
}
function isDayOf(cron, days) {
    const { year, month, day } = civilFromDays(days);
    const lastDay = civilFromDays(daysFromCivil(year, month + 1, 1) - 1).day;
    return (cron.months.has(month) &&
        (cron.years?.has(year) ?? true) &&
        (cron.daysOfMonth === null ||
            (cron.daysOfMonth === "L" ? day === lastDay : cron.daysOfMonth.has(day))) &&
        (cron.daysOfWeek?.has(dayOfWeek(days)) ?? true));
}
