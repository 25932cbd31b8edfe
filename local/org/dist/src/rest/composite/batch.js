import { json } from "../http.js";
import { isJsonObject } from "../json-to-record.js";
import { bodyObject } from "../request-body.js";
import { RestError } from "../rest-error.js";
import { partBody, partRequest, printable, textOf } from "./part.js";
const MOST_PARTS = 25;
export function batch(context) {
    const body = bodyObject(context.request);
    const given = body["batchRequests"];
    if (!Array.isArray(given))
        throw new RestError(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [batchRequests]");
    if (given.length > MOST_PARTS)
        throw new RestError(400, "LIMIT_EXCEEDED", `The maximum number of requests in a batch is ${MOST_PARTS}`);
    let hasErrors = false;
    const results = given.filter(isJsonObject).map((part) => {
        const response = hasErrors && body["haltOnError"] === true ? HALTED.toResponse() : answerOf(context, part);
        hasErrors ||= response.status >= 400;
        return { statusCode: response.status, result: printable(partBody(response)) };
    });
    return json(200, { hasErrors, results });
}
const HALTED = new RestError(412, "BATCH_PROCESSING_HALTED", "Batch processing halted per request");
/** URLs are relative to `/services/data`: `v66.0/sobjects/Account`. */
function answerOf(context, part) {
    const url = textOf(part, "url");
    return context.answerPart(partRequest(context.request, {
        method: textOf(part, "method"),
        url: url.startsWith("/") ? url : `/services/data/${url}`,
        body: part["richInput"],
        headers: {},
    }));
}
