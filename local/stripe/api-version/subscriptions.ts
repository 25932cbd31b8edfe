import type { ObjectStore } from "../store/object-store.ts";
import { BASIL, CLOVER, DAHLIA } from "./dates.ts";
import type { Json } from "./render.ts";

/** Before 2025-09-30.clover a discount held its coupon itself. */
export function olderDiscount(discount: Json, date: string, objects: ObjectStore): Json {
  if (date >= CLOVER) return discount;
  const { source, ...rest } = discount;
  const id = hashOf(source)["coupon"];
  const coupon = typeof id === "string" ? (objects.find("coupon", id) ?? null) : (id ?? null);
  return { ...rest, coupon };
}

/**
 * Before 2025-03-31.basil the period was the subscription's and not its items', and one discount was shown whole; a
 * subscription to one price showed it as `plan`.
 */
export function olderSubscription(subscription: Json, date: string, objects: ObjectStore): Json {
  if (date >= BASIL) return subscription;
  const items = hashOf(subscription["items"]);
  const data = listOf(items["data"]);
  const [first = {}] = data;
  return {
    ...subscription,
    current_period_start: first["current_period_start"] ?? null,
    current_period_end: first["current_period_end"] ?? null,
    discount: firstDiscount(subscription["discounts"], date, objects),
    items: { ...items, data: data.map(withoutPeriod) },
    plan: data.length === 1 ? (first["plan"] ?? null) : null,
    quantity: data.length === 1 ? (first["quantity"] ?? null) : null,
  };
}

/** @see https://docs.stripe.com/api/pagination: a list inside another object has ten entries at most */
const EMBEDDED_ITEMS = 10;

/** A subscription with the items that travel with it; the others are listed by `GET /v1/subscription_items`. */
export function withEmbeddedItems(subscription: Json): Json {
  const items = hashOf(subscription["items"]);
  const data = listOf(items["data"]);
  if (data.length <= EMBEDDED_ITEMS) return subscription;
  const embedded = { ...items, data: data.slice(0, EMBEDDED_ITEMS), has_more: true };
  return { ...subscription, items: embedded };
}

/** The words of `ui_mode` before 2026-03-25.dahlia. */
const OLD_UI_MODES: Readonly<Record<string, string>> = {
  elements: "custom",
  embedded_page: "embedded",
  hosted_page: "hosted",
};

/** Before 2025-03-31.basil a session showed where goods are sent itself. */
export function olderSession(session: Json, date: string): Json {
  const mode = session["ui_mode"];
  const rendered =
    date < DAHLIA && typeof mode === "string"
      ? { ...session, ui_mode: OLD_UI_MODES[mode] ?? mode }
      : session;
  if (date >= BASIL) return rendered;
  const shipping = hashOf(session["collected_information"])["shipping_details"] ?? null;
  return { ...rendered, shipping_details: shipping };
}

/** The first of an object's discounts, whole. */
export function firstDiscount(discounts: unknown, date: string, objects: ObjectStore): Json | null {
  const first: unknown = Array.isArray(discounts) ? discounts[0] : undefined;
  const discount = typeof first === "string" ? objects.find("discount", first) : first;
  // Objects of the API are JSON.
  return discount === undefined ? null : olderDiscount(discount as Json, date, objects);
}

export function hashOf(value: unknown): Json {
  // What is an object in JSON and no list is a hash.
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

export function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(hashOf) : [];
}

function withoutPeriod(item: Json): Json {
  return Object.fromEntries(
    Object.entries(item).filter(([name]) => !name.startsWith("current_period_")),
  );
}
