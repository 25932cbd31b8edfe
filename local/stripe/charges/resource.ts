import { listAnswer } from "../api/list.ts";
import { withMetadata } from "../api/metadata.ts";
import {
  boolean,
  clearable,
  createdRange,
  currency,
  hash,
  integer,
  listParameters,
  metadata,
  text,
} from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { captureCharge, chargeDirectly } from "./charge-directly.ts";

/**
 * Charges are made by PaymentIntents, or directly with a card's token.
 * @see https://docs.stripe.com/api/charges
 */
export const chargeResource: Resource = {
  routes: [
    route({
      method: "GET",
      path: "/charges",
      parameters: hash({
        ...listParameters,
        created: createdRange().optional(),
        customer: text().optional(),
        payment_intent: text().optional(),
      }),
      answer: ({ parameters, operation }) =>
        listAnswer(operation, "charge", "/v1/charges", parameters, {
          customer: parameters.customer,
          payment_intent: parameters.payment_intent,
        }),
    }),
    route({
      method: "POST",
      path: "/charges",
      parameters: hash({
        amount: integer({ min: 1 }),
        capture: boolean().optional(),
        currency: currency(),
        customer: text().optional(),
        description: text().optional(),
        metadata: metadata().optional(),
        receipt_email: text(512).optional(),
        source: text(),
      }),
      answer: ({ parameters, operation }) => {
        const { customer, capture, description, receipt_email, ...rest } = parameters;
        return chargeDirectly(operation, {
          ...rest,
          captures: capture ?? true,
          customer:
            customer === undefined
              ? null
              : operation.objects.named("customer", customer, "customer"),
          description: description ?? null,
          metadata: withMetadata({}, parameters.metadata),
          receipt_email: receipt_email ?? null,
        });
      },
    }),
    route({
      method: "POST",
      path: "/charges/:id/capture",
      parameters: hash({ amount: integer({ min: 1 }).optional() }),
      answer: ({ path, parameters, operation }) =>
        captureCharge(
          operation,
          operation.objects.get("charge", path["id"] ?? ""),
          parameters.amount,
        ),
    }),
    route({
      method: "GET",
      path: "/charges/:id",
      parameters: hash({}),
      answer: ({ path, operation: { objects } }) => objects.get("charge", path["id"] ?? ""),
    }),
    route({
      method: "POST",
      path: "/charges/:id",
      parameters: hash({
        description: clearable(text()).optional(),
        metadata: metadata().optional(),
        receipt_email: clearable(text(512)).optional(),
      }),
      answer: ({ path, parameters, operation }) => {
        const held = operation.objects.get("charge", path["id"] ?? "");
        const { description, receipt_email } = parameters;
        return operation.change("charge.updated", held, {
          ...held,
          ...(description === undefined ? {} : { description }),
          ...(receipt_email === undefined ? {} : { receipt_email }),
          metadata: withMetadata(held.metadata, parameters.metadata),
        });
      },
    }),
  ],
};
