/** Why a card is declined, in Stripe's words. */
export interface Decline {
  readonly code: string;
  readonly declineCode: string;
  /** What Stripe tells the customer. */
  readonly message: string;
  readonly adviceCode: "confirm_card_data" | "do_not_try_again" | "try_again_later";
}

const ADVICE: Readonly<Record<string, Decline["adviceCode"]>> = {
  expired_card: "confirm_card_data",
  incorrect_cvc: "confirm_card_data",
  lost_card: "do_not_try_again",
  stolen_card: "do_not_try_again",
};

/** Decline codes that are error codes too, and those worded in their own way; every other is a plain declined card. */
const OWN_CODE = new Set([
  "authentication_required",
  "expired_card",
  "incorrect_cvc",
  "payment_intent_authentication_failure",
  "processing_error",
  "setup_intent_authentication_failure",
]);

const MESSAGES: Readonly<Record<string, string>> = {
  authentication_required: "Your card was declined. This transaction requires authentication.",
  card_velocity_exceeded:
    "Your card was declined for making repeated attempts too frequently or exceeding its amount limit.",
  expired_card: "Your card has expired.",
  incorrect_cvc: "Your card's security code is incorrect.",
  insufficient_funds: "Your card has insufficient funds.",
  payment_intent_authentication_failure:
    "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.",
  setup_intent_authentication_failure:
    "The latest attempt to set up the payment method has failed because authentication failed.",
  processing_error: "An error occurred while processing your card. Try again in a little bit.",
};

/** @param declineCode one of https://docs.stripe.com/declines/codes */
export function declineOf(declineCode: string): Decline {
  return {
    code: OWN_CODE.has(declineCode) ? declineCode : "card_declined",
    declineCode,
    message: MESSAGES[declineCode] ?? "Your card was declined.",
    adviceCode: ADVICE[declineCode] ?? "try_again_later",
  };
}
