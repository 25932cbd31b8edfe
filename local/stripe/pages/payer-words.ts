import type { StripeApiError } from "../api/stripe-error.ts";

const NOT_AUTHENTICATED =
  "We are unable to authenticate your payment method. Please choose a different payment method and try again.";

/** What refuses, for who pays: of a failed authentication the API speaks to developers. */
export function payerWords({ body }: StripeApiError): string {
  return body.code === "payment_intent_authentication_failure" ? NOT_AUTHENTICATED : body.message;
}
