/** Points in time as a wall clock in an IANA time zone shows them, by Intl. */
import { ApexDate } from "./date.js";
const formats = new Map();
function formatOf(zone) {
    let format = formats.get(zone);
    if (format === undefined) {
        format = new Intl.DateTimeFormat("en-US", {
            timeZone: zone,
            hourCycle: "h23",
            year: "numeric",
            month: "numeric",
            day: "numeric",
            hour: "numeric",
            minute: "numeric",
            second: "numeric",
            era: "short",
        });
        formats.set(zone, format);
    }
    return format;
}
/** Salesforce says GMT where Intl says UTC. */
export function zoneName(zone) {
    return zone === "GMT" ? "UTC" : zone;
}
export function isZone(zone) {
    try {
        formatOf(zoneName(zone));
        return true;
    }
    catch {
        return false;
    }
}
export function wallClock(epochMs, zone) {
    const shifted = zoneName(zone) === "UTC" ? epochMs : epochMs + offsetMs(epochMs, zone);
    const at = new Date(shifted);
    return {
        year: at.getUTCFullYear(),
        month: at.getUTCMonth() + 1,
        day: at.getUTCDate(),
        hour: at.getUTCHours(),
        minute: at.getUTCMinutes(),
        second: at.getUTCSeconds(),
        millisecond: at.getUTCMilliseconds(),
    };
}
/** What the zone's clock is ahead of GMT at that moment. */
export function offsetMs(epochMs, zone) {
    const name = zoneName(zone);
    if (name === "UTC")
        return 0;
    const parts = new Map(formatOf(name)
        .formatToParts(epochMs)
        .map((part) => [part.type, part.value]));
    const part = (type) => Number(parts.get(type));
    const year = parts.get("era") === "BC" ? 1 - part("year") : part("year");
    const local = new Date(0);
    local.setUTCFullYear(year, part("month") - 1, part("day"));
    local.setUTCHours(part("hour"), part("minute"), part("second"));
    return local.getTime() - Math.floor(epochMs / 1000) * 1000;
}
/** The moment a wall clock shows that time; in a gap of daylight saving the clock after it. */
export function momentOf(localMs, zone) {
    if (zoneName(zone) === "UTC")
        return localMs;
    const guess = localMs - offsetMs(localMs, zone);
    return localMs - offsetMs(guess, zone);
}
export function dayInZone(epochMs, zone) {
    const clock = wallClock(epochMs, zone);
    return ApexDate.of(clock.year, clock.month, clock.day);
}
