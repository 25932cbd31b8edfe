import type Stripe from "stripe";
import { newId } from "../ids.ts";

export interface ReportedPayment {
  /** Seconds since 1970: when it was reported. */
  readonly created: number;
  readonly currency: string;
  /** In the currency's smallest unit. */
  readonly amount: number;
  /** Null while the processor has not said how it went. */
  readonly outcome: "canceled" | "failed" | "guaranteed" | null;
  readonly customer: Stripe.PaymentRecord.CustomerDetails | null;
  readonly presence: "off_session" | "on_session" | null;
  readonly description: string | null;
  readonly metadata: Stripe.Metadata;
  /** How it was paid, in the reporter's own words. */
  readonly method: { readonly name: string; readonly type: string | null };
  /** What the processor calls it. */
  readonly reference: string | null;
}

/** A payment that another processor took. */
export function newPaymentRecord(asked: ReportedPayment): Stripe.PaymentRecord {
  const { currency, amount, outcome } = asked;
  const nothing = { currency, value: 0 };
  const all = { currency, value: amount };
  return {
    id: newId("pr_1"),
    object: "payment_record",
    amount: all,
    amount_authorized: nothing,
    amount_canceled: outcome === "canceled" ? all : nothing,
    amount_failed: outcome === "failed" ? all : nothing,
    amount_guaranteed: outcome === "guaranteed" ? all : nothing,
    amount_refunded: nothing,
    amount_requested: all,
    application: null,
    created: asked.created,
    customer_details: asked.customer,
    customer_presence: asked.presence,
    description: asked.description,
    latest_payment_attempt_record: null,
    livemode: false,
    metadata: asked.metadata,
    payment_method_details: {
      billing_details: null,
      custom: { display_name: asked.method.name, type: asked.method.type },
      payment_method: null,
      type: "custom",
    },
    processor_details: {
      ...(asked.reference === null ? {} : { custom: { payment_reference: asked.reference } }),
      type: "custom",
    },
    reported_by: "self",
    shipping_details: null,
  } satisfies Stripe.PaymentRecord;
}
