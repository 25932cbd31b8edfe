import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import type { StripeApiError } from "../api/stripe-error.ts";
import { newId, randomText } from "../ids.ts";
import type { Decline } from "../payment_methods/decline.ts";
import { testCardOf } from "../payment_methods/test-card.ts";
import { attach, cardError } from "../payment_methods/use-payment-method.ts";
import { idOf } from "../store/reference.ts";

export interface NewSetupIntent {
  readonly customer: string | null;
  readonly description?: string | null;
  readonly metadata?: Stripe.Metadata;
  readonly usage?: string;
}

/** Makes a SetupIntent, and tells so. */
export function createSetupIntent(operation: Operation, asked: NewSetupIntent): Stripe.SetupIntent {
  const id = newId("seti_1");
  return operation.add("setup_intent.created", {
    id,
    object: "setup_intent",
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(25)}`,
    created: operation.now({ customer: asked.customer }),
    customer: asked.customer,
    customer_account: null,
    description: asked.description ?? null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: { ...asked.metadata },
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ["card"],
    single_use_mandate: null,
    status: "requires_payment_method",
    usage: asked.usage ?? "off_session",
  });
}

export type SetUp =
  | { readonly outcome: "succeeded"; readonly intent: Stripe.SetupIntent }
  | {
      readonly outcome: "declined";
      readonly intent: Stripe.SetupIntent;
      readonly error: StripeApiError;
    };

/**
 * Checks a payment method with its bank and saves it to the intent's customer.
 * @param refusal why its owner's bank says no, whatever card it is
 */
export function setUp(
  operation: Operation,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  refusal = declineOfCard(method),
): SetUp {
  if (refusal !== undefined) {
    const { code, declineCode, message } = refusal;
    const failed = operation.add("setup_intent.setup_failed", {
      ...intent,
      last_setup_error: {
        code,
        decline_code: declineCode,
        message,
        payment_method: method,
        type: "card_error",
      },
      status: "requires_payment_method",
    });
    return { outcome: "declined", intent: failed, error: cardError(refusal, {}) };
  }
  const customer = operation.objects.find("customer", idOf(intent.customer) ?? "");
  if (customer !== undefined) attach(operation, method, customer);
  const done = operation.add("setup_intent.succeeded", {
    ...intent,
    last_setup_error: null,
    payment_method: method.id,
    status: "succeeded",
  });
  return { outcome: "succeeded", intent: done };
}

function declineOfCard(method: Stripe.PaymentMethod): Decline | undefined {
  const { decline, attachesFirst } = testCardOf(method);
  return method.card === undefined || attachesFirst === true ? undefined : decline;
}
