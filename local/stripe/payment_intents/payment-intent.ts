import type Stripe from "stripe";
import { docUrl } from "../api/stripe-error.ts";
import { newId, randomText } from "../ids.ts";
import type { Decline } from "../payment_methods/decline.ts";

export interface NewPaymentIntent {
  /** Seconds since 1970. */
  readonly created: number;
  /** In the currency's smallest unit. */
  readonly amount: number;
  readonly currency: string;
  readonly customer: string | null;
  readonly description?: string | null;
  readonly metadata?: Stripe.Metadata;
  readonly captureMethod?: Stripe.PaymentIntent.CaptureMethod;
  readonly setupFutureUsage?: Stripe.PaymentIntent.SetupFutureUsage | null;
  readonly receiptEmail?: string | null;
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
    capture_method: asked.captureMethod ?? "automatic_async",
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: "automatic",
    created: asked.created,
    currency: asked.currency,
    customer: asked.customer,
    customer_account: null,
    description: asked.description === undefined ? "(created by local Stripe)" : asked.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: { ...asked.metadata },
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
    receipt_email: asked.receiptEmail ?? null,
    review: null,
    setup_future_usage: asked.setupFutureUsage ?? null,
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
    amount_capturable: 0,
    amount_received: charge.amount_captured,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: charge.payment_method,
    processing: null,
    status: "succeeded",
  };
}

/** Authorized, and waiting to be captured. */
export function capturable(
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge,
): Stripe.PaymentIntent {
  return {
    ...intent,
    amount_capturable: intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: charge.payment_method,
    status: "requires_capture",
  };
}

/** Under way at the bank. */
export function processing(
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge,
): Stripe.PaymentIntent {
  return {
    ...intent,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: charge.payment_method,
    payment_method_types: [...new Set([...intent.payment_method_types, "us_bank_account"])],
    status: "processing",
  };
}

/** Waiting for the card's owner to authenticate at a page. */
export function actionRequired(
  intent: Stripe.PaymentIntent,
  paymentMethod: string,
  url: string,
): Stripe.PaymentIntent {
  return {
    ...intent,
    last_payment_error: null,
    next_action: { type: "redirect_to_url", redirect_to_url: { return_url: null, url } },
    payment_method: paymentMethod,
    status: "requires_action",
  };
}

/** There is no status for failure: the intent waits for another payment method and says what went wrong. */
export function failed(
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge | null,
  paymentMethod: Stripe.PaymentMethod,
  decline: Decline,
): Stripe.PaymentIntent {
  return {
    ...intent,
    last_payment_error: {
      advice_code: decline.adviceCode,
      ...(charge === null ? {} : { charge: charge.id }),
      code: decline.code,
      decline_code: decline.declineCode,
      doc_url: docUrl(decline.code),
      message: decline.message,
      payment_method: paymentMethod,
      type: "card_error",
    },
    latest_charge: charge?.id ?? intent.latest_charge,
    next_action: null,
    payment_method: null,
    processing: null,
    status: "requires_payment_method",
  };
}

export function canceled(
  intent: Stripe.PaymentIntent,
  now: number,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): Stripe.PaymentIntent {
  return {
    ...intent,
    amount_capturable: 0,
    canceled_at: now,
    cancellation_reason: reason,
    next_action: null,
    status: "canceled",
  };
}
