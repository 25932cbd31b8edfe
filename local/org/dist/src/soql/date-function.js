import { ApexDate } from "../runtime/date.js";
import { ApexDatetime } from "../runtime/datetime.js";
import { civilFromDays, dayOfWeek, dayOfYear, localDay, MS_PER_DAY } from "./calendar.js";
import { offsetMs } from "../runtime/time-zones.js";
/** Parts of a local day, by the name of the SOQL date function. Source: SOQL and SOSL Reference, Date Functions. */
const DAY_PARTS = {
    CALENDAR_YEAR: (days) => civilFromDays(days).year,
    CALENDAR_QUARTER: (days) => Math.ceil(civilFromDays(days).month / 3),
    CALENDAR_MONTH: (days) => civilFromDays(days).month,
    FISCAL_YEAR: (days) => civilFromDays(days).year,
    FISCAL_QUARTER: (days) => Math.ceil(civilFromDays(days).month / 3),
    FISCAL_MONTH: (days) => civilFromDays(days).month,
    DAY_IN_MONTH: (days) => civilFromDays(days).day,
    DAY_IN_WEEK: dayOfWeek,
    DAY_IN_YEAR: dayOfYear,
    WEEK_IN_MONTH: (days) => Math.ceil(civilFromDays(days).day / 7),
    WEEK_IN_YEAR: (days) => Math.ceil(dayOfYear(days) / 7),
};
export function isDateFunction(name) {
    return name in DAY_PARTS || name === "DAY_ONLY" || name === "HOUR_IN_DAY";
}
/** Values are read in UTC, unless the argument stands in convertTimezone(). */
export function dateFunction(name, value, timeZone) {
    const days = daysOf(value, timeZone);
    if (days === null)
        return null;
    if (name === "DAY_ONLY")
        return new ApexDate(days);
    if (name === "HOUR_IN_DAY")
        return value instanceof ApexDatetime ? hourOf(value.epochMs, timeZone) : 0;
    return DAY_PARTS[name]?.(days) ?? null;
}
function daysOf(value, timeZone) {
    if (value instanceof ApexDate)
        return value.days;
    return value instanceof ApexDatetime ? localDay(value.epochMs, timeZone) : null;
}
function hourOf(epochMs, timeZone) {
    const local = epochMs + offsetMs(epochMs, timeZone);
    return Math.floor((((local % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY) / 3_600_000);
}
