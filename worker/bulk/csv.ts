/** RFC 4180 with LF, as a Bulk API 2.0 job of `lineEnding: LF` reads it; every cell is quoted. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(",")}\n`).join("");
}

/** Reads RFC 4180 with LF or CRLF. Null when a quoted cell is not closed: the text was cut off. */
export function readCsv(text: string): readonly (readonly string[])[] | null {
  const rows: string[][] = [];
  let row: string[] = [];
  let position = 0;
  while (position < text.length) {
    const cell = text[position] === '"' ? quotedCell(text, position) : plainCell(text, position);
    if (cell === null) return null;
    row.push(cell.value);
    position = cell.end;
    if (text[position] === ",") {
      position += 1;
      if (position < text.length) continue;
      row.push("");
    } else {
      if (text[position] === "\r") position += 1;
      position += 1;
    }
    rows.push(row);
    row = [];
  }
  return rows;
}

interface Cell {
  readonly value: string;
  /** Where the separator after it stands. */
  readonly end: number;
}

function plainCell(text: string, start: number): Cell {
  let end = start;
  while (end < text.length && !",\r\n".includes(text.charAt(end))) end += 1;
  return { value: text.slice(start, end), end };
}

function quotedCell(text: string, start: number): Cell | null {
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return null;
    if (text[quote + 1] !== '"') {
      return { value: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 };
    }
    from = quote + 2;
  }
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
