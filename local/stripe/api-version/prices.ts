import { BASIL } from "./dates.ts";
import type { Json } from "./render.ts";
import { hashOf } from "./subscriptions.ts";

/** Before 2025-03-31.basil a metered price said how usage was summed; since then its meter does. */
export function olderPrice(price: Json, date: string): Json {
  const { recurring } = price;
  if (date >= BASIL || recurring === null || recurring === undefined) return price;
  return { ...price, recurring: { ...hashOf(recurring), aggregate_usage: null } };
}

/** The same of a price where it is shown as a plan. */
export function olderPlan(plan: Json, date: string): Json {
  return date >= BASIL ? plan : { ...plan, aggregate_usage: null };
}
