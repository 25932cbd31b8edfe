import type { Context } from "hono";

type ErrorStatus = 400 | 401 | 404 | 500;

interface ErrorBody {
  readonly type: "api_error" | "invalid_request_error";
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
  readonly doc_url?: string;
}

/** An error of the Stripe API, thrown where a route finds it and rendered in one place. */
export class StripeApiError extends Error {
  readonly status: ErrorStatus;
  readonly body: ErrorBody;

  constructor(status: ErrorStatus, body: ErrorBody) {
    super(body.message);
    this.status = status;
    this.body = body;
  }
}

export function invalidRequest(message: string, param?: string): StripeApiError {
  return new StripeApiError(400, {
    message,
    ...(param === undefined ? {} : { param }),
    type: "invalid_request_error",
  });
}

export function unauthorized(message: string): StripeApiError {
  return new StripeApiError(401, { message, type: "invalid_request_error" });
}

export function noSuch(object: string, id: string, param: string): StripeApiError {
  return new StripeApiError(404, {
    code: "resource_missing",
    doc_url: "https://stripe.com/docs/error-codes/resource-missing",
    message: `No such ${object}: '${id}'`,
    param,
    type: "invalid_request_error",
  });
}

export function unrecognizedUrl(method: string, path: string): StripeApiError {
  const hint = path.endsWith("/")
    ? "If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, " +
      "make sure you passed a valid (non-empty) identifier in your code. "
    : "";
  return new StripeApiError(404, {
    message:
      `Unrecognized request URL (${method}: ${path}). ${hint}Please see https://stripe.com/docs ` +
      "or we can help at https://support.stripe.com/.",
    type: "invalid_request_error",
  });
}

/** Renders any error as the Stripe API does; what is not the caller's fault is logged and answered 500. */
export function errorAnswer(log: (line: string) => void) {
  return (error: Error, context: Context): Response => {
    if (error instanceof StripeApiError) {
      return prettyJson(context, { error: error.body }, error.status);
    }
    log(`${context.req.method} ${context.req.path} broke: ${error.stack ?? String(error)}`);
    const body: ErrorBody = {
      message: "An unknown error occurred in local Stripe; its log has the details.",
      type: "api_error",
    };
    return prettyJson(context, { error: body }, 500);
  };
}

/** Stripe indents its answers by two spaces. */
export function prettyJson(
  context: Context,
  body: object,
  status: 200 | 202 | ErrorStatus = 200,
): Response {
  context.header("content-type", "application/json");
  return context.newResponse(JSON.stringify(body, null, 2), { status });
}
