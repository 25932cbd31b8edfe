/** What objects show only when `expand[]` asks for it, by their `object`. */
const INCLUDABLE: Readonly<Record<string, ReadonlySet<string>>> = {
  coupon: new Set(["applies_to", "currency_options"]),
  price: new Set(["currency_options", "tiers"]),
};

/**
 * An object, with all the objects it holds, as it is shown to who asked for nothing more.
 * @see https://docs.stripe.com/api/expanding_objects
 */
export function withoutIncludable<T>(value: T): T {
  // Objects of the API are JSON: what is left out is optional in every type.
  return hide(value) as T;
}

function hide(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hide);
  if (typeof value !== "object" || value === null) return value;
  const hidden = "object" in value ? INCLUDABLE[String(value.object)] : undefined;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => hidden?.has(name) !== true)
      .map(([name, held]) => [name, hide(held)]),
  );
}
