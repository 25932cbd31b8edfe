import type { StoredValue } from "./row.ts";
/** A value in a message, or compared with a text: numbers plain, dates in ISO form, "" for null. */
export declare function storedText(value: StoredValue | undefined): string;
