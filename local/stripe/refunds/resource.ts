import type Stripe from "stripe";
import type { z } from "zod";
import { embeddedList, listAnswer } from "../api/list.ts";
import { withMetadata } from "../api/metadata.ts";
import type { Operation } from "../api/operation.ts";
import {
  createdRange,
  hash,
  integer,
  listParameters,
  metadata,
  oneOf,
  text,
} from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { giveBack } from "./give-back.ts";

const createParameters = hash({
  amount: integer({ min: 1 }).optional(),
  charge: text().optional(),
  payment_intent: text().optional(),
  reason: oneOf("duplicate", "fraudulent", "requested_by_customer").optional(),
  metadata: metadata().optional(),
});

/** @see https://docs.stripe.com/api/refunds */
export const refundResource: Resource = {
  routes: [
    route({
      method: "POST",
      path: "/refunds",
      parameters: createParameters,
      answer: ({ parameters, operation }) =>
        giveBack(operation, chargeNamed(operation, parameters), {
          amount: parameters.amount,
          reason: parameters.reason ?? null,
          metadata: withMetadata({}, parameters.metadata),
        }),
    }),
    route({
      method: "GET",
      path: "/refunds",
      parameters: hash({
        ...listParameters,
        created: createdRange().optional(),
        charge: text().optional(),
        payment_intent: text().optional(),
      }),
      answer: ({ parameters, operation }) =>
        listAnswer(operation, "refund", "/v1/refunds", parameters, {
          charge: parameters.charge,
          payment_intent: parameters.payment_intent,
        }),
    }),
    route({
      method: "GET",
      path: "/refunds/:id",
      parameters: hash({}),
      answer: ({ path, operation: { objects } }) => objects.get("refund", path["id"] ?? ""),
    }),
    route({
      method: "POST",
      path: "/refunds/:id",
      parameters: hash({ metadata: metadata().optional() }),
      answer: ({ path, parameters, operation }) => {
        const refund = operation.objects.get("refund", path["id"] ?? "");
        return operation.change("refund.updated", refund, {
          ...refund,
          metadata: withMetadata(refund.metadata, parameters.metadata),
        });
      },
    }),
  ],
  expansions: {
    "charge.refunds": (objects, id) =>
      embeddedList(objects.all("refund", { charge: id }), `/v1/charges/${id}/refunds`),
  },
};

function chargeNamed(
  { objects }: Operation,
  { charge, payment_intent }: z.output<typeof createParameters>,
): Stripe.Charge {
  if (charge !== undefined) return objects.named("charge", charge, "charge");
  if (payment_intent === undefined) {
    throw invalidRequest(
      "One of the following params should be provided for this request: payment_intent or charge.",
    );
  }
  const intent = objects.named("payment_intent", payment_intent, "payment_intent");
  const latest = intent.latest_charge;
  if (typeof latest !== "string") {
    throw invalidRequest(
      `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
      "payment_intent",
    );
  }
  return objects.named("charge", latest, "charge");
}
