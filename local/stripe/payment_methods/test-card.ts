/** Why a test card is declined, in Stripe's words. */
export interface Decline {
  readonly code: string;
  readonly declineCode: string;
  /** What Stripe tells the customer. */
  readonly message: string;
  readonly adviceCode: "confirm_card_data" | "do_not_try_again" | "try_again_later";
}

export interface TestCard {
  readonly brand: "visa" | "mastercard" | "amex";
  readonly last4: string;
  readonly decline?: Decline;
}

/** Cards that are charged. */
export const GOOD_CARDS: readonly [TestCard, ...TestCard[]] = [
  { brand: "visa", last4: "4242" },
  { brand: "mastercard", last4: "4444" },
  { brand: "amex", last4: "0005" },
];

const ADVICE: Readonly<Record<string, Decline["adviceCode"]>> = {
  expired_card: "confirm_card_data",
  incorrect_cvc: "confirm_card_data",
  lost_card: "do_not_try_again",
};

/**
 * Stripe's test cards that are declined.
 * @see https://docs.stripe.com/testing#declined-payments
 */
export const DECLINED_CARDS: readonly [TestCard, ...TestCard[]] = [
  declined("0002", "card_declined", "generic_decline", "Your card was declined."),
  declined("9995", "card_declined", "insufficient_funds", "Your card has insufficient funds."),
  declined("0069", "expired_card", "expired_card", "Your card has expired."),
  declined("0127", "incorrect_cvc", "incorrect_cvc", "Your card's security code is incorrect."),
  declined("9987", "card_declined", "lost_card", "Your card was declined."),
  declined(
    "0119",
    "processing_error",
    "processing_error",
    "An error occurred while processing your card. Try again in a little bit.",
  ),
];

function declined(last4: string, code: string, declineCode: string, message: string): TestCard {
  return {
    brand: "visa",
    last4,
    decline: { code, declineCode, message, adviceCode: adviceFor(declineCode) },
  };
}

function adviceFor(declineCode: string): Decline["adviceCode"] {
  return ADVICE[declineCode] ?? "try_again_later";
}

/** The card of a list for the n-th payment: each in turn, so that a run of payments varies. */
export function cardInTurn(cards: readonly [TestCard, ...TestCard[]], turn: number): TestCard {
  return cards[turn % cards.length] ?? cards[0];
}
