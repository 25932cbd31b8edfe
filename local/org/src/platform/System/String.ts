/** String: pieces and searching. Source: Apex Reference, "String Class"; most members follow Apache Commons Lang's StringUtils. */
import { raise } from "../../runtime/exception.ts";
import { ApexList } from "../../runtime/list.ts";
import { INTEGER, STRING } from "../../runtime/type.ts";
import { refusingNull } from "../arguments.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { compilePattern } from "../../regex/compiled-pattern.ts";
import { replaceMatches } from "../../regex/replacement.ts";
import { splitByPattern } from "../../regex/splitting.ts";

export function stringList(texts: readonly string[]): ApexList<string> {
  return new ApexList(STRING, [...texts]);
}

function checkedRange(text: string, start: number, end: number): string {
  if (start < 0) raise("System.StringException", `Starting position out of bounds: ${start}`);
  if (end > text.length || end < start)
    raise("System.StringException", `Ending position out of bounds: ${end}`);
  return text.slice(start, end);
}

function substring(text: string, start: number, end = text.length): string {
  if (start > text.length)
    raise("System.StringException", `Starting position out of bounds: ${start}`);
  return checkedRange(text, start, end);
}

function before(text: string, at: number): string {
  return at < 0 ? text : text.slice(0, at);
}

function between(text: string, open: string, close = open): string | null {
  const start = text.indexOf(open);
  if (start < 0) return null;
  const end = text.indexOf(close, start + open.length);
  return end < 0 ? null : text.slice(start + open.length, end);
}

function ignoringCase(text: string, other: string): readonly [string, string] {
  return [text.toLowerCase(), other.toLowerCase()];
}

function countMatches(text: string, part: string): number {
  return part === "" ? 0 : text.split(part).length - 1;
}

function checkedIndex(text: string, index: number): number {
  if (index < 0 || index >= text.length)
    raise("System.StringException", `String index out of range: ${index}`);
  return index;
}

function overlay(text: string, inserted: string, start: number, end: number): string {
  const low = Math.min(Math.max(Math.min(start, end), 0), text.length);
  const high = Math.min(Math.max(Math.max(start, end), 0), text.length);
  return text.slice(0, low) + inserted + text.slice(high);
}

/** -1 where the texts are equal. */
function indexOfDifference(text: string, other: string): number {
  let index = 0;
  while (index < text.length && index < other.length && text[index] === other[index]) index += 1;
  return index === text.length && index === other.length ? -1 : index;
}

/** With nothing to pad with it is spaces, as in Commons Lang's StringUtils. */
function padding(width: number, pad: string): string {
  if (pad === "") return padding(width, " ");
  return width <= 0 ? "" : pad.repeat(Math.ceil(width / pad.length)).slice(0, width);
}

function firstIndex(text: string, matches: (character: string) => boolean): number {
  return Array.from(text).findIndex(matches);
}

export const stringBehaviour = platformType({
  type: "String",
  methods: {
    equals: (text: string, other: unknown) => text === other,
    equalsIgnoreCase: (text: string, other: string | null) =>
      other !== null && text.toLowerCase() === other.toLowerCase(),
    toString: (text: string) => text,
    ...refusingNull({
      length: (text: string) => text.length,
      charAt: (text: string, index: number) => text.charCodeAt(checkedIndex(text, index)),
      codePointAt: (text: string, index: number) =>
        text.codePointAt(checkedIndex(text, index)) ?? 0,
      codePointBefore: (text: string, index: number) =>
        text.codePointAt(checkedIndex(text, index - 1)) ?? 0,
      codePointCount: (text: string, start: number, end: number) =>
        Array.from(checkedRange(text, start, end)).length,
      offsetByCodePoints: (text: string, start: number, count: number) =>
        start + Array.from(text.slice(start)).slice(0, count).join("").length,
      getChars: (text: string) =>
        new ApexList(
          INTEGER,
          Array.from(text, (_, index) => text.charCodeAt(index)),
        ),
      compareTo: (text: string, other: string) => compareJava(text, other),
      contains: (text: string, part: string) => text.includes(part),
      containsIgnoreCase: (text: string, part: string) => {
        const [whole, sought] = ignoringCase(text, part);
        return whole.includes(sought);
      },
      containsAny: (text: string, characters: string) =>
        Array.from(characters).some((character) => text.includes(character)),
      containsNone: (text: string, characters: string) =>
        !Array.from(characters).some((character) => text.includes(character)),
      containsOnly: (text: string, characters: string) =>
        Array.from(text).every((character) => characters.includes(character)),
      containsWhitespace: (text: string) => /\s/.test(text),
      countMatches,
      startsWith: (text: string, part: string) => text.startsWith(part),
      startsWithIgnoreCase: (text: string, part: string) => {
        const [whole, sought] = ignoringCase(text, part);
        return whole.startsWith(sought);
      },
      endsWith: (text: string, part: string) => text.endsWith(part),
      endsWithIgnoreCase: (text: string, part: string) => {
        const [whole, sought] = ignoringCase(text, part);
        return whole.endsWith(sought);
      },
      indexOf: (text: string, part: string, start: number = 0) => text.indexOf(part, start),
      indexOfIgnoreCase: (text: string, part: string, start: number = 0) => {
        const [whole, sought] = ignoringCase(text, part);
        return whole.indexOf(sought, start);
      },
      indexOfChar: (text: string, character: number, start: number = 0) =>
        text.indexOf(String.fromCharCode(character), start),
      indexOfAny: (text: string, characters: string) =>
        firstIndex(text, (character) => characters.includes(character)),
      indexOfAnyBut: (text: string, characters: string) =>
        firstIndex(text, (character) => !characters.includes(character)),
      indexOfDifference,
      difference: (text: string, other: string) => {
        const index = indexOfDifference(text, other);
        return index < 0 ? "" : other.slice(index);
      },
      lastIndexOf: (text: string, part: string, end: number = text.length) =>
        text.lastIndexOf(part, end),
      lastIndexOfIgnoreCase: (text: string, part: string, end: number = text.length) => {
        const [whole, sought] = ignoringCase(text, part);
        return whole.lastIndexOf(sought, end);
      },
      lastIndexOfChar: (text: string, character: number, end: number = text.length) =>
        text.lastIndexOf(String.fromCharCode(character), end),
      substring,
      substringBefore: (text: string, separator: string) => before(text, text.indexOf(separator)),
      substringBeforeLast: (text: string, separator: string) =>
        before(text, separator === "" ? -1 : text.lastIndexOf(separator)),
      substringAfter: (text: string, separator: string) => {
        const at = text.indexOf(separator);
        return at < 0 ? "" : text.slice(at + separator.length);
      },
      substringAfterLast: (text: string, separator: string) => {
        const at = text.lastIndexOf(separator);
        return at < 0 || separator === "" ? "" : text.slice(at + separator.length);
      },
      substringBetween: between,
      left: (text: string, length: number) => text.slice(0, Math.max(0, length)),
      right: (text: string, length: number) =>
        length <= 0 ? "" : text.slice(Math.max(0, text.length - length)),
      mid: (text: string, start: number, length: number) =>
        length < 0 ? "" : text.slice(Math.max(0, start), Math.max(0, start) + length),
      leftPad: (text: string, length: number, pad: string = " ") =>
        padding(length - text.length, pad) + text,
      rightPad: (text: string, length: number, pad: string = " ") =>
        text + padding(length - text.length, pad),
      center: (text: string, length: number, pad: string = " ") => {
        const missing = length - text.length;
        if (missing <= 0) return text;
        const left = Math.floor(missing / 2);
        return padding(left, pad) + text + padding(missing - left, pad);
      },
      "repeat(Integer)": (text: string, count: number) => text.repeat(Math.max(0, count)),
      "repeat(String,Integer)": (text: string, separator: string, count: number) =>
        Array.from({ length: Math.max(0, count) }, () => text).join(separator),
      remove: (text: string, part: string) => (part === "" ? text : text.replaceAll(part, "")),
      removeStart: (text: string, part: string) =>
        text.startsWith(part) ? text.slice(part.length) : text,
      removeStartIgnoreCase: (text: string, part: string) =>
        text.toLowerCase().startsWith(part.toLowerCase()) ? text.slice(part.length) : text,
      removeEnd: (text: string, part: string) =>
        part !== "" && text.endsWith(part) ? text.slice(0, -part.length) : text,
      removeEndIgnoreCase: (text: string, part: string) =>
        part !== "" && text.toLowerCase().endsWith(part.toLowerCase())
          ? text.slice(0, -part.length)
          : text,
      replace: (text: string, part: string, replacement: string) =>
        text.replaceAll(part, () => replacement),
      replaceAll: (text: string, pattern: string, replacement: string) =>
        replaceMatches(text, compilePattern(pattern), replacement, false),
      replaceFirst: (text: string, pattern: string, replacement: string) =>
        replaceMatches(text, compilePattern(pattern), replacement, true),
      overlay,
      reverse: (text: string) => Array.from(text).reverse().join(""),
      split: (text: string, pattern: string, limit: number = 0) =>
        stringList(splitByPattern(text, compilePattern(pattern), limit)),
      trim: trimJava,
    }),
  },
});

/** Java's trim: everything up to and including the space character. */
export function trimJava(text: string): string {
  // Control characters are what Java's trim drops.
  // eslint-disable-next-line no-control-regex
  return text.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, "");
}

/** The difference of the first characters that differ, else of the lengths. */
export function compareJava(text: string, other: string): number {
  const length = Math.min(text.length, other.length);
  for (let index = 0; index < length; index += 1) {
    const difference = text.charCodeAt(index) - other.charCodeAt(index);
    if (difference !== 0) return difference;
  }
  return text.length - other.length;
}
