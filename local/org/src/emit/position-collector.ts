/** Takes astring's source map calls: mappings come in the order of the generated text. */
import type { Place } from "./js.ts";
import type { PositionRows } from "../runtime/position-table.ts";

interface Mapping {
  /** astring hands through the `loc.start` of the node, which the emitter made: always a Place. */
  readonly original: Place;
  readonly generated: { readonly line: number; readonly column: number };
}

export class PositionCollector {
  readonly #lines: number[] = [];
  readonly #columns: number[] = [];
  readonly #apexLines: number[] = [];
  readonly #frameIndexes: number[] = [];
  readonly #frames = new Map<string, number>();

  addMapping(mapping: Mapping): void {
    const { line, frame } = mapping.original;
    let index = this.#frames.get(frame);
    if (index === undefined) {
      index = this.#frames.size;
      this.#frames.set(frame, index);
    }
    // The same origin as the mapping before it says nothing new.
    if (this.#apexLines.at(-1) === line && this.#frameIndexes.at(-1) === index) return;
    this.#lines.push(mapping.generated.line);
    // V8 counts columns from 1, and reports a call at the bracket or point before the name.
    this.#columns.push(mapping.generated.column);
    this.#apexLines.push(line);
    this.#frameIndexes.push(index);
  }

  rows(): PositionRows {
    return {
      lines: this.#lines,
      columns: this.#columns,
      apexLines: this.#apexLines,
      frameIndexes: this.#frameIndexes,
      frames: [...this.#frames.keys()],
    };
  }
}
