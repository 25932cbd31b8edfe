import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { idOf } from "../store/reference.ts";

/** What an invoice calls a price: its product's name. */
export function productNames({ objects }: Operation): (price: Stripe.Price) => string {
  return (price) =>
    objects.find("product", idOf(price.product) ?? "")?.name ?? price.nickname ?? price.id;
}
