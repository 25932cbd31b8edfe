import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { withMetadata } from "../api/metadata.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { atPrice, newItem } from "./subscription-item.ts";
import { currentPeriod } from "./subscription.ts";

/** What is asked of one item: another price or quantity by its id, a new one by its price, or to go. */
export interface ItemChange {
  readonly id?: string | undefined;
  readonly price?: Stripe.Price | undefined;
  readonly quantity?: number | undefined;
  readonly deleted?: boolean | undefined;
  readonly metadata?: Readonly<Record<string, string>> | null | undefined;
  /** The id a new item gets. */
  readonly newId?: string | undefined;
  /** What comes off this item alone from now on, by id. */
  readonly discounts?: readonly string[] | undefined;
}

/**
 * A subscription's items after changes; items nobody mentions stay.
 * @throws StripeApiError 400 for an item that is not the subscription's, or a price that is already on it
 */
export function changedItems(
  operation: Operation,
  subscription: Stripe.Subscription,
  changes: readonly ItemChange[],
): Stripe.SubscriptionItem[] {
  let items = [...subscription.items.data];
  for (const [index, change] of changes.entries()) {
    const held = items.find((item) => item.id === change.id);
    if (held === undefined) {
      items.push(added(operation, subscription, change, index));
    } else if (change.deleted === true) {
      items = items.filter((item) => item !== held);
    } else {
      const quantity = change.quantity ?? (change.price === undefined ? held.quantity : 1) ?? 1;
      const priced = atPrice(held, change.price ?? held.price, quantity);
      const next = {
        ...priced,
        metadata: withMetadata(held.metadata, change.metadata),
        ...(change.discounts === undefined ? {} : { discounts: [...change.discounts] }),
      };
      items = items.map((item) => (item === held ? next : item));
    }
  }
  const prices = items.map(({ price }) => price.id);
  const twice = prices.find((price, index) => prices.indexOf(price) !== index);
  if (twice !== undefined) {
    throw invalidRequest(
      `Cannot add multiple subscription items with the same plan: ${twice}`,
      "items",
    );
  }
  return items;
}

function added(
  operation: Operation,
  subscription: Stripe.Subscription,
  { id, newId, price, quantity = 1, metadata, discounts }: ItemChange,
  index: number,
): Stripe.SubscriptionItem {
  if (id !== undefined) {
    throw invalidRequest(
      `No such subscription item: '${id}'`,
      `items[${index}][id]`,
      "resource_missing",
    );
  }
  if (price === undefined) {
    throw invalidRequest(
      "Missing required param: price.",
      `items[${index}][price]`,
      "parameter_missing",
    );
  }
  return newItem({
    id: newId,
    discounts,
    created: operation.now(subscription),
    subscription: subscription.id,
    price,
    quantity,
    period: currentPeriod(subscription),
    metadata: withMetadata({}, metadata),
  });
}
