/** String: letter case, white space, kinds of characters, escapes. */
import { refusingNull } from "../arguments.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { decodeHtml, encodeHtml } from "../html-entities.ts";
import { raise } from "../../runtime/exception.ts";
import { stringList, trimJava } from "./String.ts";

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function swapCase(text: string): string {
  return Array.from(text)
    .map((character) =>
      character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase(),
    )
    .join("");
}

function abbreviated(text: string, width: number, offset = 0): string {
  if (width < 4) raise("System.StringException", "Minimum abbreviation width is 4");
  if (text.length <= width) return text;
  const start = Math.min(offset, text.length, Math.max(0, text.length - (width - 3)));
  if (start <= 4) return `${text.slice(0, width - 3)}...`;
  if (width < 7) raise("System.StringException", "Minimum abbreviation width with offset is 7");
  return start + width - 3 < text.length
    ? `...${abbreviated(text.slice(start), width - 3)}`
    : `...${text.slice(text.length - (width - 3))}`;
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

const JAVA_ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
  "\b": "\\b",
  "\f": "\\f",
};

/** `\n`, `\"`, `\u00E9`; JavaScript's form also escapes ' and /. */
function escapeJava(text: string, more: Readonly<Record<string, string>> = {}): string {
  return text
    .split("")
    .map((character) => {
      const known = more[character] ?? JAVA_ESCAPES[character];
      if (known !== undefined) return known;
      const code = character.charCodeAt(0);
      return code < 32 || code > 126 ? unicodeEscape(character) : character;
    })
    .join("");
}

const UNESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

function unescapeJava(text: string): string {
  return text.replace(
    /\\(?:u+([0-9a-fA-F]{4})|(.))/gs,
    (_whole, unicode: string | undefined, character: string | undefined) =>
      unicode === undefined
        ? (UNESCAPES[character ?? ""] ?? character ?? "")
        : String.fromCharCode(Number.parseInt(unicode, 16)),
  );
}

function stripHtmlTags(text: string): string {
  return decodeHtml(text.replace(/<br\s*\/?>/gi, "\n").replace(/<[^>]*>/g, "")).trim();
}

/** Runs of one kind of character; camel case joins a capital with the small letters after it. */
function byCharacterType(text: string, isCamelCase: boolean): string[] {
  const kinds = /\p{Lu}+|\p{Ll}+|\p{N}+|\s+|[^\p{Lu}\p{Ll}\p{N}\s]+/gu;
  const camel =
    /\p{Lu}(?=\p{Lu}*\p{Lu}\p{Ll})\p{Lu}*(?=\p{Lu}\p{Ll})|\p{Lu}\p{Ll}+|\p{Lu}+|\p{Ll}+|\p{N}+|\s+|[^\p{Lu}\p{Ll}\p{N}\s]+/gu;
  return [...text.matchAll(isCamelCase ? camel : kinds)].map((match) => match[0]);
}

export const stringFormsBehaviour = platformType({
  type: "String",
  methods: refusingNull({
    toLowerCase: (text: string, locale?: string) =>
      locale === undefined ? text.toLowerCase() : text.toLocaleLowerCase(locale.replace("_", "-")),
    toUpperCase: (text: string, locale?: string) =>
      locale === undefined ? text.toUpperCase() : text.toLocaleUpperCase(locale.replace("_", "-")),
    capitalize: capitalized,
    uncapitalize: (text: string) => text.charAt(0).toLowerCase() + text.slice(1),
    swapCase,
    abbreviate: abbreviated,
    deleteWhitespace: (text: string) => text.replace(/\s/g, ""),
    normalizeSpace: (text: string) => trimJava(text).replace(/\s+/g, " "),
    isAllLowerCase: (text: string) => /^\p{Ll}+$/u.test(text),
    isAllUpperCase: (text: string) => /^\p{Lu}+$/u.test(text),
    isAlpha: (text: string) => /^\p{L}+$/u.test(text),
    isAlphaSpace: (text: string) => /^[\p{L} ]*$/u.test(text),
    isAlphanumeric: (text: string) => /^[\p{L}\p{Nd}]+$/u.test(text),
    isAlphanumericSpace: (text: string) => /^[\p{L}\p{Nd} ]*$/u.test(text),
    isAsciiPrintable: (text: string) => /^[ -~]*$/.test(text),
    isNumeric: (text: string) => /^\p{Nd}+$/u.test(text),
    isNumericSpace: (text: string) => /^[\p{Nd} ]*$/u.test(text),
    isWhitespace: (text: string) => /^\s*$/.test(text),
    escapeCsv: (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text),
    unescapeCsv: (text: string) =>
      /^".*[",\n\r].*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text,
    escapeJava: (text: string) => escapeJava(text),
    unescapeJava,
    escapeEcmaScript: (text: string) => escapeJava(text, { "'": "\\'", "/": "\\/" }),
    unescapeEcmaScript: unescapeJava,
    escapeUnicode: (text: string) =>
      text
        .split("")
        .map((character) => (character.charCodeAt(0) > 126 ? unicodeEscape(character) : character))
        .join(""),
    unescapeUnicode: unescapeJava,
    escapeXml: (text: string) => encodeHtml(text, "xml"),
    unescapeXml: decodeHtml,
    escapeHtml3: (text: string) => encodeHtml(text, "html"),
    escapeHtml4: (text: string) => encodeHtml(text, "html"),
    unescapeHtml3: decodeHtml,
    unescapeHtml4: decodeHtml,
    stripHtmlTags,
    splitByCharacterType: (text: string) => stringList(byCharacterType(text, false)),
    splitByCharacterTypeCamelCase: (text: string) => stringList(byCharacterType(text, true)),
    getLevenshteinDistance: levenshtein,
  }),
});

/** -1 where the distance is over the threshold. */
function levenshtein(text: string, other: string, threshold = Number.POSITIVE_INFINITY): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= text.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const substitution = (row[j - 1] ?? 0) + (text[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution));
    }
    row = next;
  }
  const distance = row.at(-1) ?? 0;
  return distance > threshold ? -1 : distance;
}
