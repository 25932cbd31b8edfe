import type Stripe from "stripe";
import type { Decline } from "./decline.ts";
import { declineOf } from "./decline.ts";

export interface TestCard {
  /** What requests name it by. */
  readonly token: string;
  readonly number: string;
  readonly brand: "amex" | "diners" | "discover" | "jcb" | "mastercard" | "unionpay" | "visa";
  readonly last4: string;
  readonly funding: "credit" | "debit" | "prepaid";
  /** Charges of it are declined. */
  readonly decline?: Decline;
  /** It is accepted when saved to a customer, and declined when charged. */
  readonly attachesFirst?: true;
  /** Its payments are disputed as soon as they are made. */
  readonly dispute?: { readonly reason: string; readonly inquiry: boolean };
  /** What becomes of its refunds. */
  readonly refund?: "fails" | "pending";
  /** Its owner has to authenticate. */
  readonly authentication?: "always" | "unless_set_up";
}

function card(
  token: string,
  number: string,
  more: Partial<TestCard> & { readonly declineCode?: string } = {},
): TestCard {
  const { declineCode, ...rest } = more;
  return {
    token: `pm_card_${token}`,
    number,
    brand: "visa",
    last4: number.slice(-4),
    funding: "credit",
    ...(declineCode === undefined ? {} : { decline: declineOf(declineCode) }),
    ...rest,
  };
}

const VISA = card("visa", "4242424242424242");
const MASTERCARD = card("mastercard", "5555555555554444", { brand: "mastercard" });
const AMEX = card("amex", "378282246310005", { brand: "amex" });

/** Cards that are charged, in the order in which a run of payments takes them. */
export const GOOD_CARDS: readonly [TestCard, ...TestCard[]] = [VISA, MASTERCARD, AMEX];

/** Stripe's test cards that are declined, in the order in which a run of payments takes them. */
export const DECLINED_CARDS: readonly [TestCard, ...TestCard[]] = [
  card("visa_chargeDeclined", "4000000000000002", { declineCode: "generic_decline" }),
  card("visa_chargeDeclinedInsufficientFunds", "4000000000009995", {
    declineCode: "insufficient_funds",
  }),
  card("chargeDeclinedExpiredCard", "4000000000000069", { declineCode: "expired_card" }),
  card("chargeDeclinedIncorrectCvc", "4000000000000127", { declineCode: "incorrect_cvc" }),
  card("visa_chargeDeclinedLostCard", "4000000000009987", { declineCode: "lost_card" }),
  card("chargeDeclinedProcessingError", "4000000000000119", { declineCode: "processing_error" }),
];

/**
 * Stripe's test cards.
 * @see https://docs.stripe.com/testing
 */
export const TEST_CARDS: readonly TestCard[] = [
  ...GOOD_CARDS,
  card("visa_debit", "4000056655665556", { funding: "debit" }),
  card("mastercard_debit", "5200828282828210", { brand: "mastercard", funding: "debit" }),
  card("mastercard_prepaid", "5105105105105100", { brand: "mastercard", funding: "prepaid" }),
  card("discover", "6011111111111117", { brand: "discover" }),
  card("diners", "3056930009020004", { brand: "diners" }),
  card("jcb", "3566002020360505", { brand: "jcb" }),
  card("unionpay", "6200000000000005", { brand: "unionpay" }),
  ...DECLINED_CARDS,
  card("visa_chargeDeclinedStolenCard", "4000000000009979", { declineCode: "stolen_card" }),
  card("visa_chargeDeclinedVelocityLimitExceeded", "4000000000006975", {
    declineCode: "card_velocity_exceeded",
  }),
  card("chargeCustomerFail", "4000000000000341", {
    declineCode: "generic_decline",
    attachesFirst: true,
  }),
  card("authenticationRequired", "4000002760003184", { authentication: "always" }),
  card("authenticationRequiredOnSetup", "4000002500003155", { authentication: "unless_set_up" }),
  card("threeDSecure2Required", "4000000000003220", { authentication: "always" }),
  card("createDispute", "4000000000000259", {
    dispute: { reason: "fraudulent", inquiry: false },
  }),
  card("createDisputeProductNotReceived", "4000000000002685", {
    dispute: { reason: "product_not_received", inquiry: false },
  }),
  card("createDisputeInquiry", "4000000000001976", {
    dispute: { reason: "fraudulent", inquiry: true },
  }),
  card("pendingRefund", "4000000000007726", { refund: "pending" }),
  card("refundFail", "4000000000005126", { refund: "fails" }),
];

/** Names some examples of Stripe's use without the brand. */
const OTHER_TOKENS: Readonly<Record<string, string>> = {
  pm_card_chargeDeclined: "pm_card_visa_chargeDeclined",
  pm_card_chargeDeclinedInsufficientFunds: "pm_card_visa_chargeDeclinedInsufficientFunds",
};

/** @param name a payment method's token (`pm_card_visa`), an older token (`tok_visa`) or a card number */
export function testCardNamed(name: string): TestCard | undefined {
  const token = name.replace(/^tok_/, "pm_card_");
  const asked = OTHER_TOKENS[token] ?? token;
  const number = name.replaceAll(/[ -]/g, "");
  return TEST_CARDS.find((each) => each.token === asked || each.number === number);
}

/** The test card behind a payment method: brand and last four digits tell them all apart. */
export function testCardOf(paymentMethod: Stripe.PaymentMethod): TestCard {
  const { brand, last4 } = paymentMethod.card ?? {};
  return TEST_CARDS.find((each) => each.brand === brand && each.last4 === last4) ?? VISA;
}

/** The card of a list for the n-th payment: each in turn, so that a run of payments varies. */
export function cardInTurn(cards: readonly [TestCard, ...TestCard[]], turn: number): TestCard {
  return cards[turn % cards.length] ?? cards[0];
}
