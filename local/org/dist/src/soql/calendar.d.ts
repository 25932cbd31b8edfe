/** Days since 1970-01-01 and the calendar, and local midnights of a time zone. Pure: no clock. */
export declare const MS_PER_DAY = 86400000;
export interface CivilDate {
    readonly year: number;
    /** 1 to 12. */
    readonly month: number;
    readonly day: number;
}
export declare function daysFromCivil(year: number, month: number, day: number): number;
export declare function civilFromDays(days: number): CivilDate;
/** 1 is Sunday, as DAY_IN_WEEK counts. */
export declare function dayOfWeek(days: number): number;
export declare function dayOfYear(days: number): number;
/** The local calendar day of an instant. */
export declare function localDay(epochMs: number, timeZone: string): number;
/** The instant at which a local day begins. */
export declare function startOfDay(days: number, timeZone: string): number;
