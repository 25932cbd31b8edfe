import { listAnswer } from "../api/list.ts";
import { withMetadata } from "../api/metadata.ts";
import {
  clearable,
  createdRange,
  hash,
  listParameters,
  metadata,
  text,
} from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";

/**
 * Charges are made by PaymentIntents.
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
