import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { idOf } from "../store/reference.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { enterFailedRefund, enterRefund } from "../balance/enter.ts";
import { testCardOf } from "../payment_methods/test-card.ts";
import { newRefund, referenced, refunded } from "./refund.ts";

export interface RefundRequest {
  /** All that is left, when absent. In minor units. */
  readonly amount?: number | undefined;
  readonly reason?: Stripe.Refund.Reason | null;
  readonly metadata?: Stripe.Metadata;
}

/**
 * Refunds a charge, in full or in part, and tells so: the refund, the charge, then the refund's progress.
 * @throws StripeApiError 400 when there is less to give back
 */
export function giveBack(
  operation: Operation,
  charge: Stripe.Charge,
  request: RefundRequest,
): Stripe.Refund {
  // What was authorized and let go counts as refunded from the start.
  const left = charge.amount - charge.amount_refunded;
  if (charge.disputed && lost(operation, charge)) {
    throw invalidRequest(
      `Charge ${charge.id} has been charged back; cannot issue a refund.`,
      undefined,
      "charge_disputed",
    );
  }
  if (charge.status !== "succeeded" || !charge.captured) {
    throw invalidRequest(
      `Charge ${charge.id} has not been captured and cannot be refunded.`,
      "charge",
    );
  }
  if (left <= 0) {
    throw invalidRequest(
      `Charge ${charge.id} has already been refunded.`,
      undefined,
      "charge_already_refunded",
    );
  }
  const amount = request.amount ?? left;
  if (amount > left) {
    throw invalidRequest(
      `Refund amount (${inMajorUnits(amount, charge.currency)}) is greater than ${left === charge.amount ? "charge amount" : "unrefunded amount on charge"} (${inMajorUnits(left, charge.currency)})`,
      "amount",
    );
  }
  const fate = fateOf(operation, charge);
  const refund = enterRefund(
    operation,
    newRefund({
      charge,
      amount,
      created: operation.now(charge),
      reason: request.reason ?? null,
      metadata: request.metadata ?? {},
      status: fate === "pending" ? "pending" : "succeeded",
    }),
  );
  operation.add("refund.created", refund);
  const after = refunded(charge, amount);
  operation.change("charge.refunded", charge, after);
  progressLater(operation, refund, fate);
  return refund;
}

/** A refund that succeeded or was under way fails: the money is kept after all. */
export function failRefund(
  operation: Operation,
  refund: Stripe.Refund,
  reason: string,
): Stripe.Refund {
  const failed: Stripe.Refund = {
    ...refund,
    status: "failed",
    failure_reason: reason,
    failure_balance_transaction: enterFailedRefund(operation, refund),
  };
  const charge = operation.objects.find("charge", idOf(refund.charge) ?? "");
  operation.change("refund.updated", refund, failed);
  operation.emit("refund.failed", failed);
  if (charge !== undefined) {
    operation.change("charge.updated", charge, refunded(charge, -refund.amount));
  }
  return failed;
}

/** A refund that was under way arrived. */
export function completeRefund(operation: Operation, refund: Stripe.Refund): Stripe.Refund {
  return operation.change("refund.updated", refund, { ...refund, status: "succeeded" });
}

type Fate = "fails" | "pending" | "succeeds";

function fateOf({ objects }: Operation, { payment_method: id }: Stripe.Charge): Fate {
  const method = objects.find("payment_method", id ?? "");
  return (method && testCardOf(method).refund) ?? "succeeds";
}

function progressLater(operation: Operation, { id }: Stripe.Refund, fate: Fate): void {
  operation.afterwards((later) => {
    const refund = later.objects.get("refund", id);
    switch (fate) {
      case "fails":
        failRefund(later, refund, "unknown");
        return;
      case "pending":
        completeRefund(later, refund);
        return;
      case "succeeds":
        later.change("refund.updated", refund, referenced(refund));
    }
  });
}

function lost({ objects }: Operation, { id }: Stripe.Charge): boolean {
  return objects.all("dispute", { charge: id }).some((dispute) => !dispute.is_charge_refundable);
}

function inMajorUnits(amount: number, currency: string): string {
  const format = new Intl.NumberFormat("en-US", { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}
