import { json } from "../http.js";
import { isJsonObject } from "../json-to-record.js";
import { bodyObject } from "../request-body.js";
import { RestError } from "../rest-error.js";
import { partBody, partRequest, printable, textOf } from "./part.js";
import { resolveReferences, resolveText } from "./references.js";
const MOST_PARTS = 25;
export function composite(context) {
    const body = bodyObject(context.request);
    const parts = partsOf(body["compositeRequest"], MOST_PARTS);
    const answers = body["allOrNone"] === true ? allOrNothing(context, parts) : oneByOne(context, parts, false);
    return json(200, { compositeResponse: answers.map(shown) });
}
export function shown(answer) {
    return { ...answer, body: printable(answer.body) };
}
/** @throws RestError for what is no list of parts with reference ids of their own */
export function partsOf(given, most) {
    if (!Array.isArray(given))
        throw new RestError(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [compositeRequest]");
    if (given.length > most)
        throw new RestError(400, "LIMIT_EXCEEDED", `The maximum number of requests in a composite request is ${most}. This request has ${given.length}`);
    const parts = given.filter(isJsonObject);
    const names = parts.map((part) => textOf(part, "referenceId"));
    const repeated = names.find((name, index) => names.indexOf(name) !== index);
    if (repeated !== undefined)
        throw new RestError(400, "INVALID_INPUT", `Duplicate referenceId: ${repeated}`);
    return parts;
}
/** A part that fails undoes all of them; the others then say PROCESSING_HALTED. */
export function allOrNothing({ org, user, ...rest }, parts) {
    return org.transact(user, "REST", () => {
        const before = org.host.data.savepoint();
        const answers = oneByOne({ org, user, ...rest }, parts, true);
        if (answers.every(isSuccess))
            return answers;
        org.host.data.rollback(before);
        return answers.map((answer) => (isSuccess(answer) ? halted(answer.referenceId) : answer));
    });
}
function oneByOne(context, parts, stopsAtFailure) {
    const bodies = new Map();
    const answers = [];
    for (const part of parts) {
        const isStopped = stopsAtFailure && !answers.every(isSuccess);
        const answer = isStopped
            ? halted(textOf(part, "referenceId"))
            : answerOf(context, part, bodies);
        answers.push(answer);
        if (isSuccess(answer))
            bodies.set(answer.referenceId, answer.body);
    }
    return answers;
}
function answerOf(context, part, bodies) {
    const referenceId = textOf(part, "referenceId");
    let response;
    try {
        const request = partRequest(context.request, {
            method: textOf(part, "method"),
            url: resolveText(textOf(part, "url"), bodies),
            body: resolveReferences(part["body"], bodies),
            headers: headersOf(part["httpHeaders"]),
        });
        response = context.answerPart(request);
    }
    catch (error) {
        if (!(error instanceof RestError))
            throw error;
        response = error.toResponse();
    }
    const location = response.headers["location"];
    return {
        body: partBody(response),
        httpHeaders: location === undefined ? {} : { Location: location },
        httpStatusCode: response.status,
        referenceId,
    };
}
function headersOf(given) {
    if (!isJsonObject(given))
        return {};
    return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => typeof value === "string" ? [[name.toLowerCase(), value]] : []));
}
function isSuccess({ httpStatusCode }) {
    return httpStatusCode < 400;
}
function halted(referenceId) {
    return {
        body: [
            {
                errorCode: "PROCESSING_HALTED",
                message: "The transaction was rolled back since another operation in the same transaction failed.",
            },
        ],
        httpHeaders: {},
        httpStatusCode: 400,
        referenceId,
    };
}
