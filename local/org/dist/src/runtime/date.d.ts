export declare class ApexDate {
    #private;
    readonly days: number;
    constructor(days: number);
    /** Month 1–12. Out-of-range parts carry over, as Date.newInstance does. */
    static of(year: number, month: number, day: number): ApexDate;
    /** `2026-01-31`; null where it is not one. */
    static parseIso(text: string): ApexDate | null;
    get year(): number;
    get month(): number;
    get day(): number;
    /** Sunday is 0. */
    get weekday(): number;
    /** Midnight UTC of the day. */
    get epochMs(): number;
    addDays(days: number): ApexDate;
    /** Keeps the day, or the month's last one where it has fewer. */
    addMonths(months: number): ApexDate;
    /** `2026-01-31`. */
    toIso(): string;
}
export declare function daysInMonth(year: number, month: number): number;
