import type Stripe from "stripe";
import { z } from "zod";
import type { Operation } from "../api/operation.ts";

const taken = z.strictObject({ transactions: z.array(z.string()) });

/** Ids of what an automatic payout took along, and of the payout itself, newest first. */
export function transactionsOf({ objects }: Operation, { id }: Stripe.Payout): readonly string[] {
  return objects.unseen(id, taken)?.transactions ?? [];
}

/** Remembers what an automatic payout took along. @param transactions newest first */
export function takeAlong(
  { objects }: Operation,
  { id }: Stripe.Payout,
  transactions: readonly string[],
): void {
  objects.saveUnseen(id, { transactions: [...transactions] });
}

/** What no automatic payout took along yet, in one currency, newest first. */
export function leftOnBalance(
  operation: Operation,
  currency: string,
): readonly Stripe.BalanceTransaction[] {
  const gone = new Set(
    operation.objects
      .all("payout", { automatic: true, currency })
      .flatMap((payout) => transactionsOf(operation, payout)),
  );
  return operation.objects
    .all("balance_transaction", { currency })
    .filter(({ id }) => !gone.has(id));
}
