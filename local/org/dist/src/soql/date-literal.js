import { civilFromDays, dayOfWeek, daysFromCivil } from "./calendar.js";
/**
 * The days a date literal stands for, seen from `today`. Weeks begin on Sunday and fiscal years on January 1, as in an org with the
 * default locale and fiscal year. undefined for a name that is no date literal.
 * Source: SOQL and SOSL Reference, Date Formats and Date Literals.
 */
export function dateLiteralRange(name, n, today) {
    const count = n ?? 1;
    const fixed = FIXED[name];
    if (fixed !== undefined)
        return fixed(today);
    const match = /^(LAST|NEXT)_N_(DAYS|WEEKS|MONTHS|QUARTERS|YEARS|FISCAL_QUARTERS|FISCAL_YEARS)$/u.exec(name);
    const [, direction, unitName] = match ?? [];
    if (direction !== undefined && unitName !== undefined) {
        const unit = UNITS[unitName.replace("FISCAL_", "")];
        if (unit === undefined)
            return undefined;
        if (unitName === "DAYS") {
            return direction === "LAST"
                ? { start: today - count, end: today + 1 }
                : { start: today + 1, end: today + 1 + count };
        }
        return direction === "LAST"
            ? { start: unit(today, -count).start, end: unit(today, 0).start }
            : { start: unit(today, 1).start, end: unit(today, count + 1).start };
    }
    const ago = /^N_(DAYS|WEEKS|MONTHS|QUARTERS|YEARS|FISCAL_QUARTERS|FISCAL_YEARS)_AGO$/u.exec(name)?.[1];
    return ago === undefined ? undefined : UNITS[ago.replace("FISCAL_", "")]?.(today, -count);
}
const day = (today, shift) => ({ start: today + shift, end: today + shift + 1 });
const week = (today, shift) => {
    const start = today - (dayOfWeek(today) - 1) + shift * 7;
    return { start, end: start + 7 };
};
function months(size) {
    return (today, shift) => {
        const { year, month } = civilFromDays(today);
        const first = Math.floor((month - 1) / size) * size + 1 + shift * size;
        return { start: daysFromCivil(year, first, 1), end: daysFromCivil(year, first + size, 1) };
    };
}
const month = months(1);
const quarter = months(3);
const year = months(12);
const UNITS = {
    DAYS: day,
    WEEKS: week,
    MONTHS: month,
    QUARTERS: quarter,
    YEARS: year,
};
const FIXED = {
    YESTERDAY: (today) => day(today, -1),
    TODAY: (today) => day(today, 0),
    TOMORROW: (today) => day(today, 1),
    LAST_WEEK: (today) => week(today, -1),
    THIS_WEEK: (today) => week(today, 0),
    NEXT_WEEK: (today) => week(today, 1),
    LAST_MONTH: (today) => month(today, -1),
    THIS_MONTH: (today) => month(today, 0),
    NEXT_MONTH: (today) => month(today, 1),
    LAST_90_DAYS: (today) => ({ start: today - 90, end: today + 1 }),
    NEXT_90_DAYS: (today) => ({ start: today + 1, end: today + 91 }),
    THIS_QUARTER: (today) => quarter(today, 0),
    LAST_QUARTER: (today) => quarter(today, -1),
    NEXT_QUARTER: (today) => quarter(today, 1),
    THIS_YEAR: (today) => year(today, 0),
    LAST_YEAR: (today) => year(today, -1),
    NEXT_YEAR: (today) => year(today, 1),
    THIS_FISCAL_QUARTER: (today) => quarter(today, 0),
    LAST_FISCAL_QUARTER: (today) => quarter(today, -1),
    NEXT_FISCAL_QUARTER: (today) => quarter(today, 1),
    THIS_FISCAL_YEAR: (today) => year(today, 0),
    LAST_FISCAL_YEAR: (today) => year(today, -1),
    NEXT_FISCAL_YEAR: (today) => year(today, 1),
};
