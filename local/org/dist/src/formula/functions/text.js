/** Source: Salesforce Help, "Formula Operators and Functions by Context", Text Functions. */
import { toId18 } from "../../runtime/id.js";
import { ApexDecimal } from "../../runtime/decimal.js";
import { compilePattern } from "../../regex/compiled-pattern.js";
import { FormulaUndefined, plain, textOf } from "../value.js";
import { eager, NUMBER, TEXT } from "./function.js";
import { decimal } from "./math.js";
const TEXT_OR_PICKLIST = ["text", "picklist"];
/** A function from one text to another. */
function ofText(answer) {
    return eager("text", [TEXT], ([text = null]) => answer(textOf(text)));
}
/** A whole number argument; null where it is empty. */
function integer(value) {
    const number = decimal(value);
    return number === null ? null : Number(number.toBigInt());
}
/** A function of a text and a count: empty where the count is. */
function counted(answer) {
    return eager("text", [TEXT, NUMBER], ([text = null, count]) => {
        const whole = integer(count);
        return whole === null ? "" : answer(textOf(text), Math.max(0, whole));
    });
}
/** Source: Salesforce Help, "Tips for Working with Text": the longest value a text formula gives. */
const MAX_TEXT = 3900;
function padded(side) {
    return eager("text", [TEXT, NUMBER, TEXT], ([value = null, count, filler]) => {
        const text = textOf(value);
        const length = Math.min(integer(count) ?? 0, MAX_TEXT);
        if (text === "" || length <= text.length)
            return text.slice(0, Math.max(0, length));
        const padding = filler === undefined ? " " : textOf(filler);
        return side === "left" ? text.padStart(length, padding) : text.padEnd(length, padding);
    }, { optional: 1 });
}
/** MID counts from 1. */
function mid(values) {
    const [start, count] = [integer(values[1]), integer(values[2])];
    if (start === null || count === null)
        return "";
    const from = Math.max(1, start) - 1;
    return textOf(values[0] ?? null).slice(from, from + Math.max(0, count));
}
function find(values) {
    const [sought, text] = [textOf(values[0] ?? null), textOf(values[1] ?? null)];
    const start = values.length > 2 ? (integer(values[2]) ?? 1) : 1;
    const at = sought === "" || text === "" ? -1 : text.indexOf(sought, start - 1);
    return ApexDecimal.ofInteger(at + 1);
}
function valueOfText(text) {
    if (text === "")
        return null;
    // An exponent beyond a double's is #Too Big!, not a number of a million digits.
    if (!isNumber(text) || !Number.isFinite(Number(text)))
        throw new FormulaUndefined(text);
    return plain(ApexDecimal.parse(text));
}
function isNumber(text) {
    return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/u.test(text);
}
/** BEGINS and CONTAINS: true of an empty sought text, not true of an empty text. */
function searching(answer) {
    return eager("boolean", [TEXT_OR_PICKLIST, TEXT], ([text = null, sought = null]) => {
        if (textOf(sought) === "")
            return true;
        return textOf(text) !== "" && answer(textOf(text), textOf(sought));
    });
}
function initialCapitals(text) {
    return text
        .toLowerCase()
        .replace(/(^|[^\p{L}\p{N}])(\p{L})/gu, (_match, before, letter) => `${before}${letter.toUpperCase()}`);
}
function substitute(values) {
    const [text, old, fresh] = values.map(textOf);
    return old === undefined || old === "" ? (text ?? "") : (text ?? "").replaceAll(old, fresh ?? "");
}
/** `FORMAT` of numbers groups digits as the user's locale does; English here. */
function format([value = null]) {
    if (!(value instanceof ApexDecimal))
        return textOf(value);
    const [whole = "0", fraction] = plain(value).toPlainString().split(".");
    const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ",");
    return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
function regexMatches(values) {
    const [text, pattern] = values.map(textOf);
    return compilePattern(pattern ?? "").whole(text ?? "", 0) !== null;
}
export const TEXTS = {
    ASCII: eager("number", [TEXT], ([text = null]) => {
        const code = textOf(text).codePointAt(0);
        return code === undefined ? null : ApexDecimal.ofInteger(code);
    }),
    BEGINS: searching((text, sought) => text.startsWith(sought)),
    CASESAFEID: ofText((text) => toId18(text) ?? text),
    CHR: eager("text", [NUMBER], ([code]) => {
        const whole = integer(code);
        return whole === null ? "" : String.fromCodePoint(whole);
    }),
    CONTAINS: searching((text, sought) => text.includes(sought)),
    FIND: eager("number", [TEXT, TEXT, NUMBER], find, { optional: 1 }),
    FORMAT: eager("text", [["number", "text", "date", "datetime", "time"]], format),
    INITCAP: ofText(initialCapitals),
    ISNUMBER: eager("boolean", [TEXT], ([text = null]) => isNumber(textOf(text))),
    LEFT: counted((text, count) => text.slice(0, count)),
    LEN: eager("number", [TEXT], ([text = null]) => ApexDecimal.ofInteger(textOf(text).length)),
    LOWER: eager("text", [TEXT, TEXT], ([text = null]) => textOf(text).toLowerCase(), {
        optional: 1,
    }),
    LPAD: padded("left"),
    MID: eager("text", [TEXT, NUMBER, NUMBER], mid),
    REGEX: eager("boolean", [TEXT, TEXT], regexMatches),
    REVERSE: ofText((text) => Array.from(text).reverse().join("")),
    RIGHT: counted((text, count) => (count === 0 ? "" : text.slice(-count))),
    RPAD: padded("right"),
    SUBSTITUTE: eager("text", [TEXT, TEXT, TEXT], substitute),
    TEXT: eager("text", [["number", "date", "datetime", "time", "picklist"]], ([value = null]) => textOf(value)),
    TRIM: ofText((text) => text.trim()),
    UPPER: eager("text", [TEXT, TEXT], ([text = null]) => textOf(text).toUpperCase(), {
        optional: 1,
    }),
    VALUE: eager("number", [TEXT], ([text = null]) => valueOfText(textOf(text))),
    ISPICKVAL: eager("boolean", [["picklist"], TEXT], ([value = null, text = null]) => textOf(value) === textOf(text)),
    INCLUDES: eager("boolean", [["multipicklist"], TEXT], ([values = null, text = null]) => textOf(values).split(";").includes(textOf(text))),
    PICKLISTCOUNT: eager("number", [["multipicklist"]], ([values = null]) => ApexDecimal.ofInteger(textOf(values) === "" ? 0 : textOf(values).split(";").length)),
};
const HTML_ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
};
function htmlEncoded(text) {
    return text.replace(/[&<>"']/gu, (character) => HTML_ENTITIES[character] ?? character);
}
function jsEncoded(text) {
    return text
        .replace(/[\\'"]/gu, "\\$&")
        .replaceAll("\n", "\\n")
        .replaceAll("\r", "\\r");
}
function image(values) {
    const [url, alternative] = values.map(textOf);
    const [height, width] = [integer(values[2]), integer(values[3])];
    const style = height === null || width === null ? "" : ` style="height:${height}px; width:${width}px;"`;
    return `<img src="${url ?? ""}" alt="${alternative ?? ""}"${style} border="0"/>`;
}
/** Texts that a browser reads. */
export const MARKUP = {
    // What the API gives for a line break.
    BR: eager("text", [], () => "<br>"),
    HTMLENCODE: ofText(htmlEncoded),
    HYPERLINK: eager("text", [TEXT, TEXT, TEXT], ([url = null, name = null, target = null]) => `<a href="${textOf(url)}" target="${textOf(target) === "" ? "_blank" : textOf(target)}">${textOf(name)}</a>`, { optional: 1 }),
    IMAGE: eager("text", [TEXT, TEXT, NUMBER, NUMBER], image, { optional: 2 }),
    JSENCODE: ofText(jsEncoded),
    JSINHTMLENCODE: ofText((text) => htmlEncoded(jsEncoded(text))),
    URLENCODE: ofText((text) => encodeURIComponent(text).replaceAll("%20", "+")),
};
