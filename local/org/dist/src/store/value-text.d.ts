import type { RowValues } from "./row.ts";
export declare function rowText(values: RowValues): string;
/** @throws Error when the text is not one that {@link rowText} wrote. */
export declare function parseRowText(text: string): RowValues;
