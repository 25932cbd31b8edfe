import { json } from "../http.js";
import { RestError } from "../rest-error.js";
export function executeAnonymous(context) {
    const text = context.request.query["anonymousBody"];
    if (text === undefined)
        throw new RestError(400, "MISSING_ARGUMENT", "anonymousBody is required.");
    return json(200, anonymousResult(context.apex.runAnonymous(text, context.user)));
}
const SUCCESS = {
    line: -1,
    column: -1,
    compiled: true,
    success: true,
    compileProblem: null,
    exceptionMessage: null,
    exceptionStackTrace: null,
};
export function anonymousResult(outcome) {
    switch (outcome.kind) {
        case "success":
            return SUCCESS;
        case "notCompiled": {
            const { at, message } = outcome.first;
            return { ...SUCCESS, ...at, compiled: false, success: false, compileProblem: message };
        }
        case "exception":
            return {
                ...SUCCESS,
                line: outcome.line,
                column: outcome.column,
                success: false,
                exceptionMessage: outcome.message,
                exceptionStackTrace: outcome.stackTrace,
            };
    }
}
