import type Stripe from "stripe";
import { newId } from "../ids.ts";
import type { Decline } from "../payment_methods/decline.ts";
import { billingDetails } from "../payment_methods/payment-method.ts";
import { paymentMethodDetails } from "./payment-method-details.ts";

/** What a charge takes over of its PaymentIntent; one made without has no id. */
export interface ChargedFor extends Pick<
  Stripe.PaymentIntent,
  "amount" | "currency" | "description" | "metadata" | "receipt_email"
> {
  readonly id: string | null;
}

export interface NewCharge {
  readonly intent: ChargedFor;
  readonly paymentMethod: Stripe.PaymentMethod;
  readonly customer: Stripe.Customer | null;
  /** Seconds since 1970. */
  readonly created: number;
  /** Where its receipt is: `http://host:port`. */
  readonly pagesAt: string;
  readonly outcome: "authorized" | "pending" | "succeeded" | Decline;
}

/** The charge of a PaymentIntent, or one without, as its payment method lets it be. */
export function newCharge(asked: NewCharge): Stripe.Charge {
  const { intent, paymentMethod, customer, outcome } = asked;
  const id = newId("ch_3");
  const decline = typeof outcome === "object" ? outcome : undefined;
  const paid = outcome === "succeeded" || outcome === "authorized";
  const captured = outcome === "succeeded";
  return {
    id,
    object: "charge",
    amount: intent.amount,
    amount_captured: captured ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    // With capture_method automatic_async the balance transaction follows after the charge.
    balance_transaction: null,
    billing_details: billingDetails(customer),
    calculated_statement_descriptor: "LOCAL STRIPE",
    captured: captured || outcome === "pending",
    created: asked.created,
    currency: intent.currency,
    customer: customer?.id ?? null,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: { ...intent.metadata },
    on_behalf_of: null,
    outcome: decline === undefined ? approved() : refused(decline),
    paid,
    payment_intent: intent.id,
    payment_method: paymentMethod.id,
    payment_method_details: paymentMethodDetails(paymentMethod, paid ? intent.amount : null),
    radar_options: {},
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: paid ? receiptPage(id, asked.pagesAt) : null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: statusOf(outcome),
    transfer_data: null,
    transfer_group: null,
  } satisfies Stripe.Charge;
}

/** A charge that was authorized, or pending, is made. @param amount in minor units @param pagesAt where its receipt is */
export function captured(charge: Stripe.Charge, amount: number, pagesAt: string): Stripe.Charge {
  return {
    ...charge,
    amount_captured: amount,
    captured: true,
    paid: true,
    receipt_url: receiptPage(charge.id, pagesAt),
    status: "succeeded",
  };
}

/** A charge that was pending could not be made. */
export function chargeFailed(charge: Stripe.Charge, decline: Decline): Stripe.Charge {
  return {
    ...charge,
    failure_code: decline.code,
    failure_message: decline.message,
    outcome: refused(decline),
    paid: false,
    status: "failed",
  };
}

function receiptPage(charge: string, pagesAt: string): string {
  return `${pagesAt}/receipts/${charge}`;
}

function statusOf(outcome: NewCharge["outcome"]): Stripe.Charge.Status {
  switch (outcome) {
    case "authorized":
    case "succeeded":
      return "succeeded";
    case "pending":
      return "pending";
    default:
      return "failed";
  }
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
