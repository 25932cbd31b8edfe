/**
 * Stripe's words about payments, in ours: what a status is called, and what to do about a payment that failed. Stripe's decline codes
 * fall into few kinds of advice. Source: docs.stripe.com/declines/codes.
 */
import { advice, statuses } from "./labels";

export type Tone = "success" | "warning" | "error" | "neutral";

export interface StatusWording {
  readonly label: string;
  readonly tone: Tone;
}

/** What a rep does about a failed payment, and how they speak of it. */
export interface Advice {
  readonly todo: string;
  readonly say: string;
  /** What must not be said; null: nothing in particular. */
  readonly keepTo: string | null;
  /** Who can mend it. */
  readonly who: string;
}

type Kind = keyof typeof advice;

const TONES: Readonly<Record<string, Tone>> = {
  succeeded: "success",
  failed: "error",
  requires_action: "warning",
  requires_capture: "warning",
  requires_payment_method: "warning",
  requires_confirmation: "warning",
  processing: "neutral",
  canceled: "neutral",
};

export function statusWording(status: string | null | undefined): StatusWording {
  const word = status ?? "";
  const label = (statuses as Readonly<Record<string, string>>)[word];
  return {
    label: label ?? (word === "" ? statuses.unknown : word),
    tone: TONES[word] ?? "neutral",
  };
}

/** `sepa_debit` is "Sepa debit": Stripe adds ways to pay faster than anybody writes labels. */
export function methodWording(method: string): string {
  const words = method.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Names that are not written as other words are. Source: docs.stripe.com/api/charges/object, payment_method_details.card.brand. */
const BRANDS: Readonly<Record<string, string>> = {
  amex: "American Express",
  cartes_bancaires: "Cartes Bancaires",
  diners: "Diners Club",
  eftpos_au: "eftpos",
  jcb: "JCB",
  unionpay: "UnionPay",
};

/** `Visa •••• 4242`. */
export function cardWording(brand: string | null | undefined, last4: string): string {
  const word = brand ?? "";
  return `${BRANDS[word] ?? methodWording(word)} •••• ${last4}`.trim();
}

const CODES: Readonly<Record<Kind, string>> = {
  funds: "insufficient_funds withdrawal_count_limit_exceeded card_velocity_exceeded",
  details:
    "incorrect_number invalid_number incorrect_cvc invalid_cvc incorrect_zip incorrect_address invalid_expiry_month invalid_expiry_year incorrect_pin invalid_pin invalid_account new_account_information_available no_account",
  expired: "expired_card",
  // The last two are no bank's: who was asked to authenticate did not. Source: docs.stripe.com/error-codes.
  authentication:
    "authentication_required authentication_not_handled online_or_offline_pin_required offline_pin_required mobile_device_authentication_required payment_intent_authentication_failure setup_intent_authentication_failure",
  // To the customer these are told as any other decline: Stripe's own advice, so that a thief learns nothing.
  silent: "lost_card stolen_card fraudulent merchant_blacklist pickup_card restricted_card",
  passing:
    "processing_error issuer_not_available reenter_transaction try_again_later approve_with_id",
  ours: "invalid_amount duplicate_transaction testmode_decline live_mode_test_card test_mode_live_card",
  another: "card_not_supported currency_not_supported pin_try_exceeded",
  bank: "generic_decline card_declined do_not_honor do_not_try_again call_issuer no_action_taken not_permitted security_violation service_not_allowed stop_payment_order transaction_not_allowed revocation_of_all_authorizations revocation_of_authorization",
};

const KINDS = new Map(
  Object.entries(CODES).flatMap(([kind, codes]) =>
    // The keys of CODES are kinds; Object.entries forgets that.
    codes.split(" ").map((code) => [code, kind as Kind] as const),
  ),
);

/** Of a code nobody knows: that of a bank which gives no reason. */
export function adviceFor(code: string | null | undefined): Advice {
  return advice[KINDS.get(code ?? "") ?? "bank"];
}
