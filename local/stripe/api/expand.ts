import type { Kept } from "../api-version.ts";
import type { KeptName, ObjectStore } from "../store/object-store.ts";
import { invalidRequest } from "./stripe-error.ts";

/** Which properties hold an id that can be expanded, and what it is the id of. */
const EXPANDABLE: Readonly<Record<KeptName, Readonly<Record<string, KeptName>>>> = {
  charge: { customer: "customer", payment_intent: "payment_intent" },
  customer: {},
  payment_intent: {
    customer: "customer",
    latest_charge: "charge",
    payment_method: "payment_method",
  },
  payment_method: { customer: "customer" },
};

const MAX_DEPTH = 4;

/**
 * Replaces ids by the objects they name.
 * @param paths as given in `expand[]`, for example `latest_charge.customer`
 * @throws StripeApiError 400 for a property that cannot be expanded, or nested more than four levels deep
 */
export function expand<T extends Kept>(object: T, paths: readonly string[], store: ObjectStore): T {
  return paths.reduce(
    (expanded, path) => expandPath(expanded, path, path.split("."), store),
    object,
  );
}

function expandPath<T extends Kept>(
  object: T,
  path: string,
  segments: readonly string[],
  store: ObjectStore,
): T {
  const [property, ...rest] = segments;
  if (property === undefined) return object;
  if (segments.length > MAX_DEPTH) {
    throw invalidRequest(
      `You cannot expand more than ${MAX_DEPTH} levels of a property (${path}).`,
    );
  }
  const name = EXPANDABLE[object.object][property];
  if (name === undefined) {
    throw invalidRequest(`This property cannot be expanded (${path}).`);
  }
  const held = Object.entries(object).find(([key]) => key === property)?.[1] as unknown;
  const target = typeof held === "string" ? store.find(name, held) : asKept(held);
  return target === undefined
    ? object
    : { ...object, [property]: expandPath(target, path, rest, store) };
}

/** A property expanded by an earlier path already holds an object of ours. */
function asKept(held: unknown): Kept | undefined {
  return typeof held === "object" && held !== null && "object" in held
    ? // Only `expandPath` puts objects into expandable properties, and it puts Kept ones.
      (held as Kept)
    : undefined;
}
