/** What `JSON.parse` makes of `{…}`: nothing is known of the values yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object found at `path`, or undefined where the way there is not all objects. */
export function objectAt(value: unknown, ...path: readonly string[]): JsonObject | undefined {
  let found = value;
  for (const key of path) found = isJsonObject(found) ? found[key] : undefined;
  return isJsonObject(found) ? found : undefined;
}

/** The elements of a Stripe list, `{"object":"list","data":[…]}`; undefined where there is none. */
export function listData(value: unknown): readonly unknown[] | undefined {
  const data = isJsonObject(value) ? value["data"] : undefined;
  // `Array.isArray` makes `any[]` of an unknown; nothing is known of the elements.
  return Array.isArray(data) ? (data as readonly unknown[]) : undefined;
}
