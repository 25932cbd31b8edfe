import { listAnswer } from "../api/list.ts";
import { withMetadata } from "../api/metadata.ts";
import {
  createdRange,
  currency,
  hash,
  integer,
  listParameters,
  metadata,
  oneOf,
  text,
} from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { cancel, payOutByHand } from "./pay-out.ts";

/** @see https://docs.stripe.com/api/payouts */
export const payoutResource: Resource = {
  routes: [
    route({
      method: "GET",
      path: "/payouts",
      parameters: hash({
        ...listParameters,
        created: createdRange().optional(),
        status: text().optional(),
      }),
      answer: ({ parameters: { status, ...page }, operation }) =>
        listAnswer(operation, "payout", "/v1/payouts", page, { status }),
    }),
    route({
      method: "POST",
      path: "/payouts",
      parameters: hash({
        amount: integer({ min: 1 }),
        currency: currency(),
        description: text().optional(),
        metadata: metadata().optional(),
        method: oneOf("instant", "standard").optional(),
        statement_descriptor: text(22).optional(),
      }),
      answer: ({ parameters, operation }) =>
        payOutByHand(operation, {
          amount: parameters.amount,
          currency: parameters.currency,
          description: parameters.description,
          metadata: withMetadata({}, parameters.metadata),
          method: parameters.method,
          statementDescriptor: parameters.statement_descriptor,
        }),
    }),
    route({
      method: "GET",
      path: "/payouts/:id",
      parameters: hash({}),
      answer: ({ path, operation: { objects } }) => objects.get("payout", path["id"] ?? ""),
    }),
    route({
      method: "POST",
      path: "/payouts/:id",
      parameters: hash({ metadata: metadata().optional() }),
      answer: ({ path, parameters, operation }) => {
        const payout = operation.objects.get("payout", path["id"] ?? "");
        return operation.change("payout.updated", payout, {
          ...payout,
          metadata: withMetadata(payout.metadata ?? {}, parameters.metadata),
        });
      },
    }),
    route({
      method: "POST",
      path: "/payouts/:id/cancel",
      parameters: hash({}),
      answer: ({ path, operation }) =>
        cancel(operation, operation.objects.get("payout", path["id"] ?? "")),
    }),
  ],
};
