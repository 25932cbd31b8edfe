import type { StripeApiError } from "../api/stripe-error.ts";

const NOT_AUTHENTICATED =
  "We are unable to authenticate your payment method. Please choose a different payment method and try again.";

const NOT_AUTHENTICATED_CODES = new Set([
  "payment_intent_authentication_failure",
  "setup_intent_authentication_failure",
]);

/** What refuses, for who pays: of a failed authentication the API speaks to developers. */
export function payerWords({ body }: StripeApiError): string {
  return NOT_AUTHENTICATED_CODES.has(body.code ?? "") ? NOT_AUTHENTICATED : body.message;
}
