import type Stripe from "stripe";

export type ErrorStatus = 400 | 401 | 402 | 403 | 404 | 409 | 429 | 500;

export interface ErrorBody {
  readonly type: "api_error" | "card_error" | "idempotency_error" | "invalid_request_error";
  readonly message: string;
  readonly code?: string;
  readonly decline_code?: string;
  readonly advice_code?: string;
  readonly charge?: string;
  readonly param?: string;
  readonly doc_url?: string;
  readonly payment_intent?: Stripe.PaymentIntent;
  readonly payment_method?: Stripe.PaymentMethod;
  readonly setup_intent?: Stripe.SetupIntent;
}

/** An error of the Stripe API, thrown where a route finds it and rendered in one place. */
export class StripeApiError extends Error {
  readonly status: ErrorStatus;
  readonly body: ErrorBody;
  /** Headers of the answer beyond the usual ones. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether what the operation did before it threw stands. */
  readonly keepsEffects: boolean;

  constructor(
    status: ErrorStatus,
    body: ErrorBody,
    more: {
      readonly headers?: Readonly<Record<string, string>>;
      readonly keepsEffects?: boolean;
    } = {},
  ) {
    super(body.message);
    this.status = status;
    this.body = body;
    this.headers = more.headers ?? {};
    this.keepsEffects = more.keepsEffects ?? false;
  }
}

/** The same error, with everything the operation did so far standing: a declined payment leaves a failed charge. */
export function keepingEffects(error: StripeApiError): StripeApiError {
  return new StripeApiError(error.status, error.body, {
    headers: error.headers,
    keepsEffects: true,
  });
}

/** 400. @param code one of https://docs.stripe.com/error-codes */
export function invalidRequest(message: string, param?: string, code?: string): StripeApiError {
  return new StripeApiError(400, {
    ...(code === undefined ? {} : { code, doc_url: docUrl(code) }),
    message,
    ...(param === undefined ? {} : { param }),
    type: "invalid_request_error",
  });
}

export function unauthorized(message: string): StripeApiError {
  return new StripeApiError(401, { message, type: "invalid_request_error" });
}

/** @param status 404 for what the URL names, 400 for what a parameter names */
export function noSuch(
  object: string,
  id: string,
  param: string,
  status: 400 | 404 = 404,
): StripeApiError {
  return new StripeApiError(status, {
    code: "resource_missing",
    doc_url: docUrl("resource_missing"),
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

export function docUrl(code: string): string {
  return `https://stripe.com/docs/error-codes/${code.replaceAll("_", "-")}`;
}
