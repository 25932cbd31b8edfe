/** String: pieces and searching. Source: Apex Reference, "String Class"; most members follow Apache Commons Lang's StringUtils. */
import { raise } from "../../runtime/exception.js";
import { ApexList } from "../../runtime/list.js";
import { INTEGER, STRING } from "../../runtime/type.js";
import { refusingNull } from "../arguments.js";
import { platformType } from "../../runtime/behaviour.js";
import { compilePattern } from "../../regex/compiled-pattern.js";
import { replaceMatches } from "../../regex/replacement.js";
import { splitByPattern } from "../../regex/splitting.js";
export function stringList(texts) {
    return new ApexList(STRING, [...texts]);
}
function checkedRange(text, start, end) {
    if (start < 0)
        raise("System.StringException", `Starting position out of bounds: ${start}`);
    if (end > text.length || end < start)
        raise("System.StringException", `Ending position out of bounds: ${end}`);
    return text.slice(start, end);
}
function substring(text, start, end = text.length) {
    if (start > text.length)
        raise("System.StringException", `Starting position out of bounds: ${start}`);
    return checkedRange(text, start, end);
}
function before(text, at) {
    return at < 0 ? text : text.slice(0, at);
}
function between(text, open, close = open) {
    const start = text.indexOf(open);
    if (start < 0)
        return null;
    const end = text.indexOf(close, start + open.length);
    return end < 0 ? null : text.slice(start + open.length, end);
}
function ignoringCase(text, other) {
    return [text.toLowerCase(), other.toLowerCase()];
}
function countMatches(text, part) {
    return part === "" ? 0 : text.split(part).length - 1;
}
function checkedIndex(text, index) {
    if (index < 0 || index >= text.length)
        raise("System.StringException", `String index out of range: ${index}`);
    return index;
}
function overlay(text, inserted, start, end) {
    const low = Math.min(Math.max(Math.min(start, end), 0), text.length);
    const high = Math.min(Math.max(Math.max(start, end), 0), text.length);
    return text.slice(0, low) + inserted + text.slice(high);
}
/** -1 where the texts are equal. */
function indexOfDifference(text, other) {
    let index = 0;
    while (index < text.length && index < other.length && text[index] === other[index])
        index += 1;
    return index === text.length && index === other.length ? -1 : index;
}
function padding(width, pad) {
    return width <= 0 || pad === "" ? "" : pad.repeat(Math.ceil(width / pad.length)).slice(0, width);
}
function firstIndex(text, matches) {
    return Array.from(text).findIndex(matches);
}
export const stringBehaviour = platformType({
    type: "String",
    methods: {
        equals: (text, other) => text === other,
        equalsIgnoreCase: (text, other) => other !== null && text.toLowerCase() === other.toLowerCase(),
        toString: (text) => text,
        ...refusingNull({
            length: (text) => text.length,
            charAt: (text, index) => text.charCodeAt(checkedIndex(text, index)),
            codePointAt: (text, index) => text.codePointAt(checkedIndex(text, index)) ?? 0,
            codePointBefore: (text, index) => text.codePointAt(checkedIndex(text, index - 1)) ?? 0,
            codePointCount: (text, start, end) => Array.from(checkedRange(text, start, end)).length,
            offsetByCodePoints: (text, start, count) => start + Array.from(text.slice(start)).slice(0, count).join("").length,
            getChars: (text) => new ApexList(INTEGER, Array.from(text, (_, index) => text.charCodeAt(index))),
            compareTo: (text, other) => compareJava(text, other),
            contains: (text, part) => text.includes(part),
            containsIgnoreCase: (text, part) => {
                const [whole, sought] = ignoringCase(text, part);
                return whole.includes(sought);
            },
            containsAny: (text, characters) => Array.from(characters).some((character) => text.includes(character)),
            containsNone: (text, characters) => !Array.from(characters).some((character) => text.includes(character)),
            containsOnly: (text, characters) => Array.from(text).every((character) => characters.includes(character)),
            containsWhitespace: (text) => /\s/.test(text),
            countMatches,
            startsWith: (text, part) => text.startsWith(part),
            startsWithIgnoreCase: (text, part) => {
                const [whole, sought] = ignoringCase(text, part);
                return whole.startsWith(sought);
            },
            endsWith: (text, part) => text.endsWith(part),
            endsWithIgnoreCase: (text, part) => {
                const [whole, sought] = ignoringCase(text, part);
                return whole.endsWith(sought);
            },
            indexOf: (text, part, start = 0) => text.indexOf(part, start),
            indexOfIgnoreCase: (text, part, start = 0) => {
                const [whole, sought] = ignoringCase(text, part);
                return whole.indexOf(sought, start);
            },
            indexOfChar: (text, character, start = 0) => text.indexOf(String.fromCharCode(character), start),
            indexOfAny: (text, characters) => firstIndex(text, (character) => characters.includes(character)),
            indexOfAnyBut: (text, characters) => firstIndex(text, (character) => !characters.includes(character)),
            indexOfDifference,
            difference: (text, other) => {
                const index = indexOfDifference(text, other);
                return index < 0 ? "" : other.slice(index);
            },
            lastIndexOf: (text, part, end = text.length) => text.lastIndexOf(part, end),
            lastIndexOfIgnoreCase: (text, part, end = text.length) => {
                const [whole, sought] = ignoringCase(text, part);
                return whole.lastIndexOf(sought, end);
            },
            lastIndexOfChar: (text, character, end = text.length) => text.lastIndexOf(String.fromCharCode(character), end),
            substring,
            substringBefore: (text, separator) => before(text, text.indexOf(separator)),
            substringBeforeLast: (text, separator) => before(text, separator === "" ? -1 : text.lastIndexOf(separator)),
            substringAfter: (text, separator) => {
                const at = text.indexOf(separator);
                return at < 0 ? "" : text.slice(at + separator.length);
            },
            substringAfterLast: (text, separator) => {
                const at = text.lastIndexOf(separator);
                return at < 0 || separator === "" ? "" : text.slice(at + separator.length);
            },
            substringBetween: between,
            left: (text, length) => text.slice(0, Math.max(0, length)),
            right: (text, length) => length <= 0 ? "" : text.slice(Math.max(0, text.length - length)),
            mid: (text, start, length) => length < 0 ? "" : text.slice(Math.max(0, start), Math.max(0, start) + length),
            leftPad: (text, length, pad = " ") => padding(length - text.length, pad) + text,
            rightPad: (text, length, pad = " ") => text + padding(length - text.length, pad),
            center: (text, length, pad = " ") => {
                const missing = length - text.length;
                if (missing <= 0)
                    return text;
                const left = Math.floor(missing / 2);
                return padding(left, pad) + text + padding(missing - left, pad);
            },
            "repeat(Integer)": (text, count) => text.repeat(Math.max(0, count)),
            "repeat(String,Integer)": (text, separator, count) => Array.from({ length: Math.max(0, count) }, () => text).join(separator),
            remove: (text, part) => (part === "" ? text : text.replaceAll(part, "")),
            removeStart: (text, part) => text.startsWith(part) ? text.slice(part.length) : text,
            removeStartIgnoreCase: (text, part) => text.toLowerCase().startsWith(part.toLowerCase()) ? text.slice(part.length) : text,
            removeEnd: (text, part) => part !== "" && text.endsWith(part) ? text.slice(0, -part.length) : text,
            removeEndIgnoreCase: (text, part) => part !== "" && text.toLowerCase().endsWith(part.toLowerCase())
                ? text.slice(0, -part.length)
                : text,
            replace: (text, part, replacement) => text.replaceAll(part, () => replacement),
            replaceAll: (text, pattern, replacement) => replaceMatches(text, compilePattern(pattern), replacement, false),
            replaceFirst: (text, pattern, replacement) => replaceMatches(text, compilePattern(pattern), replacement, true),
            overlay,
            reverse: (text) => Array.from(text).reverse().join(""),
            split: (text, pattern, limit = 0) => stringList(splitByPattern(text, compilePattern(pattern), limit)),
            trim: trimJava,
        }),
    },
});
/** Java's trim: everything up to and including the space character. */
export function trimJava(text) {
    // Control characters are what Java's trim drops.
    // eslint-disable-next-line no-control-regex
    return text.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, "");
}
/** The difference of the first characters that differ, else of the lengths. */
export function compareJava(text, other) {
    const length = Math.min(text.length, other.length);
    for (let index = 0; index < length; index += 1) {
        const difference = text.charCodeAt(index) - other.charCodeAt(index);
        if (difference !== 0)
            return difference;
    }
    return text.length - other.length;
}
