import { setTimeout as wait } from "node:timers/promises";
import type { Answer } from "../api/answer.ts";
import { errorAnswerOf } from "../api/answer.ts";
import { docUrl, StripeApiError } from "../api/stripe-error.ts";
import type { RequestFault } from "./faults.ts";

/** Thrown where an answer would be: the connection is to be closed without one. */
export class ConnectionBroken extends Error {
  constructor() {
    super("The connection was broken on request.");
  }
}

/**
 * What happens before a request is looked at: limits refuse it.
 * @throws StripeApiError 429
 * @see https://docs.stripe.com/rate-limits
 */
export function beforeRequest(fault: RequestFault | undefined): void {
  switch (fault?.kind) {
    case "rate_limit":
      throw new StripeApiError(
        429,
        {
          code: "rate_limit",
          doc_url: docUrl("rate_limit"),
          message:
            "Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.",
          type: "invalid_request_error",
        },
        { headers: { "stripe-rate-limited-reason": fault.reason, "stripe-should-retry": "false" } },
      );
    case "lock_timeout":
      throw new StripeApiError(
        429,
        {
          code: "lock_timeout",
          doc_url: docUrl("lock_timeout"),
          message:
            "This object cannot be accessed right now because another API request or Stripe process is currently " +
            "accessing it. If you see this error intermittently, retry the request. If you see this error frequently and " +
            "are making multiple concurrent requests to a single object, make your requests serially or at a lower rate.",
          type: "invalid_request_error",
        },
        { headers: { "stripe-should-retry": "true" } },
      );
    case "slow":
    case "api_error":
    case "timeout":
    case undefined:
      return;
  }
}

/** What the caller is told of a request: its answer, unless it was to fail. */
export function faultyAnswer(fault: RequestFault & { kind: "api_error" }): Answer;
export function faultyAnswer(fault: RequestFault | undefined, answer: Answer): Answer;
export function faultyAnswer(fault: RequestFault | undefined, answer?: Answer): Answer {
  if (fault?.kind !== "api_error" && answer !== undefined) return answer;
  return errorAnswerOf(
    new StripeApiError(500, {
      message:
        "An error occurred with our connection to Stripe's services. Please try again, or contact support.",
      type: "api_error",
    }),
  );
}

/**
 * Keeps a caller waiting, for as long as it waits.
 * @throws ConnectionBroken always
 */
export async function breakConnection(afterMs: number, gone: AbortSignal): Promise<never> {
  try {
    await wait(afterMs, undefined, { signal: gone, ref: false });
  } catch (error) {
    if (!gone.aborted) throw error;
  }
  throw new ConnectionBroken();
}
