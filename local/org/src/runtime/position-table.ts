/** Where generated JavaScript came from: generated position → Apex line and the frame it belongs to. */

export interface Origin {
  readonly line: number;
  /** `Class.Foo.bar`. */
  readonly frame: string;
}

/** Five parallel lists, sorted by generated position: plain data, so that it is cached with the script. */
export interface PositionRows {
  readonly lines: readonly number[];
  readonly columns: readonly number[];
  readonly apexLines: readonly number[];
  /** Index into `frames`. */
  readonly frameIndexes: readonly number[];
  readonly frames: readonly string[];
}

export class PositionTable {
  readonly #rows: PositionRows;

  constructor(rows: PositionRows) {
    this.#rows = rows;
  }

  /** Generated line and column, both 1-based as V8 counts them: the last mapping at or before them. */
  find(line: number, column: number): Origin | null {
    const { lines, columns, apexLines, frameIndexes, frames } = this.#rows;
    let low = 0;
    let high = lines.length - 1;
    let found = -1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const atLine = lines[middle] ?? 0;
      if (atLine < line || (atLine === line && (columns[middle] ?? 0) <= column)) {
        found = middle;
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    if (found < 0) return null;
    const apexLine = apexLines[found] ?? 0;
    const frame = frames[frameIndexes[found] ?? 0] ?? "";
    return apexLine === 0 ? null : { line: apexLine, frame };
  }
}
