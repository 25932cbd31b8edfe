import type Stripe from "stripe";
import { listAnswer } from "../api/list.ts";
import { withMetadata } from "../api/metadata.ts";
import type { Operation } from "../api/operation.ts";
import {
  boolean,
  createdRange,
  hash,
  listOf,
  listParameters,
  metadata,
  oneOf,
  text,
} from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { invalidRequest, keepingEffects } from "../api/stripe-error.ts";
import { usePaymentMethod } from "../payment_methods/use-payment-method.ts";
import { createSetupIntent, setUp } from "./set-up.ts";

/** @see https://docs.stripe.com/api/setup_intents */
export const setupIntentResource: Resource = {
  routes: [
    route({
      method: "POST",
      path: "/setup_intents",
      parameters: hash({
        allowed_payment_method_types: listOf(text()).optional(),
        automatic_payment_methods: hash({
          enabled: boolean(),
          allow_redirects: oneOf("always", "never").optional(),
        }).optional(),
        confirm: boolean().optional(),
        customer: text().optional(),
        description: text(1000).optional(),
        metadata: metadata().optional(),
        payment_method: text().optional(),
        return_url: text().optional(),
        usage: oneOf("off_session", "on_session").optional(),
      }),
      answer: ({ parameters, operation }) => {
        const { customer = null, payment_method: method } = parameters;
        if (customer !== null) operation.objects.named("customer", customer, "customer");
        const intent = createSetupIntent(operation, {
          customer,
          description: parameters.description ?? null,
          metadata: withMetadata({}, parameters.metadata),
          usage: parameters.usage ?? "off_session",
        });
        return parameters.confirm === true ? confirm(operation, intent, method) : intent;
      },
    }),
    route({
      method: "GET",
      path: "/setup_intents",
      parameters: hash({
        ...listParameters,
        created: createdRange().optional(),
        customer: text().optional(),
      }),
      answer: ({ parameters, operation }) =>
        listAnswer(operation, "setup_intent", "/v1/setup_intents", parameters, {
          customer: parameters.customer,
        }),
    }),
    route({
      method: "GET",
      path: "/setup_intents/:id",
      parameters: hash({ client_secret: text().optional() }),
      answer: ({ path, operation: { objects } }) => objects.get("setup_intent", path["id"] ?? ""),
    }),
    route({
      method: "POST",
      path: "/setup_intents/:id/confirm",
      parameters: hash({ payment_method: text().optional(), return_url: text().optional() }),
      answer: ({ path, parameters, operation }) =>
        confirm(
          operation,
          operation.objects.get("setup_intent", path["id"] ?? ""),
          parameters.payment_method,
        ),
    }),
  ],
};

function confirm(
  operation: Operation,
  intent: Stripe.SetupIntent,
  method: string | undefined,
): Stripe.SetupIntent {
  if (intent.status === "succeeded") {
    throw invalidRequest(
      "You cannot confirm this SetupIntent because it has already succeeded.",
      undefined,
      "setup_intent_unexpected_state",
    );
  }
  if (method === undefined) {
    throw invalidRequest(
      "You cannot confirm this SetupIntent because it's missing a payment method.",
      undefined,
      "setup_intent_unexpected_state",
    );
  }
  const done = setUp(operation, intent, usePaymentMethod(operation, method, "payment_method"));
  if (done.outcome === "declined") throw keepingEffects(done.error);
  return done.intent;
}
