import type { Context } from "hono";
import type { StripeApiError } from "./stripe-error.ts";

/** What a request is answered, as text: kept under its idempotency key, and replayed letter by letter. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function answerOf(object: object): Answer {
  return { status: 200, body: pretty(object), headers: {} };
}

export function errorAnswerOf(error: StripeApiError): Answer {
  return { status: error.status, body: pretty({ error: error.body }), headers: error.headers };
}

export function respond(context: Context, { status, body, headers }: Answer): Response {
  for (const [name, value] of Object.entries(headers)) context.header(name, value);
  context.header("content-type", "application/json");
  // Statuses come from ErrorStatus or are successes, none of which forbids a body.
  return context.newResponse(body, { status: status as 200 });
}

/** Stripe indents its answers by two spaces. */
export function prettyJson(context: Context, object: object, status = 200): Response {
  return respond(context, { status, body: pretty(object), headers: {} });
}

function pretty(object: object): string {
  return JSON.stringify(object, null, 2);
}
