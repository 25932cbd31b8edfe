import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { newId } from "../ids.ts";
import { availableFrom } from "./business-days.ts";
import { DISPUTE_FEE, feeOfPayment, stripeFee } from "./fees.ts";
import { settled } from "./settlement.ts";

interface Entry {
  readonly id: "txn_1" | "txn_3";
  readonly amount: number;
  readonly currency: string;
  readonly exchangeRate?: number | null;
  readonly fees?: readonly Stripe.BalanceTransaction.FeeDetail[];
  readonly type: Stripe.BalanceTransaction.Type;
  readonly category: string;
  readonly source: string;
  readonly description: string | null;
  readonly created: number;
  /** At once, when absent: what leaves the balance, or comes back to it, does so the same moment. */
  readonly availableOn?: number;
}

/** Writes a movement into the account's balance. No event tells of it. */
export function enter({ objects }: Operation, entry: Entry): Stripe.BalanceTransaction {
  const fees = [...(entry.fees ?? [])];
  const fee = fees.reduce((sum, { amount }) => sum + amount, 0);
  const transaction: Stripe.BalanceTransaction = {
    id: newId(entry.id),
    object: "balance_transaction",
    amount: entry.amount,
    available_on: entry.availableOn ?? entry.created,
    balance_type: "payments",
    created: entry.created,
    currency: entry.currency,
    description: entry.description,
    exchange_rate: entry.exchangeRate ?? null,
    fee,
    fee_details: fees,
    net: entry.amount - fee,
    reporting_category: entry.category,
    source: entry.source,
    status: entry.availableOn === undefined ? "available" : "pending",
    type: entry.type,
  };
  objects.save(transaction);
  return transaction;
}

/**
 * The money of a charge that succeeded comes to the balance.
 * @returns the charge, naming its balance transaction
 */
export function enterCharge(operation: Operation, charge: Stripe.Charge): Stripe.Charge {
  const created = operation.now(charge);
  const method = charge.payment_method_details?.type ?? "card";
  const { amount, currency, exchangeRate } = settled(charge.amount_captured, charge.currency);
  const transaction = enter(operation, {
    id: "txn_3",
    amount,
    currency,
    exchangeRate,
    fees: feeOfPayment(method, amount, currency),
    type: method === "card" ? "charge" : "payment",
    category: "charge",
    source: charge.id,
    description: charge.description,
    created,
    availableOn: availableFrom(created),
  });
  const entered = { ...charge, balance_transaction: transaction.id };
  operation.objects.save(entered);
  return entered;
}

/** What a refund gives back leaves the balance; the fee of the payment stays with Stripe. */
export function enterRefund(operation: Operation, refund: Stripe.Refund): Stripe.Refund {
  const { amount, currency, exchangeRate } = settled(refund.amount, refund.currency);
  const transaction = enter(operation, {
    id: "txn_3",
    amount: -amount,
    currency,
    exchangeRate,
    type: "refund",
    category: "refund",
    source: refund.id,
    description: "REFUND FOR CHARGE",
    created: refund.created,
  });
  const entered = { ...refund, balance_transaction: transaction.id };
  operation.objects.save(entered);
  return entered;
}

/** What a refund that failed did not give back is on the balance again. */
export function enterFailedRefund(operation: Operation, refund: Stripe.Refund): string {
  const { amount, currency, exchangeRate } = settled(refund.amount, refund.currency);
  return enter(operation, {
    id: "txn_3",
    amount,
    currency,
    exchangeRate,
    type: "refund_failure",
    category: "refund_failure",
    source: refund.id,
    description: "REFUND FAILURE",
    created: operation.now(refund),
  }).id;
}

/** The bank takes what is disputed, and Stripe its fee. */
export function enterDispute(operation: Operation, dispute: Stripe.Dispute): Stripe.Dispute {
  const { amount, currency, exchangeRate } = settled(dispute.amount, dispute.currency);
  return withTransaction(
    operation,
    dispute,
    enter(operation, {
      id: "txn_1",
      amount: -amount,
      currency,
      exchangeRate,
      fees: [stripeFee(DISPUTE_FEE, currency, "Dispute fee")],
      type: "adjustment",
      category: "dispute",
      source: dispute.id,
      description: `Chargeback withdrawal for ${chargeOf(dispute)}`,
      created: operation.now(dispute),
    }),
  );
}

/** The bank gives back what it took; the fee it does not. */
export function enterDisputeWon(operation: Operation, dispute: Stripe.Dispute): Stripe.Dispute {
  const { amount, currency, exchangeRate } = settled(dispute.amount, dispute.currency);
  return withTransaction(
    operation,
    dispute,
    enter(operation, {
      id: "txn_1",
      amount,
      currency,
      exchangeRate,
      type: "adjustment",
      category: "dispute_reversal",
      source: dispute.id,
      description: `Chargeback reversal for ${chargeOf(dispute)}`,
      created: operation.now(dispute),
    }),
  );
}

function withTransaction(
  { objects }: Operation,
  dispute: Stripe.Dispute,
  transaction: Stripe.BalanceTransaction,
): Stripe.Dispute {
  const entered: Stripe.Dispute = {
    ...dispute,
    balance_transactions: [...dispute.balance_transactions, transaction],
  };
  objects.save(entered);
  return entered;
}

function chargeOf({ charge }: Stripe.Dispute): string {
  return typeof charge === "string" ? charge : charge.id;
}
