import type Stripe from "stripe";
import { listAnswer } from "../api/list.ts";
import { withMetadata } from "../api/metadata.ts";
import { createdRange, hash, integer, listParameters, oneOf, text } from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { afterIntent } from "../billing/after-intent.ts";
import { usePaymentMethod } from "../payment_methods/use-payment-method.ts";
import { searchRoute } from "../search/search.ts";
import { confirmRequest } from "./confirm-request.ts";
import { createIntent } from "./confirm.ts";
import {
  confirmParameters,
  createParameters,
  requireChargeable,
  updateParameters,
} from "./parameters.ts";
import { cancel, capture, unexpectedState } from "./settle.ts";

/** @see https://docs.stripe.com/api/payment_intents */
export const paymentIntentResource: Resource = {
  routes: [
    searchRoute("payment_intents", "payment_intent", ["amount", "currency", "customer", "status"]),
    route({
      method: "POST",
      path: "/payment_intents",
      parameters: createParameters,
      answer: ({ parameters, operation }) => {
        const { amount, currency, customer } = parameters;
        requireChargeable(amount, currency);
        if (customer !== undefined) operation.objects.named("customer", customer, "customer");
        const method =
          parameters.payment_method === undefined
            ? undefined
            : usePaymentMethod(operation, parameters.payment_method, "payment_method");
        const created = createIntent(operation, {
          amount,
          currency,
          customer: customer ?? null,
          description: parameters.description ?? null,
          metadata: withMetadata({}, parameters.metadata),
          captureMethod: parameters.capture_method ?? "automatic_async",
          setupFutureUsage: parameters.setup_future_usage ?? null,
          receiptEmail: parameters.receipt_email ?? null,
        });
        const intent: Stripe.PaymentIntent = {
          ...created,
          ...(method === undefined
            ? {}
            : { payment_method: method.id, status: "requires_confirmation" }),
        };
        operation.objects.save(intent);
        return parameters.confirm === true ? confirmRequest(operation, intent, parameters) : intent;
      },
    }),
    route({
      method: "GET",
      path: "/payment_intents",
      parameters: hash({
        ...listParameters,
        created: createdRange().optional(),
        customer: text().optional(),
      }),
      answer: ({ parameters, operation }) =>
        listAnswer(operation, "payment_intent", "/v1/payment_intents", parameters, {
          customer: parameters.customer,
        }),
    }),
    route({
      method: "GET",
      path: "/payment_intents/:id",
      parameters: hash({ client_secret: text().optional() }),
      answer: ({ path, operation: { objects } }) => objects.get("payment_intent", path["id"] ?? ""),
    }),
    route({
      method: "POST",
      path: "/payment_intents/:id",
      parameters: updateParameters,
      answer: ({ path, parameters, operation }) => {
        const held = operation.objects.get("payment_intent", path["id"] ?? "");
        if (["canceled", "succeeded"].includes(held.status) && parameters.amount !== undefined) {
          throw unexpectedState(
            held,
            "updated",
            "requires_payment_method or requires_confirmation",
          );
        }
        const { metadata, payment_method: name, ...rest } = parameters;
        const method =
          typeof name === "string" ? usePaymentMethod(operation, name, "payment_method").id : name;
        const given = Object.entries(rest).filter(([, value]) => value !== undefined);
        const intent: Stripe.PaymentIntent = {
          ...held,
          ...Object.fromEntries(given),
          ...(method === undefined
            ? {}
            : {
                payment_method: method,
                status: method === null ? "requires_payment_method" : "requires_confirmation",
              }),
          metadata: withMetadata(held.metadata, metadata),
        };
        requireChargeable(intent.amount, intent.currency);
        // Stripe has no event for this.
        operation.objects.save(intent);
        return intent;
      },
    }),
    route({
      method: "POST",
      path: "/payment_intents/:id/confirm",
      parameters: confirmParameters,
      answer: ({ path, parameters, operation }) => {
        const held = operation.objects.get("payment_intent", path["id"] ?? "");
        const { setup_future_usage: usage, capture_method: capturing } = parameters;
        const intent: Stripe.PaymentIntent = {
          ...held,
          ...(usage === undefined ? {} : { setup_future_usage: usage }),
          ...(capturing === undefined ? {} : { capture_method: capturing }),
        };
        return confirmRequest(operation, intent, parameters);
      },
    }),
    route({
      method: "POST",
      path: "/payment_intents/:id/capture",
      parameters: hash({ amount_to_capture: integer({ min: 1 }).optional() }),
      answer: ({ path, parameters, operation }) => {
        const waiting = operation.objects.get("payment_intent", path["id"] ?? "");
        const captured = capture(operation, waiting, parameters.amount_to_capture);
        afterIntent(operation, captured);
        return captured;
      },
    }),
    route({
      method: "POST",
      path: "/payment_intents/:id/cancel",
      parameters: hash({
        cancellation_reason: oneOf(
          "abandoned",
          "duplicate",
          "fraudulent",
          "requested_by_customer",
        ).optional(),
      }),
      answer: ({ path, parameters, operation }) =>
        cancel(
          operation,
          operation.objects.get("payment_intent", path["id"] ?? ""),
          parameters.cancellation_reason ?? null,
        ),
    }),
  ],
};
