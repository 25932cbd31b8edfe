/** Escapes that stand for one character. */
import type { PatternReader } from "./pattern-reader.ts";

const SIMPLE: Readonly<Record<string, number>> = { t: 9, n: 10, f: 12, r: 13, a: 7, e: 27 };

/** After the backslash: the code point; null where the escape is something else (a class, a reference, an anchor). */
export function readCharacterEscape(reader: PatternReader): number | null {
  const letter = reader.current;
  if (letter === "") return reader.fail("Unexpected internal error");
  const simple = SIMPLE[letter];
  if (simple !== undefined) {
    reader.take();
    return simple;
  }
  switch (letter) {
    case "0":
      return readOctal(reader);
    case "x":
      return readHexadecimal(reader);
    case "u":
      return readUnicode(reader);
    case "c": {
      reader.take();
      if (reader.isDone) reader.fail("Illegal control escape sequence");
      return (reader.take().codePointAt(0) ?? 0) ^ 64;
    }
    default:
      if (/[a-zA-Z1-9]/.test(letter)) return null;
      return reader.take().codePointAt(0) ?? 0;
  }
}

function readOctal(reader: PatternReader): number {
  const found = reader.match(/0([0-3][0-7]{2}|[0-7]{1,2})/y);
  return found === null
    ? reader.fail("Illegal octal escape sequence")
    : Number.parseInt(found[1] ?? "", 8);
}

function readHexadecimal(reader: PatternReader): number {
  const found = reader.match(/x(?:([0-9a-fA-F]{2})|\{([0-9a-fA-F]+)\})/y);
  const codePoint = Number.parseInt(found?.[1] ?? found?.[2] ?? "", 16);
  if (Number.isNaN(codePoint)) return reader.fail("Illegal hexadecimal escape sequence");
  return codePoint > 0x10ffff ? reader.fail("Hexadecimal codepoint is too big") : codePoint;
}

/** Two escapes that make a surrogate pair are one character. */
function readUnicode(reader: PatternReader): number {
  const pair = reader.match(/u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})/y);
  if (pair !== null) {
    const units = [pair[1] ?? "", pair[2] ?? ""].map((digits) => Number.parseInt(digits, 16));
    return String.fromCharCode(...units).codePointAt(0) ?? 0;
  }
  const found = reader.match(/u([0-9a-fA-F]{4})/y);
  return found === null
    ? reader.fail("Illegal Unicode escape sequence")
    : Number.parseInt(found[1] ?? "", 16);
}
