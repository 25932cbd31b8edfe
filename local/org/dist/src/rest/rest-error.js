import { json } from "./http.js";
/**
 * A refusal in the REST API's own shape: an array of `{message, errorCode, fields?}`.
 * Source: REST API Developer Guide, "Status Codes and Error Responses".
 */
export class RestError extends Error {
    status;
    errorCode;
    fields;
    constructor(status, errorCode, message, fields) {
        super(message);
        this.status = status;
        this.errorCode = errorCode;
        this.fields = fields;
    }
    toResponse() {
        const { message, errorCode, fields } = this;
        return json(this.status, [
            fields === undefined ? { message, errorCode } : { message, errorCode, fields },
        ]);
    }
}
export function notFound() {
    return new RestError(404, "NOT_FOUND", "The requested resource does not exist");
}
export function methodNotAllowed(method, allowed) {
    return new RestError(405, "METHOD_NOT_ALLOWED", `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(",")}`);
}
export function malformedJson(detail) {
    return new RestError(400, "JSON_PARSER_ERROR", detail);
}
