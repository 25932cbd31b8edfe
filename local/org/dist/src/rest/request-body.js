import { isJsonObject } from "./json-to-record.js";
import { parseExactJson } from "./json-text.js";
import { malformedJson } from "./rest-error.js";
/** @throws RestError JSON_PARSER_ERROR */
export function bodyValue({ body }) {
    try {
        return parseExactJson(body);
    }
    catch (error) {
        throw malformedJson(error instanceof Error ? error.message : String(error));
    }
}
/** @throws RestError JSON_PARSER_ERROR also for what is no object */
export function bodyObject(request) {
    const value = bodyValue(request);
    if (!isJsonObject(value))
        throw malformedJson("The request body must be a JSON object.");
    return value;
}
