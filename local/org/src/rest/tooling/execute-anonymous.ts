/** `/tooling/executeAnonymous/?anonymousBody=`. Source: Tooling API Developer Guide, "REST Resources", executeAnonymous. */
import type { AnonymousOutcome } from "../../org/apex-access.ts";
import type { RestContext } from "../context.ts";
import { json, type RestResponse } from "../http.ts";
import { RestError } from "../rest-error.ts";

export function executeAnonymous(context: RestContext): RestResponse {
  const text = context.request.query["anonymousBody"];
  if (text === undefined)
    throw new RestError(400, "MISSING_ARGUMENT", "anonymousBody is required.");
  return json(200, anonymousResult(context.apex.runAnonymous(text, context.user)));
}

export interface AnonymousResult {
  readonly line: number;
  readonly column: number;
  readonly compiled: boolean;
  readonly success: boolean;
  readonly compileProblem: string | null;
  readonly exceptionMessage: string | null;
  readonly exceptionStackTrace: string | null;
}

const SUCCESS: AnonymousResult = {
  line: -1,
  column: -1,
  compiled: true,
  success: true,
  compileProblem: null,
  exceptionMessage: null,
  exceptionStackTrace: null,
};

export function anonymousResult(outcome: AnonymousOutcome): AnonymousResult {
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
