import type Stripe from "stripe";
import { invalidRequest } from "../api/stripe-error.ts";

/** @throws StripeApiError 400 for an invoice of another status */
export function requireStatus(
  invoice: Stripe.Invoice,
  allowed: readonly ("draft" | "open" | "uncollectible")[],
  done: string,
): void {
  if (allowed.some((status) => status === invoice.status)) return;
  throw invalidRequest(
    `Invoice ${invoice.id} cannot be ${done}: its status is ${invoice.status ?? "unknown"}, and must be ${allowed.join(" or ")}.`,
    undefined,
    "status_transition_invalid",
  );
}
