/** application/x-www-form-urlencoded as java.net.URLEncoder and URLDecoder have it. */
import { raise } from "../runtime/exception.js";
/** Java's names of the character sets Node can write and read. */
const CHARSETS = {
    "utf-8": "utf8",
    utf8: "utf8",
    "iso-8859-1": "latin1",
    latin1: "latin1",
    "us-ascii": "ascii",
    ascii: "ascii",
    "utf-16": "utf16be",
    "utf-16be": "utf16be",
    "utf-16le": "utf16le",
};
function charsetNamed(name) {
    const charset = CHARSETS[name.toLowerCase().replaceAll("_", "-")];
    if (charset === undefined)
        raise("System.InvalidParameterValueException", `Encoding ${name} is not supported`);
    return charset;
}
/** Characters over the last one a set has become `?`, as Java's encoders write them. */
function within(text, last) {
    return Array.from(text, (character) => (character.codePointAt(0) ?? 0) > last ? "?" : character).join("");
}
function bytesOf(text, charset) {
    switch (charset) {
        case "utf8":
            return Buffer.from(text, "utf8");
        case "latin1":
            return Buffer.from(within(text, 0xff), "latin1");
        case "ascii":
            return Buffer.from(within(text, 0x7f), "latin1");
        case "utf16le":
            return Buffer.from(text, "utf16le");
        case "utf16be":
            return Buffer.from(text, "utf16le").swap16();
    }
}
function textOf(bytes, charset) {
    const label = charset === "ascii" ? "latin1" : charset.replace("utf16", "utf-16");
    return new TextDecoder(label).decode(bytes);
}
/** Letters, digits and `.-*_` stay, a space is `+`, every other byte is `%XX`. */
export function urlEncode(text, encoding) {
    const charset = charsetNamed(encoding);
    return text.replaceAll(/[^a-zA-Z0-9.\-*_]+/g, (run) => run
        .split(" ")
        .map((part) => [...bytesOf(part, charset)]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
        .join(""))
        .join("+"));
}
export function urlDecode(text, encoding) {
    const charset = charsetNamed(encoding);
    return text.replaceAll("+", " ").replaceAll(/(?:%[^%]{0,2})+/g, (run) => {
        const bytes = [];
        let at = 0;
        while (run[at] === "%") {
            bytes.push(escapedByte(run.slice(at + 1, at + 3)));
            at += 3;
        }
        return textOf(Uint8Array.from(bytes), charset) + run.slice(at);
    });
}
function escapedByte(digits) {
    if (digits.length < 2)
        raise("System.StringException", "URLDecoder: Incomplete trailing escape (%) pattern");
    if (!/^[0-9a-fA-F]{2}$/.test(digits))
        raise("System.StringException", `URLDecoder: Illegal hex characters in escape (%) pattern - For input string: "${digits}"`);
    return Number.parseInt(digits, 16);
}
