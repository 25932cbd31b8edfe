import type Stripe from "stripe";
import { hostedPages } from "./invoice.ts";
import { balanceAfter } from "./totals.ts";

/** A draft becomes an open invoice with a number, a page and a document. */
export function finalized(
  invoice: Stripe.Invoice,
  {
    now,
    number,
    pagesAt,
  }: { readonly now: number; readonly number: string; readonly pagesAt: string },
): Stripe.Invoice {
  return {
    ...invoice,
    ...hostedPages(invoice, pagesAt),
    automatically_finalizes_at: null,
    effective_at: now,
    ending_balance: balanceAfter(invoice.total, invoice.starting_balance),
    next_payment_attempt: null,
    number,
    status: "open",
    status_transitions: { ...invoice.status_transitions, finalized_at: now },
  };
}

export interface Settlement {
  readonly now: number;
  /** Who tried; nobody when money changed hands outside Stripe, or none was due. */
  readonly attempt: "asked_for" | "none" | "scheduled";
  readonly outOfBand: boolean;
}

export function paid(invoice: Stripe.Invoice, settled: Settlement): Stripe.Invoice {
  const { attempt } = settled;
  const counts =
    attempt === "scheduled" || (attempt === "asked_for" && invoice.attempt_count === 0);
  return {
    ...withoutUncollectible(invoice),
    amount_paid: invoice.amount_due,
    amount_paid_off_stripe:
      (invoice.amount_paid_off_stripe ?? 0) + (settled.outOfBand ? invoice.amount_remaining : 0),
    amount_remaining: 0,
    attempt_count: invoice.attempt_count + (counts ? 1 : 0),
    attempted: true,
    auto_advance: false,
    next_payment_attempt: null,
    status: "paid",
    status_transitions: { ...invoice.status_transitions, paid_at: settled.now },
  };
}

export interface PartPaid {
  /** What of a payment paid the invoice. */
  readonly amount: number;
  /** What of it was more than was owed. */
  readonly over: number;
  readonly outOfBand: boolean;
}

/** Part of the invoice is paid, by a payment of its own. */
export function partPaid(invoice: Stripe.Invoice, part: PartPaid): Stripe.Invoice {
  const off = invoice.amount_paid_off_stripe ?? 0;
  return {
    ...invoice,
    amount_overpaid: invoice.amount_overpaid + part.over,
    amount_paid: invoice.amount_paid + part.amount,
    amount_paid_off_stripe: off + (part.outOfBand ? part.amount : 0),
    amount_remaining: invoice.amount_remaining - part.amount,
    attempted: true,
  };
}

/**
 * A declined attempt.
 * @param counts by Stripe's rule any first attempt does, and after it the automatic ones only
 * @param next when the schedule tries again; null when it does not
 */
export function attemptFailed(
  invoice: Stripe.Invoice,
  counts: boolean,
  next: number | null,
): Stripe.Invoice {
  return {
    ...invoice,
    attempt_count: invoice.attempt_count + (counts ? 1 : 0),
    attempted: true,
    next_payment_attempt: next,
  };
}

/** The bank has not answered yet; until it does, nothing else is tried. An attempt of the schedule counts all the same. */
export function attemptUnderWay(invoice: Stripe.Invoice, automatic: boolean): Stripe.Invoice {
  return {
    ...invoice,
    attempt_count: invoice.attempt_count + (automatic ? 1 : 0),
    attempted: true,
    next_payment_attempt: null,
  };
}

export function voided(invoice: Stripe.Invoice, now: number): Stripe.Invoice {
  return {
    ...withoutUncollectible(invoice),
    amount_remaining: 0,
    auto_advance: false,
    next_payment_attempt: null,
    status: "void",
    status_transitions: { ...invoice.status_transitions, voided_at: now },
  };
}

export type UncollectibleReason =
  "max_payment_attempts" | "subscription_canceled" | "subscription_paused" | "user_forgiven";

export function uncollectible(
  invoice: Stripe.Invoice,
  now: number,
  reason: UncollectibleReason,
): Stripe.Invoice {
  return {
    ...invoice,
    auto_advance: false,
    next_payment_attempt: null,
    status: "uncollectible",
    status_details: { uncollectible: { reason } },
    status_transitions: { ...invoice.status_transitions, marked_uncollectible_at: now },
  };
}

function withoutUncollectible(invoice: Stripe.Invoice): Stripe.Invoice {
  const rest = { ...invoice };
  delete rest.status_details;
  return rest;
}
