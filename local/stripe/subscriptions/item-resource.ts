import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import {
  hash,
  integer,
  listParameters,
  metadata,
  oneOf,
  text,
  timestamp,
} from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { noSuch } from "../api/stripe-error.ts";
import { updateSubscription } from "./change.ts";
import { keptItemParameters } from "./parameters.ts";
import { itemList } from "./subscription.ts";
import { billingOf } from "./update.ts";

const billing = {
  payment_behavior: oneOf("allow_incomplete", "error_if_incomplete").optional(),
  proration_behavior: oneOf("always_invoice", "create_prorations", "none").optional(),
  proration_date: timestamp().optional(),
};

const attributes = {
  metadata: metadata().optional(),
  price: text().optional(),
  quantity: integer({ min: 0 }).optional(),
  ...keptItemParameters,
};

export const subscriptionItemResource: Resource = {
  routes: [
    route({
      method: "GET",
      path: "/subscription_items",
      parameters: hash({ ...listParameters, subscription: text() }),
      answer: ({ parameters, operation }) => {
        const { subscription: id, limit = 10, starting_after: after } = parameters;
        const { items } = operation.objects.named("subscription", id, "subscription");
        const start = items.data.findIndex((item) => item.id === after) + 1;
        const rest = items.data.slice(start);
        return {
          ...itemList(id, rest.slice(0, limit)),
          has_more: rest.length > limit,
          url: "/v1/subscription_items",
        };
      },
    }),
    route({
      method: "POST",
      path: "/subscription_items",
      parameters: hash({ ...attributes, ...billing, price: text(), subscription: text() }),
      answer: ({ parameters, operation }) => {
        const { subscription: id, metadata: data, price, quantity, discounts, ...how } = parameters;
        const subscription = operation.objects.named("subscription", id, "subscription");
        const items = [{ price, quantity, metadata: data, discounts }];
        const after = updateSubscription(
          operation,
          subscription,
          billingOf(operation, subscription, { ...how, items }),
        );
        const item = after.items.data.at(-1);
        if (item === undefined) throw new Error(`The subscription ${id} got no item.`);
        return item;
      },
    }),
    route({
      method: "GET",
      path: "/subscription_items/:id",
      parameters: hash({}),
      answer: ({ path, operation }) => operation.objects.get("subscription_item", path["id"] ?? ""),
    }),
    route({
      method: "POST",
      path: "/subscription_items/:id",
      parameters: hash({ ...attributes, ...billing }),
      answer: ({ path, parameters, operation }) => {
        const id = path["id"] ?? "";
        const { metadata: data, price, quantity, discounts, ...how } = parameters;
        const items = [{ id, price, quantity, metadata: data, discounts }];
        const holder = holderOf(operation, id);
        updateSubscription(operation, holder, billingOf(operation, holder, { ...how, items }));
        return operation.objects.get("subscription_item", id);
      },
    }),
    route({
      method: "DELETE",
      path: "/subscription_items/:id",
      parameters: hash(billing),
      answer: ({ path, parameters, operation }) => {
        const id = path["id"] ?? "";
        const items = [{ id, deleted: true }];
        const holder = holderOf(operation, id);
        updateSubscription(
          operation,
          holder,
          billingOf(operation, holder, { ...parameters, items }),
        );
        return { id, object: "subscription_item", deleted: true };
      },
    }),
  ],
};

/** The subscription an item is on. @throws StripeApiError 404 */
function holderOf({ objects }: Operation, id: string): Stripe.Subscription {
  const { subscription } = objects.get("subscription_item", id);
  const holder = objects.find("subscription", subscription);
  if (holder?.items.data.some((item) => item.id === id) !== true) {
    throw noSuch("subscription_item", id, "item");
  }
  return holder;
}
