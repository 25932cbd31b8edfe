import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";

/** What is on the balance, by currency: what can leave it, and what is still to become available. */
export function balanceNow(operation: Operation): Stripe.Balance {
  const now = operation.now();
  const available = new Map<string, number>();
  const pending = new Map<string, number>();
  for (const { currency, net, available_on } of operation.objects.all("balance_transaction")) {
    const kind = available_on <= now ? available : pending;
    for (const sums of [available, pending]) sums.set(currency, sums.get(currency) ?? 0);
    kind.set(currency, (kind.get(currency) ?? 0) + net);
  }
  return {
    object: "balance",
    available: funds(available),
    livemode: false,
    pending: funds(pending),
  };
}

function funds(sums: ReadonlyMap<string, number>): { amount: number; currency: string }[] {
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}
