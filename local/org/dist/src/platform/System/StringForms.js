/** String: letter case, white space, kinds of characters, escapes. */
import { refusingNull } from "../arguments.js";
import { platformType } from "../../runtime/behaviour.js";
import { decodeHtml, encodeHtml } from "../html-entities.js";
import { raise } from "../../runtime/exception.js";
import { stringList, trimJava } from "./String.js";
function capitalized(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
function swapCase(text) {
    return Array.from(text)
        .map((character) => character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase())
        .join("");
}
function abbreviated(text, width, offset = 0) {
    if (width < 4)
        raise("System.StringException", "Minimum abbreviation width is 4");
    if (text.length <= width)
        return text;
    const start = Math.min(offset, text.length, Math.max(0, text.length - (width - 3)));
    if (start <= 4)
        return `${text.slice(0, width - 3)}...`;
    if (width < 7)
        raise("System.StringException", "Minimum abbreviation width with offset is 7");
    return start + width - 3 < text.length
        ? `...${abbreviated(text.slice(start), width - 3)}`
        : `...${text.slice(text.length - (width - 3))}`;
}
function unicodeEscape(character) {
    return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
const JAVA_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\b": "\\b",
    "\f": "\\f",
};
/** `\n`, `\"`, `\u00E9`; JavaScript's form also escapes ' and /. */
function escapeJava(text, more = {}) {
    return text
        .split("")
        .map((character) => {
        const known = more[character] ?? JAVA_ESCAPES[character];
        if (known !== undefined)
            return known;
        const code = character.charCodeAt(0);
        return code < 32 || code > 126 ? unicodeEscape(character) : character;
    })
        .join("");
}
const UNESCAPES = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };
function unescapeJava(text) {
    return text.replace(/\\(?:u+([0-9a-fA-F]{4})|(.))/gs, (_whole, unicode, character) => unicode === undefined
        ? (UNESCAPES[character ?? ""] ?? character ?? "")
        : String.fromCharCode(Number.parseInt(unicode, 16)));
}
function stripHtmlTags(text) {
    return decodeHtml(text.replace(/<br\s*\/?>/gi, "\n").replace(/<[^>]*>/g, "")).trim();
}
/** Runs of one kind of character; camel case joins a capital with the small letters after it. */
function byCharacterType(text, isCamelCase) {
    const kinds = /\p{Lu}+|\p{Ll}+|\p{N}+|\s+|[^\p{Lu}\p{Ll}\p{N}\s]+/gu;
    const camel = /\p{Lu}(?=\p{Lu}*\p{Lu}\p{Ll})\p{Lu}*(?=\p{Lu}\p{Ll})|\p{Lu}\p{Ll}+|\p{Lu}+|\p{Ll}+|\p{N}+|\s+|[^\p{Lu}\p{Ll}\p{N}\s]+/gu;
    return [...text.matchAll(isCamelCase ? camel : kinds)].map((match) => match[0]);
}
export const stringFormsBehaviour = platformType({
    type: "String",
    methods: refusingNull({
        toLowerCase: (text, locale) => locale === undefined ? text.toLowerCase() : text.toLocaleLowerCase(locale.replace("_", "-")),
        toUpperCase: (text, locale) => locale === undefined ? text.toUpperCase() : text.toLocaleUpperCase(locale.replace("_", "-")),
        capitalize: capitalized,
        uncapitalize: (text) => text.charAt(0).toLowerCase() + text.slice(1),
        swapCase,
        abbreviate: abbreviated,
        deleteWhitespace: (text) => text.replace(/\s/g, ""),
        normalizeSpace: (text) => trimJava(text).replace(/\s+/g, " "),
        isAllLowerCase: (text) => /^\p{Ll}+$/u.test(text),
        isAllUpperCase: (text) => /^\p{Lu}+$/u.test(text),
        isAlpha: (text) => /^\p{L}+$/u.test(text),
        isAlphaSpace: (text) => /^[\p{L} ]*$/u.test(text),
        isAlphanumeric: (text) => /^[\p{L}\p{Nd}]+$/u.test(text),
        isAlphanumericSpace: (text) => /^[\p{L}\p{Nd} ]*$/u.test(text),
        isAsciiPrintable: (text) => /^[ -~]*$/.test(text),
        isNumeric: (text) => /^\p{Nd}+$/u.test(text),
        isNumericSpace: (text) => /^[\p{Nd} ]*$/u.test(text),
        isWhitespace: (text) => /^\s*$/.test(text),
        escapeCsv: (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text),
        unescapeCsv: (text) => /^".*[",\n\r].*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text,
        escapeJava: (text) => escapeJava(text),
        unescapeJava,
        escapeEcmaScript: (text) => escapeJava(text, { "'": "\\'", "/": "\\/" }),
        unescapeEcmaScript: unescapeJava,
        escapeUnicode: (text) => text
            .split("")
            .map((character) => (character.charCodeAt(0) > 126 ? unicodeEscape(character) : character))
            .join(""),
        unescapeUnicode: unescapeJava,
        escapeXml: (text) => encodeHtml(text, "xml"),
        unescapeXml: decodeHtml,
        escapeHtml3: (text) => encodeHtml(text, "html"),
        escapeHtml4: (text) => encodeHtml(text, "html"),
        unescapeHtml3: decodeHtml,
        unescapeHtml4: decodeHtml,
        stripHtmlTags,
        splitByCharacterType: (text) => stringList(byCharacterType(text, false)),
        splitByCharacterTypeCamelCase: (text) => stringList(byCharacterType(text, true)),
        getLevenshteinDistance: levenshtein,
    }),
});
/** -1 where the distance is over the threshold. */
function levenshtein(text, other, threshold = Number.POSITIVE_INFINITY) {
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
