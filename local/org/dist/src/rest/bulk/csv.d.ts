/**
 * CSV as Bulk API 2.0 reads and writes it: RFC 4180 quoting, a header row, the job's own delimiter and line ending.
 * Source: Bulk API 2.0 and Bulk API Developer Guide, "Prepare CSV Files".
 */
import type { Result } from "./result.ts";
export declare const DELIMITERS: {
    readonly BACKQUOTE: "`";
    readonly CARET: "^";
    readonly COMMA: ",";
    readonly PIPE: "|";
    readonly SEMICOLON: ";";
    readonly TAB: "\t";
};
export type DelimiterName = keyof typeof DELIMITERS;
export declare function isDelimiterName(name: unknown): name is DelimiterName;
/** Rows of cells; empty lines are left out. Both line endings are read. */
export declare function parseCsv(text: string, delimiter: string): Result<readonly string[][], string>;
export interface CsvForm {
    readonly delimiter: string;
    readonly lineEnding: string;
}
export declare function csvLine(cells: readonly string[], { delimiter, lineEnding }: CsvForm): string;
