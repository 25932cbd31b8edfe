/** Dates and times in the short form of a user's locale, `1/31/2026, 10:15 AM`. */
import { ApexDate } from "./date.ts";
export declare function localDate(date: ApexDate, locale: string): string;
export declare function localDatetime(epochMs: number, locale: string, zone: string): string;
export declare function longLocalDatetime(epochMs: number, locale: string, zone: string): string;
/** null where the text is no date in that locale. */
export declare function parseLocalDate(text: string, locale: string): ApexDate | null;
/** `10/14/2011 11:46 AM` in the zone; milliseconds since the epoch, null where the text is none. */
export declare function parseLocalDatetime(text: string, locale: string, zone: string): number | null;
