/**
 * Java's named character classes as the inside of a JavaScript class under the `v` flag.
 * Source: Java SE, java.util.regex.Pattern, "Predefined character classes", "POSIX character classes", "Unicode support".
 */

/** A character as it may stand in a class or out of it. */
export function literal(codePoint: number): string {
  const character = String.fromCodePoint(codePoint);
  return /^[a-zA-Z0-9]$/.test(character)
    ? character
    : codePoint > 0xffff
      ? `\\u{${codePoint.toString(16)}}`
      : `\\u${codePoint.toString(16).padStart(4, "0")}`;
}

export const LINE_TERMINATORS = "\\n\\r\\u0085\\u2028\\u2029";
const HORIZONTAL = " \\t\\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000";
const VERTICAL = "\\n\\v\\f\\r\\u0085\\u2028\\u2029";

const PREDEFINED: Readonly<Record<string, string>> = {
  d: "0-9",
  h: HORIZONTAL,
  s: " \\t\\n\\v\\f\\r",
  v: VERTICAL,
  w: "a-zA-Z_0-9",
};

const UNICODE_PREDEFINED: Readonly<Record<string, string>> = {
  d: "\\p{Nd}",
  h: HORIZONTAL,
  s: "\\p{White_Space}",
  v: VERTICAL,
  w: "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}",
};

/** Of `\d`, `\W` …: a whole class. */
export function predefinedClass(letter: string, isUnicode: boolean): string | null {
  const lower = letter.toLowerCase();
  const members = (isUnicode ? UNICODE_PREDEFINED : PREDEFINED)[lower];
  if (members === undefined) return null;
  return letter === lower ? `[${members}]` : `[^${members}]`;
}

const POSIX: Readonly<Record<string, string>> = {
  Lower: "a-z",
  Upper: "A-Z",
  ASCII: "\\x00-\\x7f",
  Alpha: "a-zA-Z",
  Digit: "0-9",
  Alnum: "a-zA-Z0-9",
  Punct: "\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e",
  Graph: "\\x21-\\x7e",
  Print: "\\x20-\\x7e",
  Blank: " \\t",
  Cntrl: "\\x00-\\x1f\\x7f",
  XDigit: "0-9a-fA-F",
  Space: " \\t\\n\\v\\f\\r",
  javaLowerCase: "\\p{Lowercase}",
  javaUpperCase: "\\p{Uppercase}",
  javaWhitespace:
    "\\t\\n\\v\\f\\r\\x1c-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000",
  javaLetter: "\\p{L}",
  javaDigit: "\\p{Nd}",
  javaLetterOrDigit: "\\p{L}\\p{Nd}",
  javaAlphabetic: "\\p{Alphabetic}",
  L1: "\\x00-\\xff",
  LD: "\\p{L}\\p{Nd}",
  all: "\\u{0}-\\u{10ffff}",
};

/** Blocks people name; JavaScript knows none. */
const BLOCKS: Readonly<Record<string, string>> = {
  basiclatin: "\\x00-\\x7f",
  latin1supplement: "\\x80-\\xff",
  latinextendeda: "\\u0100-\\u017f",
  latinextendedb: "\\u0180-\\u024f",
  combiningdiacriticalmarks: "\\u0300-\\u036f",
  greek: "\\u0370-\\u03ff",
  cyrillic: "\\u0400-\\u04ff",
  hebrew: "\\u0590-\\u05ff",
  arabic: "\\u0600-\\u06ff",
  thai: "\\u0e00-\\u0e7f",
  generalpunctuation: "\\u2000-\\u206f",
  currencysymbols: "\\u20a0-\\u20cf",
  hiragana: "\\u3040-\\u309f",
  katakana: "\\u30a0-\\u30ff",
  cjkunifiedideographs: "\\u4e00-\\u9fff",
  hangulsyllables: "\\uac00-\\ud7af",
};

const BINARY: Readonly<Record<string, string>> = {
  ALPHABETIC: "Alphabetic",
  IDEOGRAPHIC: "Ideographic",
  LETTER: "L",
  LOWERCASE: "Lowercase",
  UPPERCASE: "Uppercase",
  TITLECASE: "Lt",
  PUNCTUATION: "P",
  CONTROL: "Cc",
  WHITE_SPACE: "White_Space",
  DIGIT: "Nd",
  HEX_DIGIT: "Hex_Digit",
  EMOJI: "Emoji",
  EMOJI_PRESENTATION: "Emoji_Presentation",
};

/** The members of `\p{name}`; null for a name nobody knows. */
export function propertyMembers(name: string): string | null {
  const posix = POSIX[name];
  if (posix !== undefined) return posix;
  const assigned = /^(\w+)=(\w+)$/.exec(name);
  if (assigned !== null) return assignedProperty(assigned[1] ?? "", assigned[2] ?? "");
  if (name.startsWith("In"))
    return BLOCKS[name.slice(2).toLowerCase().replaceAll(/[ _-]/g, "")] ?? null;
  if (name.startsWith("Is")) {
    const bare = name.slice(2);
    const binary = BINARY[bare.toUpperCase()];
    return (binary === undefined ? null : known(binary)) ?? known(bare) ?? known(`Script=${bare}`);
  }
  return /^[A-Z][a-z&]?$/.test(name) ? known(name === "LC" ? "L&" : name) : null;
}

function assignedProperty(property: string, value: string): string | null {
  switch (property) {
    case "IsScript":
    case "script":
    case "sc":
      return known(`Script=${value}`);
    case "general_category":
    case "gc":
      return known(value);
    case "block":
    case "blk":
      return BLOCKS[value.toLowerCase().replaceAll(/[ _-]/g, "")] ?? null;
    default:
      return null;
  }
}

function known(property: string): string | null {
  const members = `\\p{${property}}`;
  try {
    new RegExp(members, "v");
    return members;
  } catch {
    return null;
  }
}
