/** Days since 1970-01-01 and the calendar, and local midnights of a time zone. Pure: no clock. */
import { offsetMs } from "../runtime/time-zones.js";
export const MS_PER_DAY = 86_400_000;
export function daysFromCivil(year, month, day) {
    return Math.floor(utcTime(year, month, day) / MS_PER_DAY);
}
/** Date.UTC reads years below 100 as 19xx; setUTCFullYear does not. */
function utcTime(year, month, day) {
    return new Date(0).setUTCFullYear(year, month - 1, day);
}
export function civilFromDays(days) {
    const date = new Date(days * MS_PER_DAY);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
/** 1 is Sunday, as DAY_IN_WEEK counts. */
export function dayOfWeek(days) {
    return ((((days + 4) % 7) + 7) % 7) + 1;
}
export function dayOfYear(days) {
    return days - daysFromCivil(civilFromDays(days).year, 1, 1) + 1;
}
/** The local calendar day of an instant. */
export function localDay(epochMs, timeZone) {
    return Math.floor((epochMs + offsetMs(epochMs, timeZone)) / MS_PER_DAY);
}
/** The instant at which a local day begins. */
export function startOfDay(days, timeZone) {
    const utc = days * MS_PER_DAY;
    const first = utc - offsetMs(utc, timeZone);
    return utc - offsetMs(first, timeZone);
}
