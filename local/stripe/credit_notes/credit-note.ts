import type Stripe from "stripe";
import { newId } from "../ids.ts";

/** What a credit note takes from an invoice, worked out and checked against it. In the currency's smallest unit. */
export interface Credit {
  readonly lines: readonly Stripe.CreditNoteLineItem[];
  readonly amount: number;
  /** What of it nobody has to pay any more. */
  readonly beforePayment: number;
  /** What of it is given back of what was paid. */
  readonly afterPayment: number;
  readonly outOfBand: number | null;
  /** Goes to the customer's balance, for their next invoice. */
  readonly toBalance: number;
  /** Is refunded now. */
  readonly toRefund: number;
  /** Refunds that were made before and belong to it. */
  readonly refunds: readonly Stripe.CreditNote.Refund[];
}

export interface NewCreditNote {
  /** Seconds since 1970. */
  readonly created: number;
  readonly invoice: Stripe.Invoice;
  /** How many the invoice has already. */
  readonly before: number;
  readonly credit: Credit;
  readonly effectiveAt: number | null;
  readonly memo: string | null;
  readonly reason: Stripe.CreditNote.Reason | null;
  readonly metadata: Stripe.Metadata;
  /** Where its document is: `http://host:port`. */
  readonly pagesAt: string;
}

export function newCreditNote(asked: NewCreditNote): Stripe.CreditNote {
  const { invoice, credit } = asked;
  const id = newId("cn_1");
  return {
    id,
    object: "credit_note",
    amount: credit.amount,
    amount_shipping: 0,
    created: asked.created,
    currency: invoice.currency,
    customer: invoice.customer ?? "",
    customer_account: null,
    customer_balance_transaction: null,
    discount_amount: 0,
    discount_amounts: [],
    effective_at: asked.effectiveAt ?? asked.created,
    invoice: invoice.id,
    lines: {
      object: "list",
      data: [...credit.lines],
      has_more: false,
      url: `/v1/credit_notes/${id}/lines`,
    },
    livemode: false,
    memo: asked.memo,
    metadata: asked.metadata,
    number: `${invoice.number ?? invoice.id}-CN-${String(asked.before + 1).padStart(2, "0")}`,
    out_of_band_amount: credit.outOfBand,
    pdf: `${asked.pagesAt}/credit_notes/${id}/pdf`,
    post_payment_amount: credit.afterPayment,
    pre_payment_amount: credit.beforePayment,
    pretax_credit_amounts: [],
    reason: asked.reason,
    refunds: [...credit.refunds],
    shipping_cost: null,
    status: "issued",
    subtotal: credit.amount,
    subtotal_excluding_tax: credit.amount,
    total: credit.amount,
    total_excluding_tax: credit.amount,
    total_taxes: [],
    type: typeOf(credit),
    voided_at: null,
  } satisfies Stripe.CreditNote;
}

function typeOf({ beforePayment, afterPayment }: Credit): Stripe.CreditNote.Type {
  if (afterPayment === 0) return "pre_payment";
  return beforePayment === 0 ? "post_payment" : "mixed";
}
