/** An Apex Date: days since 1970-01-01 in the proleptic Gregorian calendar, without a time zone. */
const DAY_MS = 86_400_000;
export class ApexDate {
    days;
    constructor(days) {
        this.days = days;
    }
    /** Month 1–12. Out-of-range parts carry over, as Date.newInstance does. */
    static of(year, month, day) {
        const at = new Date(0);
        at.setUTCFullYear(year, month - 1, day);
        return new ApexDate(Math.floor(at.getTime() / DAY_MS));
    }
    /** `2026-01-31`; null where it is not one. */
    static parseIso(text) {
        const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
        if (match === null)
            return null;
        const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
        const date = ApexDate.of(year, month, day);
        return date.month === month && date.day === day ? date : null;
    }
    get #utc() {
        return new Date(this.days * DAY_MS);
    }
    get year() {
        return this.#utc.getUTCFullYear();
    }
    get month() {
        return this.#utc.getUTCMonth() + 1;
    }
    get day() {
        return this.#utc.getUTCDate();
    }
    /** Sunday is 0. */
    get weekday() {
        return this.#utc.getUTCDay();
    }
    /** Midnight UTC of the day. */
    get epochMs() {
        return this.days * DAY_MS;
    }
    addDays(days) {
        return new ApexDate(this.days + days);
    }
    /** Keeps the day, or the month's last one where it has fewer. */
    addMonths(months) {
        const index = this.year * 12 + this.month - 1 + months;
        const year = Math.floor(index / 12);
        const month = index - year * 12 + 1;
        return ApexDate.of(year, month, Math.min(this.day, daysInMonth(year, month)));
    }
    /** `2026-01-31`. */
    toIso() {
        const pad = (value, width) => String(value).padStart(width, "0");
        return `${pad(this.year, 4)}-${pad(this.month, 2)}-${pad(this.day, 2)}`;
    }
}
export function daysInMonth(year, month) {
    return ApexDate.of(year, month + 1, 0).day;
}
