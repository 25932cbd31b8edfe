import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { cancelOpenPayment } from "../invoice_payments/ask-for-rest.ts";
import { requireStatus } from "./require-status.ts";
import type { UncollectibleReason } from "./transitions.ts";
import { uncollectible, voided } from "./transitions.ts";

/** The invoice was a mistake: nobody is to pay it, and its PaymentIntent is canceled. */
export function voidInvoice(operation: Operation, invoice: Stripe.Invoice): Stripe.Invoice {
  requireStatus(invoice, ["open", "uncollectible"], "voided");
  const now = operation.now(invoice);
  cancelOpenPayment(operation, invoice);
  const after = voided(invoice, now);
  operation.objects.save(after);
  operation.emit("invoice.voided", after);
  return after;
}

/** Nobody is expected to pay any more, though they may. */
export function markUncollectible(
  operation: Operation,
  invoice: Stripe.Invoice,
  reason: UncollectibleReason,
): Stripe.Invoice {
  requireStatus(invoice, ["open", "draft"], "marked uncollectible");
  const after = uncollectible(invoice, operation.now(invoice), reason);
  operation.objects.save(after);
  operation.emit("invoice.marked_uncollectible", after);
  return after;
}
