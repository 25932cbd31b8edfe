import type Stripe from "stripe";
import type { Account } from "../account.ts";
import type { Operation } from "../api/operation.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { AUTOMATIC } from "../events/event.ts";

/** @throws StripeApiError 400 for a session that is not open */
export function expireSession(
  operation: Operation,
  session: Stripe.Checkout.Session,
): Stripe.Checkout.Session {
  if (session.status !== "open") {
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status ?? ""}\`.`,
    );
  }
  const expired: Stripe.Checkout.Session = { ...session, status: "expired", url: null };
  operation.objects.save(expired);
  operation.emit("checkout.session.expired", expired);
  return expired;
}

/** Expires what is open and past its time. */
function expireOverdue(account: Account, nowSeconds: number): void {
  const open = account.objects.all("checkout.session", { status: "open" });
  for (const session of open.filter(({ expires_at: at }) => at <= nowSeconds)) {
    account.perform({ request: AUTOMATIC }, (operation) => expireSession(operation, session));
  }
}

const LOOKED_AT_EVERY_MS = 10_000;

/** Expires sessions as their time comes, until stopped. */
export function startExpiring(account: Account): { readonly stop: () => void } {
  const look = (): void => expireOverdue(account, Math.floor(Date.now() / 1000));
  look();
  const timer = setInterval(look, LOOKED_AT_EVERY_MS);
  return { stop: () => clearInterval(timer) };
}
