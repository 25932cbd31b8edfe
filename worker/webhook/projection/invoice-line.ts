import { isJsonObject, type JsonObject } from "../json.ts";
import type { AllowList } from "./allow-list.ts";
import { flag, minorUnits, number, reference, stripeId, text, timestamp } from "./fields.ts";

export const invoiceLine: AllowList = {
  id: stripeId,
  amount: minorUnits,
  currency: text,
  description: text,
  quantity: number,
  period: { start: timestamp, end: timestamp },
  pricing: { price_details: { price: reference, product: reference } },
  parent: {
    type: text,
    subscription_item_details: { proration: flag, subscription_item: reference },
  },
};

/** What `type` says of a line before 2025-03-31.basil, in the words of `parent.type`. */
const PARENT_TYPES: ReadonlyMap<unknown, string> = new Map([
  ["subscription", "subscription_item_details"],
  ["invoiceitem", "invoice_item_details"],
]);

/** Before 2025-03-31.basil a line carries its whole price, and says itself what it comes from. */
export function lineInCurrentShape(raw: unknown): unknown {
  if (!isJsonObject(raw)) return raw;
  return { ...raw, ...pricingOf(raw), ...parentOf(raw) };
}

function pricingOf({ pricing, price }: JsonObject): JsonObject {
  if (pricing !== undefined || price === undefined) return {};
  if (!isJsonObject(price)) return { pricing: null };
  return { pricing: { price_details: { price: price["id"], product: price["product"] } } };
}

function parentOf({ parent, type, proration, subscription_item: item }: JsonObject): JsonObject {
  const parentType = PARENT_TYPES.get(type);
  if (parent !== undefined || parentType === undefined) return {};
  const details =
    parentType === "subscription_item_details" ? { proration, subscription_item: item } : null;
  return { parent: { type: parentType, subscription_item_details: details } };
}
