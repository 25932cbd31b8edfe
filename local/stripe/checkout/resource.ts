import { embeddedList, listAnswer } from "../api/list.ts";
import { withMetadata } from "../api/metadata.ts";
import { createdRange, hash, listParameters, oneOf, text } from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import type { ObjectStore } from "../store/object-store.ts";
import { createSession } from "./create.ts";
import { expireSession } from "./expire.ts";
import { lineItemsOf } from "./line-items.ts";
import { createParameters, unseenOfSession, updateParameters } from "./parameters.ts";

/** @see https://docs.stripe.com/api/checkout/sessions */
export const checkoutSessionResource: Resource = {
  routes: [
    route({
      method: "POST",
      path: "/checkout/sessions",
      parameters: createParameters,
      answer: ({ parameters, operation }) => createSession(operation, parameters),
    }),
    route({
      method: "GET",
      path: "/checkout/sessions",
      parameters: hash({
        ...listParameters,
        created: createdRange().optional(),
        customer: text().optional(),
        customer_details: hash({ email: text() }).optional(),
        payment_intent: text().optional(),
        status: oneOf("complete", "expired", "open").optional(),
        subscription: text().optional(),
      }),
      answer: ({ parameters, operation }) =>
        listAnswer(operation, "checkout.session", "/v1/checkout/sessions", parameters, {
          customer: parameters.customer,
          "customer_details.email": parameters.customer_details?.email,
          payment_intent: parameters.payment_intent,
          status: parameters.status,
          subscription: parameters.subscription,
        }),
    }),
    route({
      method: "GET",
      path: "/checkout/sessions/:id",
      parameters: hash({}),
      answer: ({ path, operation: { objects } }) =>
        objects.get("checkout.session", path["id"] ?? ""),
    }),
    route({
      method: "POST",
      path: "/checkout/sessions/:id",
      parameters: updateParameters,
      answer: ({ path, parameters, operation: { objects } }) => {
        const held = objects.get("checkout.session", path["id"] ?? "");
        const session = { ...held, metadata: withMetadata(held.metadata, parameters.metadata) };
        objects.save(session);
        return session;
      },
    }),
    route({
      method: "POST",
      path: "/checkout/sessions/:id/expire",
      parameters: hash({}),
      answer: ({ path, operation }) =>
        expireSession(operation, operation.objects.get("checkout.session", path["id"] ?? "")),
    }),
    route({
      method: "GET",
      path: "/checkout/sessions/:id/line_items",
      parameters: hash(listParameters),
      answer: ({ path, operation: { objects } }) =>
        lineItemList(objects, objects.get("checkout.session", path["id"] ?? "").id),
    }),
  ],
  expansions: { "checkout.session.line_items": lineItemList },
};

/** A session sells a hundred prices at most, so that its items fit one page. */
function lineItemList(objects: ObjectStore, id: string): object {
  const { lineItems = [] } = objects.unseen(id, unseenOfSession) ?? {};
  return embeddedList(lineItemsOf(objects, lineItems), `/v1/checkout/sessions/${id}/line_items`);
}
