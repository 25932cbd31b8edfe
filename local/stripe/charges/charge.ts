import type Stripe from "stripe";
import { newId, randomText } from "../ids.ts";
import { billingDetails, EXPIRY } from "../payment_methods/payment-method.ts";
import type { Decline, TestCard } from "../payment_methods/test-card.ts";

export interface NewCharge {
  readonly intent: Stripe.PaymentIntent;
  readonly paymentMethod: Stripe.PaymentMethod;
  readonly card: TestCard;
  readonly customer: Stripe.Customer | null;
}

/** The charge of a PaymentIntent: succeeded, or failed when the card is declined. */
export function newCharge({ intent, paymentMethod, card, customer }: NewCharge): Stripe.Charge {
  const id = newId("ch_3");
  const { decline } = card;
  const paid = decline === undefined;
  return {
    id,
    object: "charge",
    amount: intent.amount,
    amount_captured: paid ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    // With capture_method automatic_async the balance transaction follows after the charge.
    balance_transaction: null,
    billing_details: billingDetails(customer),
    calculated_statement_descriptor: "LOCAL STRIPE",
    captured: paid,
    created: intent.created,
    currency: intent.currency,
    customer: customer?.id ?? null,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: {},
    on_behalf_of: null,
    outcome: decline === undefined ? approved() : refused(decline),
    paid,
    payment_intent: intent.id,
    payment_method: paymentMethod.id,
    payment_method_details: {
      card: chargedCard(card, paymentMethod, paid ? intent.amount : null),
      type: "card",
    },
    radar_options: {},
    receipt_email: null,
    receipt_number: null,
    receipt_url: paid ? `https://pay.stripe.com/receipts/payment/${id}` : null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: paid ? "succeeded" : "failed",
    transfer_data: null,
    transfer_group: null,
  } satisfies Stripe.Charge;
}

function chargedCard(
  card: TestCard,
  paymentMethod: Stripe.PaymentMethod,
  authorized: number | null,
): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    amount_authorized: authorized,
    authorization_code: authorized === null ? null : randomText(6).toUpperCase(),
    brand: card.brand,
    checks: paymentMethod.card?.checks ?? null,
    country: "US",
    electronic_commerce_indicator: null,
    ...EXPIRY,
    extended_authorization: { status: "disabled" },
    fingerprint: paymentMethod.card?.fingerprint ?? null,
    funding: "credit",
    incremental_authorization: { status: "unavailable" },
    installments: null,
    last4: card.last4,
    mandate: null,
    multicapture: { status: "unavailable" },
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: authorized === null ? null : randomText(15).toUpperCase(),
    overcapture: { maximum_amount_capturable: authorized ?? 0, status: "unavailable" },
    regulated_status: "unregulated",
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  };
}

function approved(): Stripe.Charge.Outcome {
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: "approved_by_network",
    reason: null,
    risk_level: "normal",
    risk_score: 12,
    seller_message: "Payment complete.",
    type: "authorized",
  };
}

function refused(decline: Decline): Stripe.Charge.Outcome {
  const generic = decline.declineCode === "generic_decline";
  return {
    advice_code: decline.adviceCode,
    network_advice_code: null,
    network_decline_code: null,
    network_status: "declined_by_network",
    reason: decline.declineCode,
    risk_level: "normal",
    risk_score: 12,
    seller_message: generic
      ? "The bank did not return any further details with this decline."
      : `The bank returned the decline code \`${decline.declineCode}\`.`,
    type: "issuer_declined",
  };
}
