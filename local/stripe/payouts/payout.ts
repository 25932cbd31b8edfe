import type Stripe from "stripe";
import { availableFrom } from "../balance/business-days.ts";
import { newId } from "../ids.ts";

export interface NewPayout {
  readonly amount: number;
  readonly currency: string;
  readonly automatic: boolean;
  readonly created: number;
  readonly description?: string | undefined;
  readonly metadata?: Stripe.Metadata;
  readonly method?: string | undefined;
  readonly statementDescriptor?: string | undefined;
}

export function newPayout(asked: NewPayout): Stripe.Payout {
  const { amount, currency, automatic, created } = asked;
  return {
    id: newId("po_1"),
    object: "payout",
    amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: availableFrom(created),
    automatic,
    balance_transaction: null,
    created,
    currency,
    description: asked.description ?? (automatic ? "STRIPE PAYOUT" : null),
    destination: newId("ba_1"),
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: asked.metadata ?? {},
    method: asked.method ?? "standard",
    original_payout: null,
    payout_method: null,
    reconciliation_status: automatic ? "in_progress" : "not_applicable",
    reversed_by: null,
    source_type: "card",
    statement_descriptor: asked.statementDescriptor ?? null,
    status: "pending",
    trace_id: { status: "pending", value: null },
    type: "bank_account",
  };
}
