import type Stripe from "stripe";
import { newId, randomText } from "../ids.ts";

export interface NewRefund {
  readonly charge: Stripe.Charge;
  /** In minor units. */
  readonly amount: number;
  readonly created: number;
  readonly reason: Stripe.Refund.Reason | null;
  readonly metadata: Stripe.Metadata;
  readonly status: "pending" | "succeeded";
}

export function newRefund(asked: NewRefund): Stripe.Refund {
  const { charge, amount, created, reason, metadata, status } = asked;
  return {
    id: newId("re_3"),
    object: "refund",
    amount,
    balance_transaction: null,
    charge: charge.id,
    created,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: {
      card: {
        reference_status: "pending",
        reference_type: "acquirer_reference_number",
        type: "refund",
      },
      type: "card",
    },
    metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status,
    transfer_reversal: null,
  };
}

/** The bank's reference has arrived. */
export function referenced(refund: Stripe.Refund): Stripe.Refund {
  return {
    ...refund,
    destination_details: {
      card: {
        reference: randomText(15).toUpperCase(),
        reference_status: "available",
        reference_type: "acquirer_reference_number",
        type: "refund",
      },
      type: "card",
    },
  };
}

export function refunded(charge: Stripe.Charge, amount: number): Stripe.Charge {
  const total = charge.amount_refunded + amount;
  return { ...charge, amount_refunded: total, refunded: total === charge.amount };
}
