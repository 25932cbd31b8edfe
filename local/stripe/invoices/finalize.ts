import type Stripe from "stripe";
import type { Operation } from "../api/operation.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { idOf } from "../store/reference.ts";
import { newInvoicePayment } from "../invoice_payments/invoice-payment.ts";
import { appliedDiscounts } from "../billing/discount.ts";
import { DRAFT_FOR, subscriptionOf } from "./invoice.ts";
import { createInvoiceIntent } from "./invoice-intent.ts";
import { withLines } from "./totals.ts";
import { finalized, paid } from "./transitions.ts";

/**
 * Closes a draft: it gets its number, takes from the customer's balance what is there, and asks for the rest by a
 * PaymentIntent. Where nothing is due it is paid.
 * @param tried a PaymentIntent that is to ask for it, where the amount is the same
 * @throws StripeApiError 400 for what is no draft
 */
export function finalizeInvoice(
  operation: Operation,
  draft: Stripe.Invoice,
  tried?: Stripe.PaymentIntent,
): Stripe.Invoice {
  if (draft.status !== "draft") {
    throw invalidRequest(
      "This invoice is already finalized, you can't re-finalize a non-draft invoice.",
      undefined,
      "invoice_not_editable",
    );
  }
  const customer = operation.objects.find("customer", idOf(draft.customer) ?? "");
  if (customer === undefined) {
    throw invalidRequest("This invoice's customer was deleted, so it cannot be finalized.");
  }
  const now = operation.now(draft);
  // The customer's balance may have changed since the draft was made.
  const priced = withLines(
    withMetadataOfSubscription(operation, draft),
    draft.lines.data,
    (named) => appliedDiscounts(operation, named, draft.created),
    customer.balance,
  );
  const open = finalized(priced, {
    now,
    number: takeNumber(operation, customer),
    pagesAt: operation.pagesAt,
  });
  takeFromBalance(operation, customer, open);
  operation.objects.save(open);
  operation.emit("invoice.finalized", open);
  if (open.amount_due === 0) return settleNothing(operation, open);

  const intent =
    tried?.amount === open.amount_due ? tried : createInvoiceIntent(operation, open, customer);
  operation.objects.save(newInvoicePayment(open, intent, now));
  return open;
}

/** From here on the invoice keeps the subscription's metadata as they are now. */
function withMetadataOfSubscription({ objects }: Operation, draft: Stripe.Invoice): Stripe.Invoice {
  const subscription = objects.find("subscription", subscriptionOf(draft) ?? "");
  const { parent } = draft;
  if (subscription === undefined || !parent?.subscription_details) return draft;
  const details = { ...parent.subscription_details, metadata: { ...subscription.metadata } };
  return { ...draft, parent: { ...parent, subscription_details: details } };
}

/** Finalizes because somebody asks for it; where the invoice advances by itself, payment is tried an hour later. */
export function finalizeByHand(operation: Operation, draft: Stripe.Invoice): Stripe.Invoice {
  const open = finalizeInvoice(operation, draft);
  const charges = open.auto_advance === true && open.collection_method === "charge_automatically";
  if (open.status !== "open" || !charges) return open;
  const scheduled = { ...open, next_payment_attempt: operation.now(open) + DRAFT_FOR };
  return operation.change("invoice.updated", open, scheduled);
}

/** Nothing is due, so nobody is asked to pay. */
function settleNothing(operation: Operation, open: Stripe.Invoice): Stripe.Invoice {
  const now = operation.now(open);
  const settled = paid(open, { now, attempt: "none", outOfBand: false });
  operation.objects.save(settled);
  operation.emit("invoice.paid", settled);
  operation.emit("invoice.payment_succeeded", settled);
  return settled;
}

/** `B2F9A0C1-0001`: the customer's prefix and a sequence without gaps. */
function takeNumber(operation: Operation, customer: Stripe.Customer): string {
  const sequence = customer.next_invoice_sequence ?? 1;
  operation.objects.save({ ...customer, next_invoice_sequence: sequence + 1 });
  return `${customer.invoice_prefix ?? "LOCAL"}-${String(sequence).padStart(4, "0")}`;
}

function takeFromBalance(
  operation: Operation,
  customer: Stripe.Customer,
  open: Stripe.Invoice,
): void {
  const balance = open.ending_balance ?? customer.balance;
  const held = operation.objects.get("customer", customer.id);
  operation.change("customer.updated", held, { ...held, balance });
}
