import type Stripe from "stripe";

/** The version the SDK's types describe, and the one objects are kept in. */
export const CURRENT_API_VERSION: Stripe.LatestApiVersion = "2026-10-28.endive";

/** `2024-06-20` or, since acacia, `2024-09-30.acacia`. */
const FORM = /^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/;

export function isApiVersion(text: string): boolean {
  return FORM.test(text) && text.slice(0, 10) <= CURRENT_API_VERSION.slice(0, 10);
}
