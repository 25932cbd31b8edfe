/** Whole days from `start` up to, not including, `end`; days since 1970-01-01. */
export interface DayRange {
    readonly start: number;
    readonly end: number;
}
/**
 * The days a date literal stands for, seen from `today`. Weeks begin on Sunday and fiscal years on January 1, as in an org with the
 * default locale and fiscal year. undefined for a name that is no date literal.
 * Source: SOQL and SOSL Reference, Date Formats and Date Literals.
 */
export declare function dateLiteralRange(name: string, n: number | null, today: number): DayRange | undefined;
