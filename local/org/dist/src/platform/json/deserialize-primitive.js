/** A JSON scalar as a primitive; the platform reads numbers and words out of strings too. */
import { ApexBlob } from "../../runtime/blob.js";
import { ApexDate } from "../../runtime/date.js";
import { ApexDatetime } from "../../runtime/datetime.js";
import { ApexDecimal } from "../../runtime/decimal.js";
import { ApexDouble } from "../../runtime/double.js";
import { toId18 } from "../../runtime/id.js";
import { ApexTime } from "../../runtime/time.js";
import { positionIn, refuseJson } from "./json-error.js";
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
export function deserializePrimitive(node, type, place) {
    if (node.kind === "array" || node.kind === "object")
        return refuseJson("Illegal value for primitive");
    const refuse = (message, offset) => refuseJson(message, positionIn(place.source, offset));
    return (primitiveOf(node.text, type, node) ??
        refuse(refusalOf(node.text, type), type === "Integer" ? place.boundary : node.offset));
}
/** Null where the text is no such value. */
export function primitiveOf(text, type, node) {
    switch (type) {
        case "String":
            return text;
        case "Boolean":
            return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : null;
        case "Integer":
            return wholeNumber(text, 32);
        case "Long":
            return wholeNumber(text, 64);
        case "Decimal":
            return NUMBER.test(text) ? ApexDecimal.parse(text) : null;
        case "Double":
            return NUMBER.test(text) ? new ApexDouble(Number(text)) : null;
        case "Id":
            return toId18(text);
        case "Date":
            return ApexDate.parseIso(text.replace(/T.*$/, ""));
        case "Datetime":
            return parseDatetime(text, node);
        case "Time":
            return parseTime(text);
        case "Blob":
            return new ApexBlob(new Uint8Array(Buffer.from(text, "base64")));
    }
}
function wholeNumber(text, bits) {
    if (!/^[+-]?\d+$/.test(text))
        return null;
    const value = BigInt(text.replace("+", ""));
    if (BigInt.asIntN(bits, value) !== value)
        return null;
    return bits === 32 ? Number(value) : value;
}
/** A number is milliseconds since the epoch; a bare day is its midnight. */
function parseDatetime(text, node) {
    if (node.kind === "integer")
        return new ApexDatetime(Number(text));
    const day = ApexDate.parseIso(text);
    return day === null ? ApexDatetime.parseIso(text.replace(" ", "T")) : ApexDatetime.ofDate(day);
}
function parseTime(text) {
    const match = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?Z?$/.exec(text);
    if (match === null)
        return null;
    const [hour = 0, minute = 0, second = 0] = match.slice(1, 4).map(Number);
    return ApexTime.of(hour, minute, second, Number((match[4] ?? "").padEnd(3, "0")));
}
function refusalOf(text, type) {
    switch (type) {
        case "Boolean":
            return `Illegal value for boolean: ${text}`;
        case "Integer":
        case "Long":
            return `For input string: "${text}"`;
        case "Decimal":
        case "Double":
            return text === ""
                ? "N/A"
                : `Character ${text.charAt(0)} is neither a decimal digit number, decimal point, nor "e" notation exponential mark.`;
        case "Date":
        case "Datetime":
        case "Time":
            return `Invalid format: "${text}"`;
        case "Id":
            return `bad id ${text}`;
        case "String":
        case "Blob":
            return "Illegal value for primitive";
    }
}
