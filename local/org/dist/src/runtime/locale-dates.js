/** Dates and times in the short form of a user's locale, `1/31/2026, 10:15 AM`. */
import { ApexDate, daysInMonth } from "./date.js";
import { momentOf, zoneName } from "./time-zones.js";
function tag(locale) {
    return locale.replaceAll("_", "-");
}
function plainSpaces(text) {
    return text.replace(/[\u202F\u00A0]/g, " ");
}
const DATE_PARTS = { year: "numeric", month: "numeric", day: "numeric" };
export function localDate(date, locale) {
    return new Intl.DateTimeFormat(tag(locale), { ...DATE_PARTS, timeZone: "UTC" }).format(date.epochMs);
}
export function localDatetime(epochMs, locale, zone) {
    const format = new Intl.DateTimeFormat(tag(locale), {
        ...DATE_PARTS,
        hour: "numeric",
        minute: "2-digit",
        timeZone: zoneName(zone),
    });
    return plainSpaces(format.format(epochMs));
}
export function longLocalDatetime(epochMs, locale, zone) {
    const format = new Intl.DateTimeFormat(tag(locale), {
        ...DATE_PARTS,
        hour: "numeric",
        minute: "2-digit",
        second: "2-digit",
        timeZoneName: "short",
        timeZone: zoneName(zone),
    });
    return plainSpaces(format.format(epochMs)).replace(/\bUTC$/, "GMT");
}
function order(locale) {
    return new Intl.DateTimeFormat(tag(locale), DATE_PARTS)
        .formatToParts(0)
        .map(({ type }) => type)
        .filter((type) => type === "year" || type === "month" || type === "day");
}
/** null where the text is no date in that locale. */
export function parseLocalDate(text, locale) {
    const numbers = /^\s*(\d+)\D(\d+)\D(\d+)\s*$/.exec(text)?.slice(1, 4).map(Number);
    if (numbers === undefined)
        return null;
    const parts = new Map(order(locale).map((part, index) => [part, numbers[index] ?? 0]));
    const written = parts.get("year") ?? 0;
    const year = written < 100 ? 2000 + written : written;
    const month = parts.get("month") ?? 0;
    const day = parts.get("day") ?? 0;
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
        return null;
    return ApexDate.of(year, month, day);
}
/** `10/14/2011 11:46 AM` in the zone; milliseconds since the epoch, null where the text is none. */
export function parseLocalDatetime(text, locale, zone) {
    const match = /^\s*(\S+?),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AaPp][Mm])?\s*$/.exec(text);
    const date = match === null ? null : parseLocalDate(match[1] ?? "", locale);
    if (match === null || date === null)
        return null;
    const half = match[5]?.toLowerCase();
    const written = Number(match[2]);
    const hour = half === undefined ? written : (written % 12) + (half === "pm" ? 12 : 0);
    const minute = Number(match[3]);
    if (hour > 23 || minute > 59)
        return null;
    return momentOf(date.epochMs + ((hour * 60 + minute) * 60 + Number(match[4] ?? 0)) * 1000, zone);
}
