import type { Mode } from "../mode.ts";
import { unauthorized } from "./stripe-error.ts";

/** Whether a key, secret or restricted, is one of an account in one of its modes. */
export type AcceptsKey = (key: string) => boolean;

/** Keys that local Stripe accepts start with this; no real key does. */
const LOCAL_KEYS: Readonly<Record<Mode, RegExp>> = {
  live: /^[rs]k_live_local/,
  test: /^[rs]k_test_local/,
};

/** Any key of the mode, which one account alone can have. */
export function anyKeyOf(mode: Mode): AcceptsKey {
  return (key) => LOCAL_KEYS[mode].test(key);
}

/**
 * Checks the API key, given as a bearer token or as the user of basic authentication.
 * @throws StripeApiError 401, worded as Stripe words it
 */
export function requireApiKey(authorization: string | undefined, accepts: AcceptsKey): void {
  const key = keyIn(authorization);
  if (key === "") {
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer " +
        "auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for " +
        "details, or we can help at https://support.stripe.com/.",
    );
  }
  if (!accepts(key)) {
    throw unauthorized(`Invalid API Key provided: ${masked(key)}`);
  }
}

/** The key of a request; empty where there is none. */
export function keyIn(authorization: string | undefined): string {
  return authorization === undefined ? "" : keyOf(authorization);
}

function keyOf(authorization: string): string {
  const [scheme = "", credentials = ""] = authorization.trim().split(/ +/);
  switch (scheme.toLowerCase()) {
    case "bearer":
      return credentials;
    case "basic":
      return Buffer.from(credentials, "base64").toString("utf8").split(":")[0] ?? "";
    default:
      return "";
  }
}

/** Stripe shows a key's kind and last four characters. */
export function masked(key: string): string {
  const kind = /^[a-z]+_(test|live)_/.exec(key)?.[0] ?? "";
  const hidden = Math.max(key.length - kind.length - 4, 0);
  return kind + "*".repeat(hidden) + key.slice(kind.length + hidden);
}
