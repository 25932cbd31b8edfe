/** The values formulas calculate with. An empty text is "", an empty anything else null. */
import { ApexDate } from "../runtime/date.js";
import { ApexDatetime } from "../runtime/datetime.js";
import { ApexDecimal } from "../runtime/decimal.js";
import { ApexTime } from "../runtime/time.js";
/** A place on earth, in degrees. */
export class Geolocation {
    latitude;
    longitude;
    constructor(latitude, longitude) {
        this.latitude = latitude;
        this.longitude = longitude;
    }
}
/** What a formula cannot answer: a division by zero, the number of a text that is none. Shown as #Error! and read as empty. */
export class FormulaUndefined extends Error {
}
/** Without zeros at the end, never in scientific notation. */
export function plain(value) {
    const stripped = value.stripTrailingZeros();
    return stripped.scale < 0 ? stripped.setScale(0) : stripped;
}
/** @throws FormulaUndefined for NaN and infinity. */
export function numberOf(value) {
    if (!Number.isFinite(value))
        throw new FormulaUndefined("not a number");
    return plain(ApexDecimal.ofDouble(value));
}
export function isBlank(value) {
    return value === null || value === "";
}
/** Text as TEXT() and & give it. */
export function textOf(value) {
    if (value === null)
        return "";
    if (typeof value === "string")
        return value;
    if (typeof value === "boolean")
        return String(value);
    if (value instanceof ApexDecimal)
        return plain(value).toPlainString();
    if (value instanceof ApexDate)
        return value.toIso();
    if (value instanceof ApexDatetime)
        return `${value.toGmtText()}Z`;
    if (value instanceof ApexTime)
        return value.toString().replace("Z", "");
    return `${value.latitude},${value.longitude}`;
}
/** Less than, equal or greater; null where one of them is empty. Texts are compared by character. */
export function compareValues(left, right) {
    if (typeof left === "string" || typeof right === "string") {
        const [a, b] = [textOf(left), textOf(right)];
        return a < b ? -1 : a > b ? 1 : 0;
    }
    if (left === null || right === null)
        return null;
    if (left instanceof ApexDecimal && right instanceof ApexDecimal)
        return left.compare(right);
    return Math.sign(orderOf(left) - orderOf(right));
}
function orderOf(value) {
    if (typeof value === "boolean")
        return value ? 1 : 0;
    if (value instanceof ApexDecimal)
        return value.toNumber();
    if (value instanceof ApexDate)
        return value.days * 86_400_000;
    if (value instanceof ApexDatetime)
        return value.epochMs;
    return value instanceof ApexTime ? value.ms : value.latitude;
}
