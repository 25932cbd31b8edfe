/** What depends on where lines end: the dot, `^`, `$`, `\Z`, `\R`, as JavaScript under the `v` flag. */
import { LINE_TERMINATORS } from "./character-classes.ts";
import type { PatternFlags } from "./pattern-flags.ts";

export const LINE_END = `(?:\\r\\n|[${LINE_TERMINATORS}])`;

export function dot(flags: PatternFlags): string {
  if (flags.dotAll) return "[^]";
  return flags.unixLines ? "[^\\n]" : `[^${LINE_TERMINATORS}]`;
}

/** In a multi-line pattern also after a line terminator that does not end the input. */
export function lineStart(flags: PatternFlags): string {
  if (!flags.multiline) return "^";
  const terminator = flags.unixLines ? "(?<=\\n)" : "(?<=[\\n\\u0085\\u2028\\u2029]|\\r(?!\\n))";
  return `(?:^|${terminator}(?!$))`;
}

export function lineEnd(flags: PatternFlags): string {
  if (!flags.multiline) return finalTerminator(flags);
  return flags.unixLines ? "(?=\\n|$)" : `(?:(?=[${LINE_TERMINATORS}]|$)(?<!\\r(?=\\n)))`;
}

/** The end, or before a line terminator that ends the input. */
export function finalTerminator(flags: PatternFlags): string {
  return flags.unixLines ? "(?=\\n?$)" : `(?:(?=${LINE_END}?$)(?<!\\r(?=\\n)))`;
}
