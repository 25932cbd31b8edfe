import type Stripe from "stripe";
import { randomText } from "../ids.ts";

/** What a charge tells of the payment method it was made with. @param authorized in minor units; null when declined */
export function paymentMethodDetails(
  method: Stripe.PaymentMethod,
  authorized: number | null,
): Stripe.Charge.PaymentMethodDetails {
  return method.card === undefined
    ? { type: method.type, ...bankAccount(method) }
    : { card: chargedCard(method.card, authorized), type: "card" };
}

function bankAccount({
  us_bank_account: account,
}: Stripe.PaymentMethod): Pick<Stripe.Charge.PaymentMethodDetails, "us_bank_account"> {
  if (account === undefined) return {};
  return {
    us_bank_account: {
      account_holder_type: account.account_holder_type,
      account_type: account.account_type,
      bank_name: account.bank_name,
      fingerprint: account.fingerprint,
      last4: account.last4,
      payment_reference: null,
      routing_number: account.routing_number,
    },
  };
}

function chargedCard(
  card: Stripe.PaymentMethod.Card,
  authorized: number | null,
): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    amount_authorized: authorized,
    authorization_code: authorized === null ? null : randomText(6).toUpperCase(),
    brand: card.brand,
    checks: card.checks,
    country: card.country,
    electronic_commerce_indicator: null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    extended_authorization: { status: "disabled" },
    fingerprint: card.fingerprint ?? null,
    funding: card.funding,
    incremental_authorization: { status: "unavailable" },
    installments: null,
    last4: card.last4,
    mandate: null,
    multicapture: { status: "unavailable" },
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: authorized === null ? null : randomText(15).toUpperCase(),
    overcapture: { maximum_amount_capturable: authorized ?? 0, status: "unavailable" },
    regulated_status: card.regulated_status,
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  };
}
