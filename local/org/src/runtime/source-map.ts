/**
 * Source maps of emitted units, as JavaScript debuggers read them: ECMA-426, "Source map format". An Apex line is one place: the emitter
 * keeps no columns.
 */
import type { EmittedUnit } from "./unit.ts";

export interface SourceMap {
  readonly version: 3;
  readonly sources: readonly string[];
  readonly sourcesContent: readonly (string | null)[];
  readonly names: readonly string[];
  readonly mappings: string;
}

/** From a column of a generated line, from 0: an Apex line, from 1; null where the code is the emitter's own. */
interface Segment {
  readonly column: number;
  readonly apexLine: number | null;
}

/** `$l[12] = 1;`: the statement after it begins on line 12. */
const COUNTER = /^\s*\$l\[(\d+)\] = 1;$/u;
/** What a loop or a chain needs besides what the Apex says: nobody wants to step onto it. */
const OF_THE_EMITTER = /^\s*(?:\$\d+ = |\$tick_\d+\(\)|\$\d+\.endIteration\(\$\d+\))/u;

export function sourceMapOf(
  unit: Pick<EmittedUnit, "code" | "positions">,
  source: string,
  content: string | null,
): SourceMap {
  return {
    version: 3,
    sources: [source],
    sourcesContent: [content],
    names: [],
    mappings: encoded(segmentsOf(unit)),
  };
}

/** One list for each generated line. Debuggers look within a line only, so that each says where it comes from. */
function segmentsOf({
  code,
  positions,
}: Pick<EmittedUnit, "code" | "positions">): readonly (readonly Segment[])[] {
  const rows = Map.groupBy(
    positions.lines.map((line, index) => ({
      line,
      column: positions.columns[index] ?? 0,
      apexLine: positions.apexLines[index] || null,
    })),
    ({ line }) => line,
  );
  let current: number | null = null;
  let begins: number | null = null;
  return code.split("\n").map((text, index) => {
    const counter = COUNTER.exec(text);
    if (counter !== null) {
      begins = Number(counter[1]);
      return [{ column: 0, apexLine: null }];
    }
    const indent = text.length - text.trimStart().length;
    const isOwn = begins === null && OF_THE_EMITTER.test(text);
    current = begins ?? current;
    begins = null;
    const segments: Segment[] = [{ column: indent, apexLine: isOwn ? null : current }];
    for (const { column, apexLine } of rows.get(index + 1) ?? []) {
      current = apexLine;
      if (column > indent && !isOwn) segments.push({ column, apexLine });
    }
    return segments;
  });
}

function encoded(lines: readonly (readonly Segment[])[]): string {
  let lastApexLine = 0;
  return lines
    .map((segments) => {
      let lastColumn = 0;
      return segments
        .map(({ column, apexLine }) => {
          const fields = [column - lastColumn];
          lastColumn = column;
          if (apexLine !== null) {
            // The one source, the line from 0, always its first column.
            fields.push(0, apexLine - 1 - lastApexLine, 0);
            lastApexLine = apexLine - 1;
          }
          return fields.map(base64Vlq).join("");
        })
        .join(",");
    })
    .join(";");
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const SHIFT = 5;
const CONTINUES = 1 << SHIFT;

/** Lowest five bits first; of the first digit the lowest bit is the sign. */
function base64Vlq(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = "";
  do {
    const bits = rest & (CONTINUES - 1);
    rest >>>= SHIFT;
    text += DIGITS[rest > 0 ? bits | CONTINUES : bits] ?? "";
  } while (rest > 0);
  return text;
}
