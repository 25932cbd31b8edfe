type Json = Readonly<Record<string, unknown>>;

/**
 * What an update's event says about the past: the previous values of the attributes that changed. Hashes are compared
 * attribute by attribute, lists as a whole; what was not there before is null.
 * @returns undefined when nothing changed
 * @see https://docs.stripe.com/api/events/object#event_object-data-previous_attributes
 */
export function previousAttributes(before: object, after: object): Json | undefined {
  // Objects of the API are JSON.
  const previous = difference(before as Json, after as Json);
  return Object.keys(previous).length === 0 ? undefined : previous;
}

function difference(before: Json, after: Json): Json {
  const previous: [string, unknown][] = [];
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const was = own(before, key);
    const is = own(after, key);
    if (same(was, is)) continue;
    previous.push([key, isHash(was) && isHash(is) ? difference(was, is) : (was ?? null)]);
  }
  return Object.fromEntries(previous);
}

/** Metadata may be named as what every object inherits, such as `constructor`. */
function own(hash: Json, key: string): unknown {
  return Object.hasOwn(hash, key) ? hash[key] : undefined;
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => same(item, b[index]));
  }
  if (isHash(a) && isHash(b)) return Object.keys(difference(a, b)).length === 0;
  return false;
}

function isHash(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
