import type { Context } from "hono";
import { ConnectionBroken } from "../faults/meet-fault.ts";
import { errorAnswerOf, respond } from "./answer.ts";
import { StripeApiError } from "./stripe-error.ts";

export function brokenAnswer(): StripeApiError {
  return new StripeApiError(500, {
    message: "An unknown error occurred in local Stripe; its log has the details.",
    type: "api_error",
  });
}

/** Renders any error as the Stripe API does; what is not the caller's fault is logged and answered 500. */
export function errorHandler(log: (line: string) => void) {
  return (error: Error, context: Context): Response => {
    if (error instanceof ConnectionBroken) throw error;
    if (!(error instanceof StripeApiError)) {
      log(`${context.req.method} ${context.req.path} broke: ${error.stack ?? String(error)}`);
    }
    return respond(
      context,
      errorAnswerOf(error instanceof StripeApiError ? error : brokenAnswer()),
    );
  };
}
