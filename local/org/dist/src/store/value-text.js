import { ApexBlob } from "../runtime/blob.js";
import { ApexDate } from "../runtime/date.js";
import { ApexDatetime } from "../runtime/datetime.js";
import { ApexDecimal } from "../runtime/decimal.js";
import { ApexDouble } from "../runtime/double.js";
import { ApexTime } from "../runtime/time.js";
export function rowText(values) {
    return JSON.stringify(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, tagged(value)])));
}
/** @throws Error when the text is not one that {@link rowText} wrote. */
export function parseRowText(text) {
    const parsed = JSON.parse(text);
    if (typeof parsed !== "object" || parsed === null)
        throw new Error(`not a stored row: ${text.slice(0, 80)}`);
    return Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, untagged(value)]));
}
function tagged(value) {
    if (value === null ||
        typeof value === "boolean" ||
        typeof value === "number" ||
        typeof value === "string")
        return value;
    if (typeof value === "bigint")
        return ["long", value.toString()];
    if (value instanceof ApexDecimal)
        return ["decimal", value.toString()];
    if (value instanceof ApexDouble)
        return ["double", String(value.value)];
    if (value instanceof ApexDate)
        return ["date", value.days];
    if (value instanceof ApexDatetime)
        return ["datetime", value.epochMs];
    if (value instanceof ApexTime)
        return ["time", value.ms];
    return ["blob", Buffer.from(value.bytes).toString("base64")];
}
function untagged(value) {
    if (value === null ||
        typeof value === "boolean" ||
        typeof value === "number" ||
        typeof value === "string")
        return value;
    // Whatever JSON held, its elements are unknown.
    const [tag, content] = Array.isArray(value) ? value : [];
    if (typeof content === "string") {
        if (tag === "long")
            return BigInt(content);
        if (tag === "decimal")
            return ApexDecimal.parse(content);
        if (tag === "double")
            return new ApexDouble(Number(content));
        if (tag === "blob")
            return new ApexBlob(new Uint8Array(Buffer.from(content, "base64")));
    }
    if (typeof content === "number") {
        if (tag === "date")
            return new ApexDate(content);
        if (tag === "datetime")
            return new ApexDatetime(content);
        if (tag === "time")
            return new ApexTime(content);
    }
    throw new Error(`not a stored value: ${JSON.stringify(value)}`);
}
