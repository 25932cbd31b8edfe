import { previousAttributes } from "../events/previous-attributes.ts";
import type { ObjectStore } from "../store/object-store.ts";
import { olderCreditNote, olderCreditNoteLine } from "./credit-notes.ts";
import { olderInvoice, olderInvoiceLine } from "./invoices.ts";
import { olderCharge, olderPaymentIntent } from "./payments.ts";
import { olderPlan, olderPrice } from "./prices.ts";
import {
  olderDiscount,
  olderSession,
  olderSubscription,
  withEmbeddedItems,
} from "./subscriptions.ts";

export type Json = Readonly<Record<string, unknown>>;

/** Turns an object of the current version into what a version showed. `date` is the version's, without its name. */
export type Rendering = (object: Json, date: string, objects: ObjectStore) => Json;

const RENDERINGS: Readonly<Record<string, Rendering>> = {
  charge: olderCharge,
  "checkout.session": olderSession,
  credit_note: olderCreditNote,
  credit_note_line_item: olderCreditNoteLine,
  discount: olderDiscount,
  invoice: olderInvoice,
  line_item: olderInvoiceLine,
  payment_intent: olderPaymentIntent,
  plan: olderPlan,
  price: olderPrice,
  subscription: olderSubscription,
};

/** Since 2026-03-25.dahlia nothing that local Stripe knows has changed its shape. */
const NEWEST_DIFFERENCE = "2026-03-25";

/**
 * An object, with all the objects it holds, in the shape an older version gave it. Known differences only.
 * @see https://docs.stripe.com/changelog
 */
export function renderAt(apiVersion: string, object: object, objects: ObjectStore): object {
  const date = apiVersion.slice(0, 10);
  // Objects of the API are JSON, and stay so.
  const sent = embedding(object as Json);
  return date >= NEWEST_DIFFERENCE ? sent : (render(sent, date, objects) as object);
}

/** Subscriptions, alone or listed, with the items that travel with them. */
function embedding(object: Json): Json {
  const { data } = object;
  if (object["object"] === "list" && Array.isArray(data))
    return {
      ...object,
      data: data.map((each: unknown) => (isHash(each) ? embedding(each) : each)),
    };
  return object["object"] === "subscription" ? withEmbeddedItems(object) : object;
}

/** The previous attributes an event tells of, in the shape of a version: those the change made in that shape. */
export function previousAt(
  apiVersion: string,
  after: object,
  previous: object,
  objects: ObjectStore,
): object {
  if (apiVersion.slice(0, 10) >= NEWEST_DIFFERENCE) return previous;
  // Objects of the API are JSON.
  const before = restored(after as Json, previous as Json);
  const changed = previousAttributes(
    renderAt(apiVersion, before, objects),
    renderAt(apiVersion, after, objects),
  );
  return changed ?? {};
}

/** An object as it was: hashes attribute by attribute, all else as a whole. */
function restored(after: Json, previous: Json): Json {
  const before: Record<string, unknown> = { ...after };
  for (const [key, was] of Object.entries(previous)) {
    const is = after[key];
    before[key] = isHash(was) && isHash(is) ? restored(is, was) : was;
  }
  return before;
}

function isHash(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function render(value: unknown, date: string, objects: ObjectStore): unknown {
  if (Array.isArray(value)) return value.map((item) => render(item, date, objects));
  if (!isHash(value)) return value;
  const rendered = Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key, render(held, date, objects)]),
  );
  const rendering = RENDERINGS[String(rendered["object"])];
  return rendering === undefined ? rendered : rendering(rendered, date, objects);
}
