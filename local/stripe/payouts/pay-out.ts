import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { balanceNow } from "../balance/balance-now.ts";
import { enter } from "../balance/enter.ts";
import { randomText } from "../ids.ts";
import { idOf } from "../store/reference.ts";
import { newPayout, type NewPayout } from "./payout.ts";
import { leftOnBalance, takeAlong } from "./transactions.ts";

/** What the bank says when a payout does not arrive. @see https://docs.stripe.com/api/payouts/failures */
const FAILURES: Readonly<Record<string, string>> = {
  account_closed: "The bank account has been closed.",
  could_not_process: "The bank could not process this payout.",
  no_account: "The bank account could not be located.",
};

export const FAILURE_CODES = Object.keys(FAILURES);

type ByHand = Omit<NewPayout, "automatic" | "created">;

/** Whether a payout may still arrive, or turn out not to have. */
function isUnderWay({ status }: Stripe.Payout): boolean {
  return ["pending", "in_transit"].includes(status);
}

/**
 * Somebody has an amount paid out. What it is made of nobody can say.
 * @throws StripeApiError 400 when there is less to pay out
 */
export function payOutByHand(operation: Operation, asked: ByHand): Stripe.Payout {
  const { available } = balanceNow(operation);
  const covered = available.find(({ currency }) => currency === asked.currency)?.amount ?? 0;
  if (asked.amount > covered) {
    throw invalidRequest(
      "You have insufficient funds in your Stripe account for this transfer. Your ACH or card balance may be too low, or your payouts are still pending.",
      undefined,
      "balance_insufficient",
    );
  }
  return sendByHand(operation, asked);
}

/** The same, covered or not. */
export function sendByHand(operation: Operation, asked: ByHand): Stripe.Payout {
  const created = operation.now();
  return leave(operation, newPayout({ ...asked, automatic: false, created }));
}

/**
 * The payout schedule comes round: everything on the balance leaves, as if it were all available by then.
 * @returns null where there is nothing to pay out in the currency
 */
export function payOutBySchedule(operation: Operation, currency: string): Stripe.Payout | null {
  const transactions = leftOnBalance(operation, currency);
  const amount = transactions.reduce((sum, { net }) => sum + net, 0);
  if (amount <= 0) return null;
  for (const transaction of transactions) {
    operation.objects.save({ ...transaction, status: "available" });
  }
  const asked = { amount, currency, automatic: true, created: operation.now() };
  const payout = leave(operation, newPayout(asked));
  const own = idOf(payout.balance_transaction) ?? "";
  takeAlong(operation, payout, [own, ...transactions.map(({ id }) => id)]);
  return payout;
}

/** Currencies there is something of on the balance. */
export function currenciesOnBalance({ objects }: Operation): readonly string[] {
  return [...new Set(objects.all("balance_transaction").map(({ currency }) => currency))].sort();
}

/** The amount leaves the balance. */
function leave(operation: Operation, asked: Stripe.Payout): Stripe.Payout {
  const { id: own } = enter(operation, {
    id: "txn_1",
    amount: -asked.amount,
    currency: asked.currency,
    type: "payout",
    category: "payout",
    source: asked.id,
    description: asked.description,
    created: asked.created,
  });
  return operation.add("payout.created", { ...asked, balance_transaction: own });
}

/**
 * The payout arrives, and what it is made of is put together.
 * @throws StripeApiError 400 for one that is not under way
 */
export function arrive(operation: Operation, payout: Stripe.Payout): Stripe.Payout {
  requireUnderWay(payout);
  const sent = operation.change("payout.updated", payout, { ...payout, status: "in_transit" });
  const paid: Stripe.Payout = {
    ...sent,
    status: "paid",
    trace_id: { status: "supported", value: randomText(12).toUpperCase() },
  };
  operation.objects.save(paid);
  operation.emit("payout.paid", paid);
  return putTogether(operation, paid);
}

/**
 * The bank sends it back, be it after it seemed to have arrived: the money is on the balance again, for another payout.
 * @throws StripeApiError 400 for one that failed or was canceled
 */
export function fail(
  operation: Operation,
  payout: Stripe.Payout,
  code = "could_not_process",
): Stripe.Payout {
  if (!isUnderWay(payout) && payout.status !== "paid") requireUnderWay(payout);
  const failed: Stripe.Payout = {
    ...payout,
    status: "failed",
    failure_code: code,
    failure_message: FAILURES[code] ?? code,
    failure_balance_transaction: comeBack(operation, payout, "payout_failure"),
  };
  operation.objects.save(failed);
  operation.emit("payout.failed", failed);
  return putTogether(operation, failed);
}

/**
 * Somebody calls a payout back before it was sent.
 * @throws StripeApiError 400 for an automatic one, and for one that was sent
 */
export function cancel(operation: Operation, payout: Stripe.Payout): Stripe.Payout {
  if (payout.automatic || payout.status !== "pending") {
    throw invalidRequest(
      `Payouts cannot be canceled while in the ${payout.status} status, nor when they are automatic.`,
    );
  }
  const canceled: Stripe.Payout = {
    ...payout,
    status: "canceled",
    failure_balance_transaction: comeBack(operation, payout, "payout_cancel"),
  };
  operation.objects.save(canceled);
  operation.emit("payout.canceled", canceled);
  return canceled;
}

function comeBack(
  operation: Operation,
  payout: Stripe.Payout,
  type: "payout_cancel" | "payout_failure",
): string {
  return enter(operation, {
    id: "txn_1",
    amount: payout.amount,
    currency: payout.currency,
    type,
    category: "payout_reversal",
    source: payout.id,
    description: type === "payout_failure" ? "PAYOUT FAILURE" : "PAYOUT CANCEL",
    created: operation.now(),
  }).id;
}

/** What an automatic payout is made of can be listed from then on. */
function putTogether(operation: Operation, payout: Stripe.Payout): Stripe.Payout {
  if (payout.reconciliation_status !== "in_progress") return payout;
  const known: Stripe.Payout = { ...payout, reconciliation_status: "completed" };
  operation.objects.save(known);
  operation.emit("payout.reconciliation_completed", known);
  return known;
}

function requireUnderWay(payout: Stripe.Payout): void {
  if (isUnderWay(payout)) return;
  throw invalidRequest(`The payout ${payout.id} is ${payout.status} already.`);
}
