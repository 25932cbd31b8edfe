/** Requests inside a request. */
import { isJsonObject } from "../json-to-record.js";
import { JsonNumber, parseExactJson, rawNumber } from "../json-text.js";
import { RestError } from "../rest-error.js";
export function partRequest(outer, part) {
    const url = new URL(part.url, outer.origin);
    return {
        method: part.method,
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: { ...outer.headers, ...part.headers },
        body: part.body === undefined ? "" : JSON.stringify(printable(part.body)),
        origin: outer.origin,
    };
}
/** The answer's JSON with exact numbers; null where it has no body. */
export function partBody({ body }) {
    return body === "" ? null : parseExactJson(body);
}
/** Parsed JSON with exact numbers, as `JSON.stringify` prints it again. */
export function printable(value) {
    if (value instanceof JsonNumber)
        return rawNumber(value.text);
    if (Array.isArray(value))
        return value.map(printable);
    if (!isJsonObject(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, printable(each)]));
}
export function textOf(value, name) {
    const text = value[name];
    if (typeof text !== "string" || text === "")
        throw new RestError(400, "REQUIRED_FIELD_MISSING", `Required fields are missing: [${name}]`);
    return text;
}
