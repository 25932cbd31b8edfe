/**
 * CSV as Bulk API 2.0 reads and writes it: RFC 4180 quoting, a header row, the job's own delimiter and line ending.
 * Source: Bulk API 2.0 and Bulk API Developer Guide, "Prepare CSV Files".
 */
import type { Result } from "./result.ts";

export const DELIMITERS = {
  BACKQUOTE: "`",
  CARET: "^",
  COMMA: ",",
  PIPE: "|",
  SEMICOLON: ";",
  TAB: "\t",
} as const;

export type DelimiterName = keyof typeof DELIMITERS;

export function isDelimiterName(name: unknown): name is DelimiterName {
  return typeof name === "string" && name in DELIMITERS;
}

/** Rows of cells; empty lines are left out. Both line endings are read. */
export function parseCsv(text: string, delimiter: string): Result<readonly string[][], string> {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  const endRow = (): void => {
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  };
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end < 0) return { ok: false, error: `Unterminated quote in row ${rows.length + 1}` };
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else {
      let end = at;
      while (
        end < text.length &&
        text[end] !== delimiter &&
        text[end] !== "\n" &&
        text[end] !== "\r"
      )
        end += 1;
      cell = text.slice(at, end);
      at = end;
    }
    row.push(cell);
    const next = text[at];
    if (next === delimiter) {
      at += 1;
      // A delimiter at the very end is followed by one more, empty cell.
      if (at === text.length) row.push("");
    } else if (next === "\r" || next === "\n") {
      at += next === "\r" && text[at + 1] === "\n" ? 2 : 1;
      endRow();
    } else if (next !== undefined) {
      return { ok: false, error: `Unexpected text after a quote in row ${rows.length + 1}` };
    }
  }
  if (row.length > 0) endRow();
  return { ok: true, value: rows };
}

function closingQuote(text: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0 || text[at + 1] !== '"') return at;
  }
}

export interface CsvForm {
  readonly delimiter: string;
  readonly lineEnding: string;
}

export function csvLine(cells: readonly string[], { delimiter, lineEnding }: CsvForm): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter) + lineEnding;
}
