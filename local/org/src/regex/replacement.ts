/** Replacement texts of java.util.regex: `$1`, `${name}`, and `\` before a character that stands for itself. */
import { raise } from "../runtime/exception.ts";
import type { CompiledPattern, MatchSpans } from "./compiled-pattern.ts";

/** The replacement for one match. Throws System.StringException for a reference to a group that is not there. */
export function expandReplacement(
  replacement: string,
  compiled: CompiledPattern,
  text: string,
  spans: MatchSpans,
): string {
  let expanded = "";
  for (let at = 0; at < replacement.length;) {
    const character = replacement.charAt(at);
    if (character === "\\") {
      if (at + 1 >= replacement.length) refuse("character to be escaped is missing");
      expanded += replacement.charAt(at + 1);
      at += 2;
    } else if (character === "$") {
      const { group, length } = reference(replacement.slice(at + 1), compiled);
      const span = spans[group];
      if (span !== null && span !== undefined) expanded += text.slice(span[0], span[1]);
      at += 1 + length;
    } else {
      expanded += character;
      at += 1;
    }
  }
  return expanded;
}

function refuse(message: string): never {
  return raise("System.StringException", message);
}

/** After the dollar sign. Of several digits as many belong to the number as name a group. */
function reference(
  text: string,
  compiled: CompiledPattern,
): { readonly group: number; readonly length: number } {
  const named = /^\{([a-zA-Z][a-zA-Z0-9]*)\}/.exec(text);
  if (named !== null) {
    const name = named[1] ?? "";
    const group = compiled.names.get(name) ?? refuse(`No group with name {${name}}`);
    return { group, length: named[0].length };
  }
  if (!/^\d/.test(text)) refuse("Illegal group reference");
  let group = Number(text.charAt(0));
  if (group > compiled.groupCount) refuse(`No group ${group}`);
  let length = 1;
  for (; /\d/.test(text.charAt(length)); length += 1) {
    const next = group * 10 + Number(text.charAt(length));
    if (next > compiled.groupCount) break;
    group = next;
  }
  return { group, length };
}

/** String.replaceAll and replaceFirst. */
export function replaceMatches(
  text: string,
  compiled: CompiledPattern,
  replacement: string,
  isFirstOnly: boolean,
): string {
  let replaced = "";
  let copied = 0;
  for (const spans of matchesIn(text, compiled)) {
    const [[start, end]] = spans;
    replaced += text.slice(copied, start) + expandReplacement(replacement, compiled, text, spans);
    copied = end;
    if (isFirstOnly) break;
  }
  return replaced + text.slice(copied);
}

/** Every match in turn; after an empty one the search goes on behind the next character. */
export function* matchesIn(
  text: string,
  compiled: CompiledPattern,
): Generator<MatchSpans, void, undefined> {
  for (let from = 0; from <= text.length;) {
    const spans = compiled.search(text, from);
    if (spans === null) return;
    yield spans;
    const [[start, end]] = spans;
    from = end > start ? end : end + 1;
  }
}
