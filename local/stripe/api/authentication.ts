import type { Mode } from "../mode.ts";
import { unauthorized } from "./stripe-error.ts";

/** Secret or restricted, keys that local Stripe accepts start with this; no real key does. */
const LOCAL_KEYS: Readonly<Record<Mode, RegExp>> = {
  live: /^[rs]k_live_local/,
  test: /^[rs]k_test_local/,
};

/**
 * Checks the API key, given as a bearer token or as the user of basic authentication.
 * @throws StripeApiError 401, worded as Stripe words it
 */
export function requireApiKey(authorization: string | undefined, mode: Mode): void {
  const key = authorization === undefined ? "" : keyOf(authorization);
  if (key === "") {
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer " +
        "auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for " +
        "details, or we can help at https://support.stripe.com/.",
    );
  }
  if (!LOCAL_KEYS[mode].test(key)) {
    throw unauthorized(`Invalid API Key provided: ${masked(key)}`);
  }
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
function masked(key: string): string {
  const kind = /^[a-z]+_(test|live)_/.exec(key)?.[0] ?? "";
  const hidden = Math.max(key.length - kind.length - 4, 0);
  return kind + "*".repeat(hidden) + key.slice(kind.length + hidden);
}
