import type Stripe from "stripe";
import type { Decline } from "../payment_methods/test-card.ts";
import { newId, randomText } from "../ids.ts";

export interface NewPaymentIntent {
  /** Seconds since 1970. */
  readonly created: number;
  /** In the currency's smallest unit. */
  readonly amount: number;
  readonly currency: string;
  readonly customer: string | null;
}

/** A PaymentIntent as `payment_intent.created` shows it: before its payment method is tried. */
export function newPaymentIntent(asked: NewPaymentIntent): Stripe.PaymentIntent {
  const id = newId("pi_3");
  return {
    id,
    object: "payment_intent",
    allowed_payment_method_types: null,
    amount: asked.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic_async",
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: "automatic",
    created: asked.created,
    currency: asked.currency,
    customer: asked.customer,
    customer_account: null,
    description: "(created by local Stripe)",
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: {
        installments: null,
        mandate_options: null,
        network: null,
        request_three_d_secure: "automatic",
      },
    },
    payment_method_types: ["card"],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: "requires_payment_method",
    transfer_data: null,
    transfer_group: null,
  } satisfies Stripe.PaymentIntent;
}

export function succeeded(
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge,
): Stripe.PaymentIntent {
  return {
    ...intent,
    amount_received: intent.amount,
    latest_charge: charge.id,
    payment_method: charge.payment_method,
    status: "succeeded",
  };
}

/** There is no status for failure: the intent waits for another payment method and says what went wrong. */
export function failed(
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge,
  paymentMethod: Stripe.PaymentMethod,
  decline: Decline,
): Stripe.PaymentIntent {
  return {
    ...intent,
    last_payment_error: {
      advice_code: decline.adviceCode,
      charge: charge.id,
      code: decline.code,
      decline_code: decline.declineCode,
      doc_url: `https://docs.stripe.com/error-codes/${decline.code.replaceAll("_", "-")}`,
      message: decline.message,
      payment_method: paymentMethod,
      type: "card_error",
    },
    latest_charge: charge.id,
    status: "requires_payment_method",
  };
}
