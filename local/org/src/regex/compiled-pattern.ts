/** A Java pattern ready to run, translated once. */
import { raise } from "../runtime/exception.ts";
import { PatternSyntaxError } from "./pattern-error.ts";
import { type Translation, translatePattern } from "./translation.ts";

/** Where a pattern matched: offsets into the text, by group; null for a group that took no part. The whole match first. */
export type MatchSpans = readonly [Span, ...(Span | null)[]];
export type Span = readonly [start: number, end: number];

export class CompiledPattern {
  /** As written in Java. */
  readonly pattern: string;
  readonly groupCount: number;
  readonly names: ReadonlyMap<string, number>;
  readonly #source: string;
  #searching: RegExp | null = null;
  #prefix: RegExp | null = null;
  #whole: RegExp | null = null;

  constructor(pattern: string, translation: Translation) {
    this.pattern = pattern;
    this.groupCount = translation.groupCount;
    this.names = translation.names;
    this.#source = translation.source;
  }

  /** The first match at or after `from`. */
  search(text: string, from: number): MatchSpans | null {
    return this.#run((this.#searching ??= new RegExp(this.#source, "vdg")), text, from);
  }

  /** A match that begins at `from`. */
  prefix(text: string, from: number): MatchSpans | null {
    return this.#run((this.#prefix ??= new RegExp(this.#source, "vdy")), text, from);
  }

  /** A match of the whole rest from `from`. */
  whole(text: string, from: number): MatchSpans | null {
    this.#whole ??= new RegExp(`(?:${this.#source})(?![^])`, "vdy");
    return this.#run(this.#whole, text, from);
  }

  #run(expression: RegExp, text: string, from: number): MatchSpans | null {
    expression.lastIndex = from;
    const indices = expression.exec(text)?.indices;
    const whole = indices?.[0];
    if (indices === undefined || whole === undefined) return null;
    const groups: (Span | null)[] = [];
    for (let group = 1; group <= this.groupCount; group += 1)
      groups.push(indices.groups?.[`g${group}`] ?? null);
    return [whole, ...groups];
  }
}

const compiled = new Map<string, CompiledPattern>();

/** Throws System.StringException for a text that is no pattern. */
export function compilePattern(pattern: string): CompiledPattern {
  let known = compiled.get(pattern);
  if (known === undefined) {
    known = new CompiledPattern(pattern, translated(pattern));
    compiled.set(pattern, known);
  }
  return known;
}

function translated(pattern: string): Translation {
  try {
    return translatePattern(pattern);
  } catch (error) {
    if (!(error instanceof PatternSyntaxError)) throw error;
    return raise("System.StringException", `Invalid regex: ${error.describe(pattern)}`);
  }
}
