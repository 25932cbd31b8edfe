import type { StoredValue } from "../store/row.ts";
export declare function isDateFunction(name: string): boolean;
/** Values are read in UTC, unless the argument stands in convertTimezone(). */
export declare function dateFunction(name: string, value: StoredValue, timeZone: string): StoredValue;
