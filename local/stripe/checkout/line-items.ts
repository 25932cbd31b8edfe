import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { amountOf } from "../billing/amount-of.ts";
import type { NamedDiscount } from "../billing/promotion-code.ts";
import { withMetadata } from "../api/metadata.ts";
import { newId } from "../ids.ts";
import { addPrice } from "../prices/add-price.ts";
import { newProduct } from "../products/product.ts";
import { idOf } from "../store/reference.ts";
import type { ObjectStore } from "../store/object-store.ts";
import type { CreateParameters, LineItemParameters, UnseenOfSession } from "./parameters.ts";

type KeptItem = UnseenOfSession["lineItems"][number];

/**
 * The prices a session is to sell; those given as data are made, inactive, as Stripe does.
 * @throws StripeApiError 400 for items that do not fit the mode or each other
 */
export function keptItems(
  operation: Operation,
  mode: CreateParameters["mode"],
  asked: readonly LineItemParameters[],
): KeptItem[] {
  if (mode !== "setup" && asked.length === 0) {
    throw invalidRequest("Missing required param: line_items.", "line_items", "parameter_missing");
  }
  const items = asked.map((item, index) => {
    const price = priceOf(operation, item, `line_items[${index}]`);
    return { price, kept: { id: newId("li_1"), price: price.id, quantity: item.quantity ?? 1 } };
  });
  requireFitting(
    mode,
    items.map(({ price }) => price),
  );
  return items.map(({ kept }) => kept);
}

function requireFitting(mode: CreateParameters["mode"], prices: readonly Stripe.Price[]): void {
  const recurring = prices.filter((price) => price.type === "recurring");
  if (mode === "payment" && recurring.length > 0) {
    throw invalidRequest(
      "You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.",
      "line_items",
    );
  }
  if (mode === "subscription" && recurring.length < prices.length) {
    throw invalidRequest(
      recurring.length === 0
        ? "You must provide at least one recurring price in `subscription` mode when using prices."
        : "Local Stripe does not sell one-time prices along with a subscription; Stripe does.",
      "line_items",
    );
  }
  const currencies = new Set(prices.map((price) => price.currency));
  if (currencies.size > 1) {
    throw invalidRequest(
      `All prices on a Checkout Session must have the same currency. You passed ${[...currencies].join(", ")}.`,
      "line_items",
    );
  }
}

function priceOf(operation: Operation, item: LineItemParameters, place: string): Stripe.Price {
  const { objects } = operation;
  const { price, price_data: data } = item;
  if ((price === undefined) === (data === undefined)) {
    throw invalidRequest(
      "You must specify either `price` or `price_data` for each line item, and not both.",
      place,
    );
  }
  if (price !== undefined) {
    const found = objects.named("price", price, `${place}[price]`);
    if (!found.active) {
      throw invalidRequest(
        `The price specified is inactive. This field only accepts active prices.`,
        `${place}[price]`,
        "price_inactive",
      );
    }
    return found;
  }
  const { product, product_data, ...amounts } = data ?? { currency: "usd" };
  if ((product === undefined) === (product_data === undefined)) {
    throw invalidRequest(
      "You must specify either `product` or `product_data` when creating a price.",
      `${place}[price_data][product]`,
    );
  }
  const owner =
    product === undefined
      ? operation.add("product.created", {
          ...newProduct(newId("prod_"), product_data?.name ?? "", operation.now()),
          active: false,
          description: product_data?.description ?? null,
          metadata: withMetadata({}, product_data?.metadata),
        })
      : objects.named("product", product, `${place}[price_data][product]`);
  return addPrice(operation, owner, { ...amounts, active: false });
}

/** What a session sells, as its `line_items` show it. */
export function lineItemsOf(objects: ObjectStore, items: readonly KeptItem[]): Stripe.LineItem[] {
  const nameOf = (price: Stripe.Price): string =>
    objects.find("product", idOf(price.product) ?? "")?.name ?? price.nickname ?? price.id;
  return items.map(({ id, price: priceId, quantity }) => {
    const price = objects.get("price", priceId);
    const amount = amountOf(price, quantity);
    return {
      id,
      object: "item",
      adjustable_quantity: null,
      amount_discount: 0,
      amount_subtotal: amount,
      amount_tax: 0,
      amount_total: amount,
      currency: price.currency,
      description: nameOf(price),
      metadata: {},
      price,
      quantity,
    };
  });
}

/** What discounts take off an amount, in minor units. */
export function discountOn(
  objects: ObjectStore,
  amount: number,
  discounts: readonly NamedDiscount[],
): number {
  const off = discounts.map(({ coupon }) => {
    const { amount_off: fixed, percent_off: percent } = objects.get("coupon", coupon);
    return fixed ?? Math.round((amount * (percent ?? 0)) / 100);
  });
  return Math.min(
    amount,
    off.reduce((sum, each) => sum + each, 0),
  );
}
