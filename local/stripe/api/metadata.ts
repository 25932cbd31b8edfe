import { MOST_METADATA_KEYS, TOO_MANY_KEYS } from "./parameters.ts";
import { invalidRequest } from "./stripe-error.ts";

type Metadata = Readonly<Record<string, string>>;

/**
 * Metadata after a change: keys are added or replaced, an empty value removes its key, null removes all.
 * @throws StripeApiError 400 when more than 50 keys would stand
 */
export function withMetadata(
  held: Metadata | null,
  change: Metadata | null | undefined,
): Record<string, string> {
  if (change === undefined) return { ...held };
  if (change === null) return {};
  const merged = Object.entries({ ...held, ...change }).filter(([, value]) => value !== "");
  if (merged.length > MOST_METADATA_KEYS) throw invalidRequest(TOO_MANY_KEYS, "metadata");
  return Object.fromEntries(merged);
}
