/** `[…]` of Java: unions by nesting, intersections by `&&`, which JavaScript's `v` flag has too, in its own spelling. */
import { literal, predefinedClass, propertyMembers } from "./character-classes.ts";
import { readCharacterEscape } from "./escape.ts";
import type { PatternFlags } from "./pattern-flags.ts";
import type { PatternReader } from "./pattern-reader.ts";

/** Here stands the opening bracket; gives a whole JavaScript class. */
export function readBracketClass(reader: PatternReader, flags: PatternFlags): string {
  const start = reader.at;
  reader.take();
  const isNegated = reader.skip("^");
  const operands: string[] = [];
  let members = "";
  let isEmpty = true;
  for (;;) {
    if (flags.comments) reader.skipComments();
    if (reader.isDone) reader.fail("Unclosed character class", reader.text.length - 1);
    if (reader.current === "]" && !(isEmpty && operands.length === 0)) {
      reader.take();
      break;
    }
    if (reader.skip("&&")) {
      if (!isEmpty) operands.push(`[${members}]`);
      members = "";
      isEmpty = true;
      if (reader.current === "]" && operands.length === 0) reader.fail("Bad class syntax", start);
      continue;
    }
    members += readMember(reader, flags);
    isEmpty = false;
  }
  if (!isEmpty) operands.push(`[${members}]`);
  return `[${isNegated ? "^" : ""}${operands.length === 1 ? members || (operands[0] ?? "") : operands.join("&&")}]`;
}

function readMember(reader: PatternReader, flags: PatternFlags): string {
  if (reader.current === "[") return readBracketClass(reader, flags);
  const first = readEnd(reader, flags);
  if (typeof first === "string") return first;
  const dash = reader.at;
  if (reader.current !== "-" || reader.startsWith("-]") || reader.startsWith("-["))
    return literal(first);
  reader.take();
  if (reader.isDone) reader.fail("Illegal character range", dash);
  const last = readEnd(reader, flags);
  if (typeof last === "string") return `${literal(first)}\\-${last}`;
  if (last < first) reader.fail("Illegal character range", dash);
  return `${literal(first)}-${literal(last)}`;
}

/** A character's code point, or a class written out. */
function readEnd(reader: PatternReader, flags: PatternFlags): number | string {
  if (reader.current !== "\\") return reader.take().codePointAt(0) ?? 0;
  reader.take();
  const codePoint = readCharacterEscape(reader);
  if (codePoint !== null) return codePoint;
  return readClassEscape(reader, flags) ?? reader.fail("Illegal/unsupported escape sequence");
}

/** After the backslash: `d`, `W`, `p{…}`; null for anything else. Gives a whole class. */
export function readClassEscape(reader: PatternReader, flags: PatternFlags): string | null {
  const letter = reader.current;
  if (letter === "p" || letter === "P") return readProperty(reader);
  const predefined = predefinedClass(letter, flags.unicodeClasses);
  if (predefined !== null) reader.take();
  return predefined;
}

function readProperty(reader: PatternReader): string {
  const found = reader.match(/([pP])(?:\{(\^?)([^}]*)\}|([A-Za-z]))/y);
  if (found === null) return reader.fail("Unclosed character family", reader.text.length - 1);
  const name = found[3] ?? found[4] ?? "";
  const members = propertyMembers(name);
  if (members === null)
    return reader.fail(`Unknown character property name {${name}}`, reader.at - 1);
  const isNegated = (found[1] === "P") !== (found[2] === "^");
  return `[${isNegated ? "^" : ""}${members}]`;
}
