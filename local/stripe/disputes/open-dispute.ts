import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { enterDispute, enterDisputeWon } from "../balance/enter.ts";
import { newDispute } from "./dispute.ts";

export interface DisputeCause {
  /** One of https://docs.stripe.com/disputes/categories */
  readonly reason: string;
  /** Only a question of the bank: no money moves. */
  readonly inquiry: boolean;
}

/** A charge is disputed by its payer. */
export function openDispute(
  operation: Operation,
  charge: Stripe.Charge,
  cause: DisputeCause,
): Stripe.Dispute {
  const opened = newDispute(charge, cause, operation.now(charge));
  const dispute = cause.inquiry ? opened : enterDispute(operation, opened);
  operation.add("charge.dispute.created", dispute);
  operation.change("charge.updated", charge, { ...charge, disputed: true });
  if (!cause.inquiry) operation.emit("charge.dispute.funds_withdrawn", dispute);
  return dispute;
}

/** How the bank decided; an inquiry is only ever closed. */
export function closeDispute(
  operation: Operation,
  dispute: Stripe.Dispute,
  outcome: "lost" | "won",
): Stripe.Dispute {
  const inquiry = dispute.status.startsWith("warning_");
  const status = inquiry ? "warning_closed" : outcome;
  const closed: Stripe.Dispute = {
    ...dispute,
    status,
    is_charge_refundable: status !== "lost",
    evidence_details: { ...dispute.evidence_details, due_by: null },
  };
  operation.objects.save(closed);
  operation.emit("charge.dispute.closed", closed);
  if (status !== "won") return closed;
  const reinstated = enterDisputeWon(operation, closed);
  operation.emit("charge.dispute.funds_reinstated", reinstated);
  return reinstated;
}

/** Whether the bank has not decided yet. */
export function isOpen({ status }: Stripe.Dispute): boolean {
  return !["lost", "prevented", "warning_closed", "won"].includes(status);
}
